import type { Say } from "@ricevimenti/core";
import type { CommanderError } from "commander";

/**
 * A usage error of commander's in the user's language. Commander has no texts but English ones: its error codes say
 * which error it is, the quoted words of its message what it is about.
 */
export function usageText(error: CommanderError, say: Say): string {
  const words = [...error.message.matchAll(/'([^']*)'/g)].map(([, word = ""]) => word);
  const [first = "", second = ""] = words;
  const suggestion = /\(Did you mean (?:one of )?(.+)\?\)/.exec(error.message)?.[1];
  const suggested = suggestion ? ` ${say("usage-suggestion", { suggestion })}` : "";
  switch (error.code) {
    case "commander.unknownOption":
      return say("usage-unknown-option", { option: first }) + suggested;
    case "commander.unknownCommand":
      return say("usage-unknown-command", { command: first }) + suggested;
    case "commander.missingArgument":
      return say("usage-missing-argument", { argument: first });
    case "commander.optionMissingArgument":
      return say("usage-option-without-value", { option: first });
    case "commander.conflictingOption":
      return say("usage-conflict", { option: first, other: second });
    case "commander.excessArguments":
      return say("usage-too-many-arguments", { words: /got \d+: (.*)\.$/s.exec(error.message)?.[1] ?? "" });
    case "commander.invalidArgument":
      // Our own parsers throw with a whole sentence, which commander puts behind its own.
      return say("usage-bad-value", {
        option: first,
        sentence: /is invalid\. (.*)$/s.exec(error.message)?.[1] ?? "",
      });
    case "commander.help":
      return say("usage-missing-command");
    default:
      return error.message;
  }
}
