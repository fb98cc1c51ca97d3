import { Command, InvalidArgumentError, Option } from "commander";
import { type Answer, wrongUsage } from "./answer.ts";
import { COMMANDS, type CommandSpec, GLOBAL_OPTIONS, type OptionSpec } from "./command-table.ts";
import type { Context } from "./context.ts";
import { type LocalisedHelp, localisedHelp } from "./help.ts";
import { suggested } from "./suggestion.ts";

/**
 * The tree of commands. Nothing is printed but help and version: what a command answers goes to `answered`; what is
 * wrong with the words typed is thrown as commander's error. Descriptions are ids of messages: most commands are run
 * without anybody reading the help.
 */
export function program(
  context: Context,
  answered: (answer: Answer) => void,
  argv: readonly string[],
): Command {
  const { io, version } = context;
  const help: LocalisedHelp = localisedHelp(context);
  const width = () => io.columns ?? 80;
  const root = new Command("ricevimenti")
    .description("help-program")
    .helpOption("-h, --help", "help-help")
    .helpCommand("help [command]", "help-help")
    .version(version, "-V, --version", "help-version")
    .configureHelp(help)
    .configureOutput({
      writeOut: io.stdout,
      writeErr: io.stderr,
      outputError: () => {},
      getOutHelpWidth: width,
      getErrHelpWidth: width,
      getOutHasColors: () => io.colour,
      getErrHasColors: () => io.colour,
    })
    .exitOverride();
  for (const spec of wantedBy(argv)) register(root, spec, context, answered);
  return root;
}

/**
 * `help office add` is `office add --help`. Of a command that is not there no help is shown, but what was meant instead:
 * commander would show that of everything, and call it well done.
 */
export function helpMeant(argv: readonly string[]): readonly string[] {
  const [first, ...rest] = argv;
  const asked = first === "help" && rest.length > 0 ? [...rest, "--help"] : argv;
  const end = asked.findIndex((word) => word.startsWith("-"));
  const [group = "", name] = end === -1 ? asked : asked.slice(0, end);
  const isKnown =
    group === "" ||
    group === "help" ||
    COMMANDS.some((spec) => spec.name === group) ||
    COMMANDS.some((spec) =>
      `${spec.name} `.startsWith(name === undefined ? `${group} ` : `${group} ${name} `),
    );
  return isKnown ? asked : asked.filter((word) => word !== "--help" && word !== "-h");
}

/** The one command that is typed; all of them for whoever asks for help, or has mistyped. */
function wantedBy(argv: readonly string[]): readonly CommandSpec[] {
  const typed = COMMANDS.find(({ name }) => name.split(" ").every((word, at) => argv[at] === word));
  const longer = typed && COMMANDS.filter(({ name }) => name.startsWith(`${typed.name} `)).length > 0;
  return typed && !longer ? [typed] : COMMANDS;
}

function register(
  root: Command,
  spec: CommandSpec,
  context: Context,
  answered: (answer: Answer) => void,
): void {
  const { say } = context;
  const groups = spec.name.split(" ");
  const name = groups.pop() ?? "";
  const parent = groups.reduce((above, group) => groupIn(above, group), root);
  const command = parent.command(name).description(`help-${spec.name.replaceAll(" ", "-")}`);
  for (const argument of spec.args ?? []) command.argument(argument);
  for (const option of spec.options ?? []) command.addOption(optionOf(option, context));
  for (const option of GLOBAL_OPTIONS) command.addOption(optionOf(option, context));
  const { examples = [] } = spec;
  if (examples.length > 0) {
    command.addHelpText("after", () =>
      `\n${say("help-title-examples")}\n${examples.map((line) => `  ${line}\n`).join("")}`.trimEnd(),
    );
  }
  command.action(async () => {
    const { json: _, quiet: __, verbose: ___, actor, ...options } = command.opts();
    if (actor !== undefined && !isActor(actor)) return answered(wrongUsage(say("usage-bad-actor")));
    const missing = missingOptions(spec, options);
    if (missing.length > 0) return answered(missingAnswer(missing, context));
    const run = await spec.load();
    const by: Context = actor === undefined ? context : { ...context, staff: `staff:${actor}` };
    answered(await run(by, command.args, options as never));
  });
}

/**
 * Letters, digits and what stands between them in names: it goes into logs that are read for years. Only whoever names
 * somebody waits until V8 has made the pattern, which knows every letter there is.
 */
function isActor(name: string): boolean {
  return /^[\p{L}\p{N}](?:[\p{L}\p{N} ._'@-]{0,58}[\p{L}\p{N}.])?$/u.test(name);
}

function groupIn(above: Command, name: string): Command {
  return (
    above.commands.find((known) => known.name() === name) ?? above.command(name).description(`help-${name}`)
  );
}

/** Told together, which commander does not: it names the first one and stops. */
function missingOptions({ options = [] }: CommandSpec, given: Readonly<Record<string, unknown>>): string[] {
  return options
    .filter(({ mandatory, unless }) => mandatory && (unless === undefined || given[unless] === undefined))
    .filter(({ flags }) => given[nameOf(flags)] === undefined)
    .map(({ flags }) => flags);
}

function missingAnswer(missing: readonly string[], { say }: Context): Answer {
  const [option = ""] = missing;
  if (missing.length === 1) return wrongUsage(say("usage-missing-option", { option }));
  return wrongUsage(
    say("usage-missing-options", {
      options: missing.map((flags) => flags.split(" ")[0]).join(", "),
      count: missing.length,
    }),
  );
}

/** `--patron-saint <day>` is `patronSaint` among the options given. */
function nameOf(flags: string): string {
  return (/--([a-z-]+)/.exec(flags)?.[1] ?? "").replaceAll(/-([a-z])/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
}

function optionOf({ flags, text, choices, repeated }: OptionSpec, { say }: Context): Option {
  const name = /--([a-z-]+)/.exec(flags)?.[1] ?? "";
  const option = new Option(flags, text ?? `option-${name}`);
  if (choices) {
    const listed = choices.join(", ");
    option.argChoices = [...choices];
    option.argParser((value) => {
      if (choices.includes(value)) return value;
      throw new InvalidArgumentError(
        say("usage-not-a-choice", { value, choices: listed }) + suggested(value, choices, say),
      );
    });
  }
  if (repeated) option.argParser((value, before: readonly string[] = []) => [...before, value]);
  return option;
}
