import type { Command, HelpConfiguration } from "commander";
import type { Context } from "./context.ts";

export type LocalisedHelp = HelpConfiguration;

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "help-title-usage",
  "Arguments:": "help-title-arguments",
  "Options:": "help-title-options",
  "Commands:": "help-title-commands",
};

/** Commander's own words in the user's language, and those that the commands' descriptions name. */
export function localisedHelp({ say }: Pick<Context, "say">): LocalisedHelp {
  const words = (usage: string) =>
    usage.replace("[options]", say("help-word-options")).replace("[command]", say("help-word-command"));
  const argumentsOf = (command: Command) =>
    command.registeredArguments.map((one) => {
      const name = one.name() + (one.variadic ? "..." : "");
      // What commander calls an argument of its own is in no language but English.
      if (command.name() === "help") return ` ${say("help-word-command")}`;
      return one.required ? ` <${name}>` : ` [${name}]`;
    });
  return {
    styleTitle: (title) => {
      const id = TITLES[title];
      return `\u001B[1m${id ? say(id) : title}\u001B[22m`;
    },
    styleUsage: words,
    commandDescription: (command) => say(command.description()),
    subcommandDescription: (command) => say(command.description()),
    optionDescription: ({ description, argChoices }) =>
      argChoices ? `${say(description)} (${argChoices.join(", ")})` : say(description),
    subcommandTerm: (command) => command.name() + argumentsOf(command).join(""),
  };
}
