import { MODES } from "@ricevimenti/core";
import type { CommandSpec, OptionSpec } from "./command-table.ts";
import type { Vocabulary } from "./man-page.ts";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** What only the town's database knows; `ricevimenti completion offices` lists it for the shell. */
export const LISTS = ["offices", "services", "bookings"] as const;
export type List = (typeof LISTS)[number];

/** What may stand at some place: words, what the database lists, a file; or something nobody can guess. */
export type Values = { readonly words: readonly string[] } | { readonly kind: List | "files" | "free" };

/** One option as it is typed. */
export interface OptionWords {
  readonly flag: string;
  readonly spec: OptionSpec;
  /** What comes after it; null where nothing does. */
  readonly values: Values | null;
}

/** What may come after the words of a command, or of a group of commands. */
export interface Place {
  /** `office add`; empty before the first word. */
  readonly path: string;
  readonly next: readonly string[];
  readonly options: readonly OptionWords[];
  /** What is typed after the command, in order. */
  readonly args: readonly { readonly values: Values; readonly repeated: boolean }[];
}

/** Every place at which something can be completed, in the order of the commands. */
export function placesOf({ commands, globals }: Vocabulary): readonly Place[] {
  const paths = new Set([""]);
  for (const { name } of commands) {
    const words = name.split(" ");
    for (const index of words.keys()) paths.add(words.slice(0, index + 1).join(" "));
  }
  return [...paths].map((path) => {
    const spec = commands.find(({ name }) => name === path);
    return {
      path,
      next: nextWords(path, commands),
      options: spec ? [...(spec.options ?? []), ...globals, HELP].map(optionWords) : [],
      args: (spec?.args ?? []).map((arg) => ({ values: valuesOf(arg), repeated: arg.includes("...") })),
    };
  });
}

const HELP: OptionSpec = { flags: "--help", text: "help-help" };

function nextWords(path: string, commands: readonly CommandSpec[]): readonly string[] {
  const before = path === "" ? "" : `${path} `;
  const deeper = commands.map(({ name }) => name).filter((name) => name.startsWith(before) && name !== path);
  return [...new Set(deeper.map((name) => name.slice(before.length).split(" ")[0] ?? ""))];
}

function optionWords(spec: OptionSpec): OptionWords {
  const flag = /--[a-z-]+/.exec(spec.flags)?.[0] ?? spec.flags;
  const value = /<.*>/.exec(spec.flags)?.[0];
  if (value === undefined) return { flag, spec, values: null };
  return { flag, spec, values: spec.choices ? { words: spec.choices } : valuesOf(value) };
}

/** `<office>`, `[office...]`: what the word in brackets stands for. */
function valuesOf(placeholder: string): Values {
  switch (placeholder.replace(/[^a-z]/g, "")) {
    case "office":
      return { kind: "offices" };
    case "service":
      return { kind: "services" };
    case "code":
      return { kind: "bookings" };
    case "file":
      return { kind: "files" };
    case "modes":
      return { words: MODES };
    case "shell":
      return { words: SHELLS };
    default:
      return { kind: "free" };
  }
}

/** The words after which a value comes. */
export function valued(places: readonly Place[]): readonly string[] {
  const flags = places.flatMap(({ options }) =>
    options.flatMap(({ flag, values }) => (values ? [flag] : [])),
  );
  return [...new Set(flags)];
}

/** The words of commands and groups, whole. */
export function known(places: readonly Place[]): readonly string[] {
  return places.map(({ path }) => path).filter((path) => path !== "");
}
