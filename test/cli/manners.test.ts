import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { COMMANDS, GLOBAL_OPTIONS } from "../../packages/cli/src/command-table.ts";
import { type CommandLine, townHall } from "./command-line.ts";
import { inProcess } from "./in-process.ts";
import { terminal } from "./terminal.ts";

const english = inProcess({ env: { LANG: "en_GB.UTF-8" } });
const italian = inProcess({ env: { LANG: "it_IT.UTF-8" } });

test("the manual page is that of the commands there are: `LANG=en ricevimenti man > packages/cli/man/ricevimenti.1`", async () => {
  const kept = readFileSync(new URL("../../packages/cli/man/ricevimenti.1", import.meta.url), "utf8");
  const { stdout } = await english("man");
  const withoutVersion = (page: string) => page.replace(/^\.TH.*\n/, "");
  expect(withoutVersion(kept)).toBe(withoutVersion(stdout));
  expect(stdout).toContain(".SS booking create");
});

test.each(COMMANDS.map((spec) => [spec.name, spec] as const))(
  "%s has examples that can be typed",
  (name, spec) => {
    const { examples = [], options = [] } = spec;
    const known = [...options, ...GLOBAL_OPTIONS].map(({ flags }) => /--[a-z-]+/.exec(flags)?.[0]);
    expect(examples.length).toBeGreaterThan(0);
    expect(examples.some((line) => `${line} `.includes(`ricevimenti ${name} `))).toBe(true);
    for (const line of examples) {
      for (const flag of line.match(/--[a-z-]+/g) ?? []) expect(known).toContain(flag);
    }
  },
);

test("help can be asked for in front, too", async () => {
  for (const words of [["office"], ["office", "add"], ["slots"], ["slots", "explain"], ["agenda"]]) {
    const [before, behind] = await Promise.all([italian("help", ...words), italian(...words, "--help")]);
    expect(before).toEqual(behind);
    expect(before.status).toBe(0);
    expect(before.stdout).toContain(`ricevimenti ${words.join(" ")}`);
  }
  expect((await italian("help")).stdout).toBe((await italian("--help")).stdout);
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
