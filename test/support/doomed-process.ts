/**
 * A process to be killed: opens the town in a folder and does what it is told, saying so line by line, until the end
 * it is given from outside. Arguments: folder, environment as JSON, deed.
 */
import { openCore } from "@ricevimenti/core";
import { accepted, confirmBooking } from "./town.ts";

const [folder = "", env = "{}", deed = ""] = process.argv.slice(2);
const core = await openCore({ env: JSON.parse(env) as Record<string, string>, cwd: folder });
const say = (line: string) => process.stdout.write(`${line}\n`);

switch (deed) {
  case "confirm and stop": {
    const { slots } = accepted(await core.listSlots({ office: "tributi-imu" }));
    const booking = await confirmBooking(core, new Date(slots.at(-1)?.start ?? 0).toISOString());
    say(`confirmed ${booking.code}`);
    break;
  }
  case "deliver": {
    await core.tick();
    say("delivered");
    break;
  }
  default:
    throw new Error(`unknown deed ${deed}`);
}
// Alive until killed, as a server is.
setInterval(() => {}, 60_000);
