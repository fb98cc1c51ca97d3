import { texts } from "@ricevimenti/core";
import { CommanderError } from "commander";
import { type Answer, STATUS, wrongUsage } from "./answer.ts";
import type { Context, CoreOpener } from "./context.ts";
import { faultAnswer } from "./fault-answer.ts";
import type { Io } from "./io.ts";
import { languageOf } from "./language.ts";
import { program } from "./program.ts";
import { usageText } from "./usage-text.ts";

/** Runs one command line and tells its exit status (CONTRACT.md). Never throws. */
export async function run(
  argv: readonly string[],
  opener: CoreOpener,
  io: Io,
  version: string,
): Promise<number> {
  const locale = languageOf(io.env.LANG);
  const say = texts("cli", locale);
  // Told before the arguments are understood: a script wants JSON about wrong arguments, too.
  const json = argv.slice(0, argv.includes("--") ? argv.indexOf("--") : undefined).includes("--json");
  const stderr = io.stderr;
  const context: Context = {
    io,
    locale,
    say,
    version,
    json,
    interactive: io.interactive && !json,
    staff: `staff:${io.user}`,
    open: () => opener.openCore({ env: io.env, cwd: io.cwd, stderr }),
    initialise: (municipality, newSecret = false) =>
      opener.initialise({ env: io.env, cwd: io.cwd, stderr, municipality, newSecret }),
  };
  const answer = await answerTo(argv, context);
  if (answer) tell(answer, context);
  if (answer?.abandons) io.abort(answer.status);
  return answer?.status ?? STATUS.done;
}

async function answerTo(argv: readonly string[], context: Context): Promise<Answer | null> {
  let answer: Answer | null = null;
  try {
    await program(context, (given) => {
      answer = given;
    }).parseAsync(argv, { from: "user" });
    return answer;
  } catch (error) {
    if (!(error instanceof CommanderError)) return faultAnswer(error, context);
    // Help or version was asked for, and has been printed.
    if (error.exitCode === 0) return null;
    return wrongUsage(usageText(error, context.say));
  }
}

function tell(answer: Answer, { io, json }: Context): void {
  if (json) {
    const document = answer.json();
    if (document !== undefined) io.stdout(`${JSON.stringify(document)}\n`);
  } else if (answer.status === STATUS.done || answer.report) {
    io.stdout(answer.text());
  } else {
    io.stderr(answer.text());
  }
}
