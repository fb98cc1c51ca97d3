import { verbatim, wrongUsage } from "../answer.ts";
import type { CommandSpec } from "../command-table.ts";
import { completionScript, SHELLS } from "../completion-script.ts";
import type { Run } from "../context.ts";

/** The script with which a shell completes the commands. */
export const completion =
  (commands: readonly CommandSpec[]): Run =>
  async ({ say }, [name = ""]) => {
    const shell = SHELLS.find((known) => known === name);
    if (!shell) return wrongUsage(say("usage-not-a-choice", { value: name, choices: SHELLS.join(", ") }));
    const script = completionScript(shell, commands);
    return verbatim(
      () => script,
      () => ({ shell, script }),
    );
  };
