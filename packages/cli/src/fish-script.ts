import type { Say } from "@ricevimenti/core";
import { known, type Place, type Values, valued } from "./completion-words.ts";

/** Fish has a language of its own, and shows beside each word what it is for. */
export function fishScript(places: readonly Place[], say: Say): string {
  return `# ricevimenti completion fish > ~/.config/fish/completions/ricevimenti.fish
function __ricevimenti_complete
  set -l typed (commandline -opc)
  set -l current (commandline -ct)
  set -l place ''
  set -l office ''
  set -l count 0
  set -l skip ''
  for word in $typed[2..-1]
    if test -n "$skip"
      test "$skip" != --office; or set office $word
      set skip ''
      continue
    end
    switch $word
      case ${valued(places).join(" ")}
        set skip $word
        continue
      case '-*'
        continue
    end
    set -l longer (string trim -- "$place $word")
    if test $count -eq 0; and contains -- "$longer" ${known(places).map(quoted).join(" ")}
      set place $longer
      continue
    end
    test $count -gt 0; or set office $word
    set count (math $count + 1)
  end
  if test -n "$skip"
    switch "$place $typed[-1]"
${places
  .flatMap(({ path, options }) =>
    options.flatMap(({ flag, values }) => (values ? [caseOf(`${path} ${flag}`, printed(values))] : [])),
  )
  .join("\n")}
    end
    return
  end
  if not string match -q -- '-*' "$current"
    switch "$place $count"
${places.flatMap((place) => argumentCases(place, say)).join("\n")}
    end
  end
  if string match -q -- '-*' "$current"
    switch "$place"
${places
  .filter(({ options }) => options.length > 0)
  .map(({ path, options }) =>
    caseOf(
      path,
      printedLines(
        options.map(({ flag, spec: { text } }) => [flag, say(text ?? `option-${flag.slice(2)}`)] as const),
      ),
    ),
  )
  .join("\n")}
    end
  end
end
complete -c ricevimenti -f -a '(__ricevimenti_complete)'
`;
}

function argumentCases({ path, next, args }: Place, say: Say): readonly string[] {
  const commands = printedLines(
    next.map(
      (word) => [word, say(`help-${[...path.split(" "), word].join("-").replace(/^-/, "")}`)] as const,
    ),
  );
  const words = next.length > 0 ? [commands] : [];
  if (args.length === 0) return next.length > 0 ? [caseOf(`${path} 0`, ...words)] : [];
  return args.map(({ values, repeated }, index) =>
    caseOf(`${path} ${repeated ? "*" : index}`, ...(index === 0 ? words : []), printed(values)),
  );
}

function caseOf(what: string, ...lines: readonly string[]): string {
  return `      case ${quoted(what)}\n${lines.map((line) => `        ${line}`).join("\n")}`;
}

function printed(values: Values): string {
  if ("words" in values) return printedLines(values.words.map((word) => [word] as const));
  switch (values.kind) {
    case "files":
      return "__fish_complete_path $current";
    case "services":
      return "$typed[1] completion services $office 2>/dev/null";
    case "free":
      return "true";
    default:
      return `$typed[1] completion ${values.kind} 2>/dev/null`;
  }
}

/** A word and, behind a tabulator, what it is for. */
function printedLines(lines: readonly (readonly [word: string, help?: string])[]): string {
  return `printf '%s\\n' ${lines.map((line) => quoted(line.filter((part) => part !== undefined).join("\t"))).join(" ")}`;
}

const quoted = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
