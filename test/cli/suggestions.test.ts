import { afterEach, beforeEach, expect, test } from "vitest";
import { nearestWord } from "../../packages/cli/src/suggestion.ts";
import { type CommandLine, freeTimes, townHall } from "./command-line.ts";
import { ENTER, terminal } from "./terminal.ts";

const OFFICES = ["tributi-imu", "tributi-tari", "polizia-locale", "suape"];

test.each([
  ["tributi-im", "tributi-imu"],
  ["tirbuti-imu", "tributi-imu"],
  ["TRIBUTI-TARI", "tributi-tari"],
  ["polizia", "polizia-locale"],
  ["suap", "suape"],
  ["tributi", null],
  ["anagrafe", null],
  ["x", null],
  ["", null],
])("%j is taken for %j", (typed, meant) => {
  expect(nearestWord(typed, OFFICES)).toBe(meant);
});

let line: CommandLine;
beforeEach(async () => {
  line = await townHall();
});
afterEach(() => line[Symbol.asyncDispose]());

test("mistyped ids and values are answered with what was most likely meant", async () => {
  const calls: readonly (readonly [readonly string[], number, string])[] = [
    [["slots", "sempr"], 3, "Forse intendevi: sempre?"],
    [["agenda", "smepre"], 3, "Forse intendevi: sempre?"],
    [["slots", "sempre", "--service", "pratca"], 3, "Forse intendevi: pratica?"],
    [["service", "edit", "sempre", "pratich", "--minutes", "15"], 3, "Forse intendevi: pratica?"],
    [["service", "remove", "sempre", "praitca"], 3, "Forse intendevi: pratica?"],
    [["booking", "list", "--state", "confirmd"], 2, "Forse intendevi: confirmed?"],
    [["timetable", "export", "--format", "jsn"], 2, "Forse intendevi: json?"],
    [["agneda"], 2, "Forse intendevi: agenda?"],
    [["help", "offic"], 2, "Forse intendevi: office?"],
    [["offic", "add", "--help"], 2, "Forse intendevi: office?"],
    [["office", "ad", "-h"], 2, "Forse intendevi: add?"],
    [["slots", "tutt-altro"], 3, "guarda «ricevimenti office list».\n"],
  ];
  const answers = await Promise.all(calls.map(([args]) => line.run(...args)));
  for (const [index, [args, status, sentence]] of calls.entries()) {
    const answer = answers[index];
    expect([args, answer?.status, answer?.stdout]).toEqual([args, status, ""]);
    expect(answer?.stderr).toContain(sentence);
  }
  expect((await line.json("slots", "sempr")).document).toMatchObject({ refusal: "office_unknown" });
}, 20_000);

test("days are understood as people say them", async () => {
  const [today, tomorrow, span] = await Promise.all([
    line.json<unknown[]>("slots", "sempre", "--from", "oggi", "--to", "oggi"),
    line.json<{ start: string }[]>("slots", "sempre", "--from", "domani", "--to", "Domani"),
    line.json<{ start: string }[]>("slots", "sempre", "--from", "tomorrow", "--to", "dopodomani"),
  ]);
  const day = (at: number) =>
    new Date(Date.now() + at * 86_400_000).toLocaleDateString("sv", { timeZone: "Europe/Rome" });
  expect(today.status).toBe(0);
  expect([...new Set(tomorrow.document.map(({ start }) => start.slice(0, 10)))]).toEqual([day(1)]);
  expect([...new Set(span.document.map(({ start }) => start.slice(0, 10)))]).toEqual([day(1), day(2)]);
  await line.run(
    "closure",
    "add",
    "--all",
    "--from",
    "domani",
    "--to",
    "dopodomani",
    "--reason",
    "Allerta meteo",
  );
  expect((await line.json("closure", "list", "--from", "domani")).document).toMatchObject([
    { from: day(1), to: day(2), reason: "Allerta meteo" },
  ]);
  expect((await line.run("agenda", "--date", "domani")).status).toBe(0);
  expect((await line.run("agenda", "--date", "ieri l'altro")).status).toBe(2);
});

test("what cannot be undone is done at a terminal after a yes only; scripts and --yes are not asked", async () => {
  const [first, second] = await freeTimes(line);
  const booked = async (start: string | undefined, email: string) => {
    const facts = ["--name", "Mario Rossi", "--email", email, "--reason", "Pratica", "--mode", "virtual"];
    const time = ["--office", "sempre", "--start", start ?? ""];
    return (await line.json<{ code: string }>("booking", "create", ...time, ...facts, "--confirmed")).document
      .code;
  };
  const stateOf = async (code: string) =>
    (await line.json<{ state: string }>("booking", "show", code)).document.state;
  const code = await booked(first?.start, "mario@example.it");
  const person = terminal(line, ["booking", "cancel", code.toLowerCase().replace("-", " ")]);
  await person.reads(`Annullare la prenotazione ${code} di Mario Rossi, `);
  person.types(ENTER);
  expect(await person.ended).toBe(1);
  expect(await stateOf(code)).toBe("confirmed");
  const sure = terminal(line, ["booking", "cancel", code, "--yes"]);
  expect(await sure.ended).toBe(0);
  expect(await stateOf(code)).toBe("cancelled");

  const other = await booked(second?.start, "ada@example.it");
  await line.write("nessuno.yaml", "offices: []\n");
  const importing = terminal(line, [
    "timetable",
    "import",
    "nessuno.yaml",
    "--prune",
    "--on-conflict",
    "cancel",
  ]);
  await importing.reads("Ufficio tolto: sempre.");
  await importing.reads("Va bene così?");
  importing.types(`n${ENTER}`);
  expect(await importing.ended).toBe(1);
  expect(await stateOf(other)).toBe("confirmed");
  const script = await line.json("timetable", "import", "nessuno.yaml", "--prune", "--on-conflict", "cancel");
  expect(script.document).toMatchObject({
    removed: ["sempre"],
    conflicts: [{ code: other, outcome: "cancelled" }],
  });
}, 40_000);
