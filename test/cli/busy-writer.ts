/** Books, confirms and gives back one time after another, and says each code once it is confirmed, until its input ends. */
import { setImmediate as turn } from "node:timers/promises";
import { openCore } from "@ricevimenti/core";
import { accepted } from "../support/town.ts";

const [folder = "", env = "{}"] = process.argv.slice(2);
const core = await openCore({ env: JSON.parse(env) as Record<string, string>, cwd: folder });
let ended = false;
process.stdin.on("end", () => {
  ended = true;
});
process.stdin.resume();

const { slots } = accepted(await core.listSlots({ office: "sempre" }));
// From the far end: nothing that is free now begins while this goes on.
for (const [index, { start }] of slots.toReversed().entries()) {
  // SQLite answers at once: without a turn for others the end of the input would never be seen.
  await turn();
  if (ended) break;
  const holder = `web:${index}` as const;
  const held = accepted(
    await core.hold({ office: "sempre", start, mode: "in_person", holder, locale: "it" }),
  );
  const { code } = held.booking;
  const form = { name: "Ada Neri", email: `a${index}@example.org`, reason: "Pratica", consent: true };
  accepted(await core.request({ code, holder, form }));
  accepted(await core.confirm({ code, actor: "citizen" }));
  process.stdout.write(`${code}\n`);
  if (index % 2 === 0) accepted(await core.cancel({ code, actor: "citizen" }));
}
await core.close();
