import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** A program of `programs/`, once it has said that it is ready, and what it said. */
export async function started<Told>(
  program: string,
  args: readonly string[],
): Promise<{ readonly told: Told; readonly child: ChildProcess; readonly stop: () => Promise<void> }> {
  const child = fork(new URL(`./programs/${program}`, import.meta.url), args);
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`${program} ended with ${code} before it was ready`);
  });
  const [told] = await Promise.race([once(child, "message"), ended]);
  ended.catch(() => {});
  return {
    told: told as Told,
    child,
    stop: async () => {
      if (child.exitCode !== null) return;
      const exit = once(child, "exit");
      child.kill("SIGTERM");
      await exit;
    },
  };
}
