/**
 * `npm run demo`: the town hall of the handbook on this machine. On a terminal a person chats with the bot and opens
 * the pages; without one a whole booking is played and narrated, and the status tells whether every step held.
 */
import { startDemoTown } from "./demo-town.ts";
import { invite } from "./invite.ts";
import { play } from "./play.ts";

const town = await startDemoTown();
try {
  if (process.stdin.isTTY && process.stdout.isTTY) await invite(town);
  else await play(town, (line) => process.stdout.write(`${line}\n`));
} catch (cause) {
  process.stderr.write(`\n${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
  process.exitCode = 1;
} finally {
  await town.close();
}
