import type { Say } from "@ricevimenti/core";
import { known, type Place, placesOf, type Shell, type Values, valued } from "./completion-words.ts";
import { fishScript } from "./fish-script.ts";
import type { Vocabulary } from "./man-page.ts";

/** The script a shell reads to complete `ricevimenti`: made from the commands there are. */
export function completionScript(shell: Shell, vocabulary: Vocabulary, say: Say): string {
  const places = placesOf(vocabulary);
  switch (shell) {
    case "bash":
      return `# ricevimenti completion bash > /etc/bash_completion.d/ricevimenti\n${bashScript(places)}`;
    case "zsh":
      // Zsh runs what is written for bash as it is.
      return `# In ~/.zshrc, after compinit: source <(ricevimenti completion zsh)
autoload -U +X bashcompinit && bashcompinit
${bashScript(places)}`;
    case "fish":
      return fishScript(places, say);
    default:
      return shell satisfies never;
  }
}

function bashScript(places: readonly Place[]): string {
  return `_ricevimenti() {
  local cur prev word skip='' place='' office='' count=0 kind='' words=''
  cur=\${COMP_WORDS[COMP_CWORD]}
  prev=\${COMP_WORDS[$((COMP_CWORD - 1))]}
  for word in "\${COMP_WORDS[@]:1:$((COMP_CWORD - 1))}"; do
    if [ -n "$skip" ]; then
      [ "$skip" != --office ] || office=$word
      skip=''
      continue
    fi
    case "$word" in
    ${valued(places).join("|")}) skip=$word; continue ;;
    -*) continue ;;
    esac
    case "$count \${place:+$place }$word" in
    ${known(places)
      .map((path) => `'0 ${path}'`)
      .join("|")}) place="\${place:+$place }$word"; continue ;;
    esac
    [ "$count" -gt 0 ] || office=$word
    count=$((count + 1))
  done
  case "$place $prev" in
${places
  .flatMap(({ path, options }) =>
    options.flatMap(({ flag, values }) => (values ? [`  '${path} ${flag}') ${assigned(values)} ;;`] : [])),
  )
  .join("\n")}
  esac
  [ -n "$words$kind" ] || case "$cur" in
  -*) ;;
  *)
    case "$place $count" in
${places.flatMap(argumentCases).join("\n")}
    esac ;;
  esac
  [ -n "$words$kind" ] || case "$place" in
${places
  .filter(({ options }) => options.length > 0)
  .map(({ path, options }) => `  '${path}') words='${options.map(({ flag }) => flag).join(" ")}' ;;`)
  .join("\n")}
  esac
  case "$kind" in
  offices|bookings) words="$words $("\${COMP_WORDS[0]}" completion "$kind" 2>/dev/null)" ;;
  services) words=$("\${COMP_WORDS[0]}" completion services $office 2>/dev/null) ;;
  files)
    local IFS=$'\\n'
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$cur"))
    return ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -F _ricevimenti ricevimenti
`;
}

function argumentCases({ path, next, args }: Place): readonly string[] {
  const words = next.length > 0 ? `words='${next.join(" ")}'; ` : "";
  const cases = args.map(({ values, repeated }, index) => {
    const at = repeated ? `'${path} '[0-9]*` : `'${path} ${index}'`;
    return `    ${at}) ${index === 0 ? words : ""}${assigned(values)} ;;`;
  });
  return args.length === 0 && next.length > 0 ? [`    '${path} 0') ${words.replace("; ", "")} ;;`] : cases;
}

function assigned(values: Values): string {
  return "words" in values ? `words='${values.words.join(" ")}'` : `kind=${values.kind}`;
}
