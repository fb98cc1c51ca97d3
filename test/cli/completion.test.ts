import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMANDS, GLOBAL_OPTIONS } from "../../packages/cli/src/command-table.ts";
import { type CommandLine, freeTimes, LINK, townHall } from "./command-line.ts";
import { inProcess } from "./in-process.ts";

const english = inProcess({ env: { LANG: "en_GB.UTF-8" } });
const italian = inProcess({ env: { LANG: "it_IT.UTF-8" } });
const flagOf = (flags: string) => /--[a-z-]+/.exec(flags)?.[0] ?? "";
const globals = [...GLOBAL_OPTIONS.map(({ flags }) => flagOf(flags)), "--help"];

let line: CommandLine;
let code: string;
beforeAll(async () => {
  line = await townHall();
  line.env.PATH = `${dirname(LINK)}:${line.env.PATH}`;
  await line.run("office", "add", "anagrafe", "--name", "Anagrafe");
  await line.run("service", "add", "anagrafe", "carta", "--name", "Carta");
  const [slot] = await freeTimes(line);
  const booking = await line.json<{ code: string }>(
    ...["booking", "create", "--office", "sempre", "--start", slot?.start ?? "", "--mode", "virtual"],
    ...["--name", "Mario Rossi", "--email", "mario@example.it", "--reason", "Pratica", "--confirmed"],
  );
  code = booking.document.code;
}, 30_000);
afterAll(() => line[Symbol.asyncDispose]());

type Offers = (lines: readonly string[]) => Promise<readonly (readonly string[])[]>;

/** What a shell that has loaded the script offers at the end of each line. */
function shellOffers(
  shell: "bash" | "fish",
  asks: (words: string) => string,
  program: readonly string[],
): Offers {
  return async (lines) => {
    const { stdout: script } = await english("completion", shell);
    const asked = lines.map((typed) => `${asks(`ricevimenti ${typed}`)}; echo ----`).join("\n");
    const [command = "", ...args] = program;
    const { stdout, stderr, status } = spawnSync(command, [...args, `${script}\n${asked}`], {
      encoding: "utf8",
      cwd: line.folder,
      env: line.env,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const words = (part: string) => part.split("\n").map((text) => (text.split("\t")[0] ?? "").trim());
    return stdout
      .split("----\n")
      .slice(0, -1)
      .map((part) =>
        words(part)
          .filter((word) => word !== "")
          .sort(),
      );
  };
}

const inBash = shellOffers(
  "bash",
  (typed) => {
    const words = typed.split(" ").map((word) => `'${word}'`);
    return `COMP_WORDS=(${words.join(" ")}); COMP_CWORD=${words.length - 1}; COMPREPLY=(); _ricevimenti; printf '%s\\n' "\${COMPREPLY[@]}"`;
  },
  ["bash", "--norc", "-c"],
);
const inFish = shellOffers("fish", (typed) => `complete -C '${typed}'`, ["fish", "--no-config", "-c"]);
const has = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

describe.each([
  { shell: "bash", offered: inBash, here: true },
  { shell: "fish", offered: inFish, here: has("fish") },
])("a real $shell", ({ offered, here }) => {
  test.skipIf(!here)("completes every command, every option, and every value that is known", async () => {
    const wanted = new Map<string, readonly string[]>();
    for (const { name, options = [] } of COMMANDS) {
      const words = name.split(" ");
      for (const [index, word] of words.entries()) {
        const siblings = COMMANDS.map((other) => other.name.split(" "))
          .filter((other) => words.slice(0, index).every((one, at) => other[at] === one))
          .flatMap((other) => other[index] ?? [])
          .filter((other) => other.startsWith(word));
        wanted.set([...words.slice(0, index), word].join(" "), [...new Set(siblings)]);
      }
      wanted.set(`${name} --`, [...options.map(({ flags }) => flagOf(flags)), ...globals]);
      for (const { flags, choices } of options) if (choices) wanted.set(`${name} ${flagOf(flags)} `, choices);
    }
    const answers = await offered([...wanted.keys()]);
    const told = Object.fromEntries([...wanted.keys()].map((typed, index) => [typed, answers[index]]));
    expect(told).toEqual(Object.fromEntries([...wanted].map(([typed, words]) => [typed, [...words].sort()])));
  });

  test.skipIf(!here)(
    "completes what only the town knows: offices, an office's services, codes, files",
    async () => {
      await line.write("orari.yaml", "");
      const wanted: Record<string, readonly string[]> = {
        "office edit ": ["anagrafe", "sempre"],
        "office edit an": ["anagrafe"],
        "agenda sempre an": ["anagrafe"],
        "closure add anagrafe --all --from 2026-12-24 se": ["sempre"],
        "booking list --office ": ["anagrafe", "sempre"],
        "service edit anagrafe ": ["carta"],
        "service edit sempre ": ["pratica"],
        "slots sempre --service ": ["pratica"],
        "booking create --office anagrafe --service ": ["carta"],
        "booking show ": [code],
        "slots exp": ["explain"],
        "slots se": ["sempre"],
        "--json office ed": ["edit"],
        "timetable import or": ["orari.yaml"],
        "completion z": ["zsh"],
        "office add --name ": [],
        "booking cancel --actor ": [],
      };
      const answers = await offered(Object.keys(wanted));
      expect(Object.fromEntries(Object.keys(wanted).map((typed, index) => [typed, answers[index]]))).toEqual(
        wanted,
      );
    },
  );
});

test("zsh is given what a real bash has been shown to understand, in words zsh understands, too", async () => {
  const [{ stdout: zsh }, { stdout: bash }] = await Promise.all([
    english("completion", "zsh"),
    english("completion", "bash"),
  ]);
  const body = bash.slice(bash.indexOf("\n") + 1);
  expect(zsh).toBe(
    `# In ~/.zshrc, after compinit: source <(ricevimenti completion zsh)\nautoload -U +X bashcompinit && bashcompinit\n${body}`,
  );
  // In zsh a name behind the colon of a subscript is a modifier, and unset arrays are no words.
  expect(body).not.toMatch(/:[A-Z_]+[-}]/);
  expect(body).not.toMatch(/mapfile|readarray|\$\{!|declare|\bshopt\b/);
});

describe.skipIf(!has("zsh"))("a real zsh", () => {
  test("loads the script and calls its function", async () => {
    const { stdout: script } = await english("completion", "zsh");
    const typed = "COMP_WORDS=(ricevimenti office re); COMP_CWORD=2; COMPREPLY=()";
    const asks = `emulate ksh -c '${typed}; compgen() { print -r -- "$2"; }; _ricevimenti; print -r -- "\${COMPREPLY[@]}"'`;
    const zsh = `autoload -U compinit; compinit -u -D\n${script}\n${asks}`;
    const { stdout, status } = spawnSync("zsh", ["-f", "-c", zsh], { encoding: "utf8", env: line.env });
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining("remove") });
  });
});

