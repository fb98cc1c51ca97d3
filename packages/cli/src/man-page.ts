import type { Say } from "@ricevimenti/core";
import type { CommandSpec, OptionSpec } from "./command-table.ts";

/** All that can be typed. */
export interface Vocabulary {
  readonly commands: readonly CommandSpec[];
  readonly globals: readonly OptionSpec[];
}

/** The manual page (man(7)), made from the commands there are, in the language of `say`. */
export function manPage({ commands, globals }: Vocabulary, say: Say, version: string): string {
  const lines = [
    `.TH RICEVIMENTI 1 "" "ricevimenti ${version}"`,
    `.SH ${say("man-name")}`,
    `ricevimenti \\- ${escaped(say("help-program"))}`,
    `.SH ${say("man-synopsis")}`,
    `.B ricevimenti`,
    `.I ${escaped(say("man-command"))}`,
    `[${escaped(say("man-options"))}]`,
    `.SH ${say("man-commands")}`,
    ...commands.flatMap(({ name, args = [], options = [], examples = [] }) => [
      `.SS ${escaped([name, ...args].join(" "))}`,
      escaped(say(`help-${name.replaceAll(" ", "-")}`)),
      ...options.flatMap((option) => optionLines(option, say)),
      ...(examples.length > 0 ? [".PP", ".nf", ...examples.map(escaped), ".fi"] : []),
    ]),
    `.SH ${say("man-global")}`,
    ...globals.flatMap((option) => optionLines(option, say)),
    `.SH ${say("man-status")}`,
    ...([0, 1, 2, 3, 4, 5, 6] as const).flatMap((status) => [
      ".TP",
      `.B ${status}`,
      escaped(say(`man-status-${status}`)),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function optionLines({ flags, text, choices }: OptionSpec, say: Say): readonly string[] {
  const name = /--([a-z-]+)/.exec(flags)?.[1] ?? "";
  const listed = choices ? ` (${choices.join(", ")})` : "";
  return [".TP", `.B ${escaped(flags)}`, escaped(say(text ?? `option-${name}`) + listed)];
}

/**
 * A backslash, a dash and a point or quote at the beginning of a line mean something to troff; letters beyond ASCII are
 * spelled by their number, which every reader understands.
 */
function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^([.'])/, "\\&$1")
    .replaceAll(
      /[\u0080-\u{10FFFF}]/gu,
      (letter) => `\\[u${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`,
    );
}
