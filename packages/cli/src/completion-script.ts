import type { CommandSpec } from "./command-table.ts";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** What may follow the words of a command typed so far: `office` is followed by `list`, `office list` by options. */
function continuations(commands: readonly CommandSpec[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const add = (path: string, word: string) => found.set(path, (found.get(path) ?? new Set()).add(word));
  for (const { name } of commands) {
    const words = name.split(" ");
    for (const [at, word] of words.entries()) add(words.slice(0, at).join(" "), word);
  }
  for (const spec of commands) {
    const named = spec.name === "completion" ? SHELLS : [];
    for (const word of [...named, ...flagsOf(spec), ...GLOBALS]) add(spec.name, word);
  }
  return new Map([...found].map(([path, words]) => [path, [...words]]));
}

/** What may follow an option: a closed list of its values. */
function values(commands: readonly CommandSpec[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { name, options = [] } of commands) {
    for (const { flags, choices } of options) if (choices) found.set(`${name} ${longOf(flags)}`, choices);
  }
  return found;
}

const GLOBALS = ["--json", "--actor", "--quiet", "--verbose", "--help"];
const longOf = (flags: string) => /--[a-z-]+/.exec(flags)?.[0] ?? flags;
const flagsOf = ({ options = [] }: CommandSpec) => options.map(({ flags }) => longOf(flags));

/** The script a shell reads to complete `ricevimenti`: made from the commands there are. */
export function completionScript(shell: Shell, commands: readonly CommandSpec[]): string {
  const cases = [...continuations(commands)]
    .map(([path, words]) => `    '${path}') words='${words.join(" ")}' ;;`)
    .join("\n");
  const choices = [...values(commands)]
    .map(([key, words]) => `    '${key}') words='${words.join(" ")}' ;;`)
    .join("\n");
  const groups = [...continuations(commands).keys()].filter((path) => path !== "");
  const known = groups.map((path) => `'${path}'`).join("|");
  switch (shell) {
    case "bash":
      return `# ricevimenti completion bash > /etc/bash_completion.d/ricevimenti
_ricevimenti() {
  local cur prev word path='' words=''
  cur=\${COMP_WORDS[COMP_CWORD]}
  prev=\${COMP_WORDS[COMP_CWORD-1]}
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${path:+$path }$word" in
    ${known}) path="\${path:+$path }$word" ;;
    esac
  done
  case "$path $prev" in
${choices}
  esac
  [ -n "$words" ] || case "$path" in
${cases}
  esac
  case "$cur" in
    -*) ;;
    *) [[ $words == --* ]] && { COMPREPLY=($(compgen -f -- "$cur")); return; } ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -F _ricevimenti ricevimenti
`;
    case "zsh":
      return `#compdef ricevimenti
# ricevimenti completion zsh > "\${fpath[1]}/_ricevimenti"
_ricevimenti() {
  local word place='' offered='' before=\${words[CURRENT-1]}
  for word in \${words[2,CURRENT-1]}; do
    case "\${place:+$place }$word" in
    ${known}) place="\${place:+$place }$word" ;;
    esac
  done
  case "$place $before" in
${choices.replaceAll(" words=", " offered=")}
  esac
  [ -n "$offered" ] || case "$place" in
${cases.replaceAll(" words=", " offered=")}
  esac
  compadd -- \${=offered}
  [[ $offered == --* ]] && _files
}
(( $+functions[compdef] )) && compdef _ricevimenti ricevimenti
`;
    case "fish":
      return fishScript(commands);
    default:
      return shell satisfies never;
  }
}

function fishScript(commands: readonly CommandSpec[]): string {
  const known = [...continuations(commands).keys()].filter((path) => path !== "").map((path) => `'${path}'`);
  const lines = [...continuations(commands)].flatMap(([path, words]) => {
    const here = `-n '__ricevimenti_at "${path}"'`;
    const options = words.filter((word) => word.startsWith("--"));
    const next = words.filter((word) => !word.startsWith("--"));
    return [
      ...(next.length > 0 ? [`complete -c ricevimenti ${here} -f -a '${next.join(" ")}'`] : []),
      ...options.map((option) => {
        const choices = values(commands).get(`${path} ${option}`);
        const more = choices ? ` -x -a '${choices.join(" ")}'` : "";
        return `complete -c ricevimenti ${here} -l ${option.slice(2)}${more}`;
      }),
    ];
  });
  return `# ricevimenti completion fish > ~/.config/fish/completions/ricevimenti.fish
function __ricevimenti_at
  set -l place ''
  for word in (commandline -opc)[2..-1]
    set -l longer (string trim -- "$place $word")
    if contains -- "$longer" ${known.join(" ")}
      set place "$longer"
    end
  end
  test "$place" = "$argv[1]"
end
${lines.join("\n")}
`;
}
