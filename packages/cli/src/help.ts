import type { Command, HelpConfiguration } from "commander";
import type { Context } from "./context.ts";

export type LocalisedHelp = HelpConfiguration;

/** Commander's own words in the user's language. */
export function localisedHelp({ say }: Pick<Context, "say">): LocalisedHelp {
  const titles: Readonly<Record<string, string>> = {
    "Usage:": say("help-title-usage"),
    "Arguments:": say("help-title-arguments"),
    "Options:": say("help-title-options"),
    "Commands:": say("help-title-commands"),
  };
  const words = (usage: string) =>
    usage.replace("[options]", say("help-word-options")).replace("[command]", say("help-word-command"));
  const argumentsOf = (command: Command) =>
    command.registeredArguments.map((one) => {
      const name = one.name() + (one.variadic ? "..." : "");
      return one.required ? ` <${name}>` : ` [${name}]`;
    });
  return {
    styleTitle: (title) => `\u001B[1m${titles[title] ?? title}\u001B[22m`,
    styleUsage: words,
    subcommandTerm: (command) => command.name() + argumentsOf(command).join(""),
  };
}
