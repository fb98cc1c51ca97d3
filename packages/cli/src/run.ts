import { type Core, texts } from "@ricevimenti/core";
import { CommanderError } from "commander";
import { type Answer, STATUS, wrongUsage } from "./answer.ts";
import type { Context, CoreOpener } from "./context.ts";
import type { Io } from "./io.ts";
import { languageOf } from "./language.ts";
import { helpMeant, program } from "./program.ts";

/** Runs one command line and tells its exit status (CONTRACT.md). Never throws. */
export async function run(
  typed: readonly string[],
  opener: CoreOpener,
  io: Io,
  version: string,
): Promise<number> {
  const locale = languageOf(io.env.LANG);
  const say = texts("cli", locale);
  const argv = helpMeant(withGlobalsLast(typed));
  // Told before the arguments are understood: a script wants JSON about wrong arguments, too.
  const json = argv.slice(0, argv.includes("--") ? argv.indexOf("--") : undefined).includes("--json");
  const stderr = io.stderr;
  // The same for how much is said.
  const words = new Set(argv.slice(0, argv.includes("--") ? argv.indexOf("--") : undefined));
  const verbose = words.has("--verbose");
  const env = verbose ? { ...io.env, LOG_LEVEL: "debug" } : io.env;
  const context: Context = {
    io,
    quiet: words.has("--quiet"),
    locale,
    say,
    version,
    json,
    interactive: io.interactive && !json,
    get staff() {
      return `staff:${io.user}` as const;
    },
    open: async () => {
      const core = await opener.openCore({ env, cwd: io.cwd, stderr });
      if (verbose) stderr(`${say("verbose-database", { where: await databaseOf(core, io) })}\n`);
      return core;
    },
    initialise: (municipality, options) =>
      opener.initialise({ env, cwd: io.cwd, stderr, municipality, ...options }),
  };
  const answer = await answerTo(argv, context);
  if (answer) await tell(answer, context);
  if (answer && verbose) stderr(`${say("verbose-status", { status: answer.status })}\n`);
  if (answer?.abandons) io.abort(answer.status);
  return answer?.status ?? STATUS.done;
}

async function databaseOf({ config }: Core, { cwd }: Io): Promise<string> {
  const { databaseName } = await import("@ricevimenti/core");
  return databaseName(config.database, cwd);
}

/**
 * `ricevimenti --json office list` is understood as `ricevimenti office list --json`: what every command takes may stand
 * before it, too.
 */
function withGlobalsLast(argv: readonly string[]): readonly string[] {
  let at = 0;
  while (at < argv.length && GLOBALS.has((argv[at] ?? "").split("=")[0] ?? "")) {
    at += argv[at] === "--actor" ? 2 : 1;
  }
  const rest = argv.slice(at);
  const end = rest.includes("--") ? rest.indexOf("--") : rest.length;
  return rest.length === 0 ? argv : [...rest.slice(0, end), ...argv.slice(0, at), ...rest.slice(end)];
}
const GLOBALS = new Set(["--json", "--quiet", "--verbose", "--actor"]);

async function answerTo(argv: readonly string[], context: Context): Promise<Answer | null> {
  let answer: Answer | null = null;
  try {
    await program(
      context,
      (given) => {
        answer = given;
      },
      argv,
    ).parseAsync(argv, { from: "user" });
    return answer;
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      const { faultAnswer } = await import("./fault-answer.ts");
      return faultAnswer(error, context);
    }
    // Help or version was asked for, and has been printed.
    if (error.exitCode === 0) return null;
    const { usageText } = await import("./usage-text.ts");
    return wrongUsage(usageText(error, context.say));
  }
}

async function tell(answer: Answer, { io, json, quiet }: Context): Promise<void> {
  if (quiet && answer.status === STATUS.done) return;
  if (json) {
    const document = answer.json();
    if (document !== undefined) io.stdout(`${JSON.stringify(document)}\n`);
  } else if (answer.status === STATUS.done || answer.report) {
    const text = await shown(answer, io);
    // Long answers are read page by page where somebody reads them.
    const long = io.interactive && io.rows !== null && text.split("\n").length > io.rows;
    if (!long || !io.page(text)) io.stdout(text);
  } else {
    io.stderr(await shown(answer, io));
  }
}

/** As the terminal can show it. */
async function shown(answer: Answer, { columns }: Io): Promise<string> {
  const text = answer.text();
  if (columns === null || answer.verbatim) return text;
  const { flowing } = await import("./flowing-text.ts");
  return flowing(text, columns);
}
