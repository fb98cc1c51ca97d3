import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { COMMANDS } from "../../packages/cli/src/command-table.ts";
import { type CommandLine, townHall } from "./command-line.ts";
import { inProcess } from "./in-process.ts";
import { terminal } from "./terminal.ts";

const english = inProcess({ env: { LANG: "en_GB.UTF-8" } });
const italian = inProcess({ env: { LANG: "it_IT.UTF-8" } });

describe("the completion", () => {
  /** What a real bash that has loaded the script offers after these words. */
  async function offered(...words: string[]): Promise<readonly string[]> {
    const { stdout: script } = await english("completion", "bash");
    const typed = ["ricevimenti", ...words].map((word) => `'${word}'`).join(" ");
    const asks = `COMP_WORDS=(${typed}); COMP_CWORD=$((\${#COMP_WORDS[@]}-1)); _ricevimenti; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr, status } = spawnSync("bash", ["--norc", "-c", `${script}\n${asks}`], {
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    return stdout.trim().split("\n");
  }

  test("offers commands, their options and an option's values in a real bash", async () => {
    expect(await offered("off")).toEqual(["office"]);
    expect(await offered("office", "re")).toEqual(["remove"]);
    expect(await offered("office", "add", "--ho")).toEqual(["--holidays", "--hours"]);
    expect(await offered("office", "add", "anagrafe", "--holidays", "")).toEqual(["closed", "open"]);
    expect((await offered("completion", "")).slice(0, 3)).toEqual(["bash", "zsh", "fish"]);
    for (const { name } of COMMANDS) {
      const words = name.split(" ");
      expect(await offered(...words)).toContain(words.at(-1));
    }
  });

  test("names every command for zsh and fish, and knows no other shell", async () => {
    for (const shell of ["zsh", "fish"]) {
      const { stdout } = await english("completion", shell);
      for (const { name } of COMMANDS) expect(stdout).toContain(`'${name}'`);
    }
    expect((await italian("completion", "csh")).stderr).toBe(
      "«csh» non va bene; sono possibili: bash, zsh, fish.\n",
    );
  });
});

test("the manual page is that of the commands there are: `LANG=en ricevimenti man > packages/cli/man/ricevimenti.1`", async () => {
  const kept = readFileSync(new URL("../../packages/cli/man/ricevimenti.1", import.meta.url), "utf8");
  const { stdout } = await english("man");
  const withoutVersion = (page: string) => page.replace(/^\.TH.*\n/, "");
  expect(withoutVersion(kept)).toBe(withoutVersion(stdout));
  expect(stdout).toContain(".SS booking create");
});

test("help shows how a command is typed", async () => {
  expect((await italian("closure", "add", "--help")).stdout).toMatch(
    /\nEsempi:\n {2}ricevimenti closure add --all /,
  );
});

describe("on a terminal", () => {
  let line: CommandLine;
  beforeEach(async () => {
    line = await townHall();
  });
  afterEach(() => line[Symbol.asyncDispose]());

  test("a long answer goes to the pager, and a short one does not", async () => {
    const env = { PAGER: "sed s/^/PAGINA/" };
    const long = terminal(line, ["slots", "sempre"], { rows: 20, env });
    expect(await long.ended).toBe(0);
    expect(long.text).toMatch(/^PAGINA/);
    const short = terminal(line, ["office", "list"], { rows: 20, env });
    expect(await short.ended).toBe(0);
    expect(short.text).not.toContain("PAGINA");
  });

  test("colours are shown, and not with NO_COLOR", async () => {
    const colourful = terminal(line, ["office", "list"]);
    expect(await colourful.ended).toBe(0);
    expect(colourful.raw).toContain("\u001B[1m");
    const plain = terminal(line, ["office", "list"], { env: { NO_COLOR: "1" } });
    expect(await plain.ended).toBe(0);
    expect(plain.raw).not.toContain("\u001B[1m");
  });
});