describe("fish, as its script is written,", () => {
  test("has a case for every place at which bash completes something, with the same words", async () => {
    const { stdout: script } = await english("completion", "fish");
    for (const { name, options = [] } of COMMANDS) {
      const flags = [...options.map((option) => flagOf(option.flags)), ...globals];
      const [, offered = ""] = new RegExp(`case '${name}'\\n +printf '%s\\\\n' (.*)\\n`).exec(script) ?? [];
      expect([...offered.matchAll(/'(--[a-z-]+)\t/g)].map(([, flag]) => flag)).toEqual(flags);
      for (const { flags: spelled, choices } of options) {
        if (!choices) continue;
        expect(script).toContain(
          `case '${name} ${flagOf(spelled)}'\n        printf '%s\\n' ${choices.map((one) => `'${one}'`).join(" ")}\n`,
        );
      }
    }
    expect(script.match(/^\s*(function|for|if|switch|while|begin)\b/gm)?.length).toBe(
      script.match(/^\s*end$/gm)?.length,
    );
  });

  test("tells beside each word what it is for, in the person's language", async () => {
    const { stdout } = await italian("completion", "fish");
    expect(stdout).toContain("'office\tgli uffici'");
    expect(stdout).toContain("'--json\t");
    expect(stdout.match(/(?<!\\)'/g)?.length).toSatisfy((count: number) => count % 2 === 0);
  });
});

test("no other shell is known; what the town knows is listed for scripts, too", async () => {
  expect((await italian("completion", "csh")).stderr).toBe(
    "«csh» non va bene; sono possibili: bash, zsh, fish.\n",
  );
  expect((await line.json("completion", "offices")).document).toEqual({
    list: "offices",
    values: ["sempre", "anagrafe"],
  });
  expect((await line.run("completion", "services")).stdout).toBe("pratica\ncarta\n");
});
