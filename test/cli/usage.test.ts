import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../packages/cli/src/command-table.ts";
import { inProcess } from "./in-process.ts";

const italian = inProcess({ env: { LANG: "it_IT.UTF-8" } });
const english = inProcess({ env: { LANG: "en_GB.UTF-8" } });

describe("wrong usage ends with 2 and one sentence in the user's language", () => {
  test.each([
    [
      ["slotz"],
      "Il comando «slotz» non esiste. Forse intendevi: slots?",
      "There is no command “slotz”. Did you mean: slots?",
    ],
    [
      ["slots", "x", "--form", "y"],
      "L’opzione «--form» non esiste. Forse intendevi: --from?",
      "There is no option “--form”. Did you mean: --from?",
    ],
    [["slots", "x", "--zzz"], "L’opzione «--zzz» non esiste.", "There is no option “--zzz”."],
    [["slots"], "Manca l’argomento «office».", "The argument “office” is missing."],
    [
      ["booking", "list", "--office"],
      "Manca il valore dell’opzione «--office <office>».",
      "The option “--office <office>” needs a value.",
    ],
    [
      ["slots", "a", "b", "c"],
      "Ci sono troppi argomenti: a, b, c.",
      "There are too many arguments: a, b, c.",
    ],
    [
      ["booking", "move", "K7P-4QX"],
      "Manca l’opzione obbligatoria «--start <time>».",
      "The option “--start <time>” is required.",
    ],
    [
      ["slots", "x", "--mode", "phone"],
      "--mode <mode>: «phone» non va bene; sono possibili: in_person, virtual.",
      "--mode <mode>: “phone” will not do; possible are: in_person, virtual.",
    ],
    [
      ["start", "--only", "web,mail"],
      "--only: «web,mail» non va bene; sono possibili, separate da virgole: web, bot, worker.",
      "--only: “web,mail” will not do; possible are, separated by commas: web, bot, worker.",
    ],
  ])("%j", async (args, it, en) => {
    expect(await italian(...args)).toEqual({ status: 2, stdout: "", stderr: `${it}\n` });
    expect(await english(...args)).toEqual({ status: 2, stdout: "", stderr: `${en}\n` });
  });

  test("and a script gets it as JSON", async () => {
    expect(await english("slotz", "--json")).toEqual({
      status: 2,
      stdout: '{"error":"usage","message":"There is no command “slotz”. Did you mean: slots?"}\n',
      stderr: "",
    });
  });

  test("a group without its command shows what there is", async () => {
    const { status, stdout, stderr } = await italian("timetable");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(
      /^Uso: ricevimenti timetable .*\n[\s\S]*import <file>[\s\S]*Manca il comando\.\n$/,
    );
  });
});

describe("help", () => {
  test("is in the user's language, down to commander's own words", async () => {
    const { status, stdout } = await italian("--help");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Uso: ricevimenti \[opzioni\] \[comando\]\n[\s\S]*Opzioni:[\s\S]*Comandi:/);
    expect((await english("--help")).stdout).toMatch(/^Usage: [\s\S]*Options:[\s\S]*Commands:/);
  });

  test.each([
    [undefined, "Uso:"],
    ["", "Uso:"],
    ["it", "Uso:"],
    ["en", "Usage:"],
    ["de_AT.UTF-8", "Usage:"],
    ["C.UTF-8", "Usage:"],
  ])("LANG=%s gives %s", async (LANG, word) => {
    const { stdout } = await inProcess({ env: LANG === undefined ? {} : { LANG } })("help", "slots");
    expect(stdout.startsWith(word)).toBe(true);
  });

  test("fits the terminal and is bold there only", async () => {
    const { stdout } = await inProcess({ env: { LANG: "it" }, columns: 70, colour: true })(
      "agenda",
      "--help",
    );
    const [first = "", ...rest] = stdout.split("\n");
    expect(first).toMatch(/^\u001B\[1mUso:\u001B\[22m /);
    expect(Math.max(...rest.map((text) => text.length))).toBeLessThanOrEqual(70);
    expect((await italian("agenda", "--help")).stdout).not.toContain("\u001B");
  });

  test.each(COMMANDS.map(({ name }) => name))("%s has help in both languages, and --json", async (name) => {
    const { status, stdout } = await english(...name.split(" "), "--help");
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: ricevimenti ${name}.*\\n[\\s\\S]*--json`));
    expect((await italian(...name.split(" "), "--help")).stdout).not.toMatch(
      /Usage|Options|Arguments|display help/,
    );
  });
});

test("the version is one line", async () => {
  expect(await italian("--version")).toEqual({ status: 0, stdout: "1.2.3\n", stderr: "" });
});
