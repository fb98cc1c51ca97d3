import { afterEach, beforeEach, expect, test } from "vitest";
import { type CommandLine, commandLine, EXAMPLE, townHall } from "./command-line.ts";
import { ENTER, type Terminal, terminal } from "./terminal.ts";

const DOWN = "\u001B[B";
const SPACE = " ";

let line: CommandLine;
beforeEach(async () => {
  line = await townHall();
});
afterEach(() => line[Symbol.asyncDispose]());

/** Answers each question as it appears; what is typed for it ends with Enter. */
async function answers(
  person: Terminal,
  talk: readonly (readonly [string | RegExp, string])[],
): Promise<void> {
  for (const [question, keys] of talk) {
    await person.reads(question);
    person.types(keys + ENTER);
  }
}

test("init asks for the town, explains each answer, says what is wrong with one, and ends with the doctor", async () => {
  await using empty = await commandLine();
  const person = terminal(empty, ["init"], { columns: 80 });
  const said = async (why: RegExp, question: string, keys: string) => {
    expect(await person.reads(question)).toMatch(why);
    person.types(keys + ENTER);
  };
  await said(/Lo leggono i cittadini/, "Nome del comune:", "Comune di Prova");
  await said(/da qui partono le mail/i, "Indirizzo e-mail del comune", "nessuna");
  await person.reads("«nessuna» non è un indirizzo e-mail");
  person.types(`${"\b".repeat(7)}comune@comune.example.it${ENTER}`);
  await said(/ora\s+legale/, "Fuso orario:", "");
  await person.reads("Lingua dei messaggi:");
  await person.reads("↑↓ sposta • ⏎ sceglie");
  person.types(ENTER);
  await said(/feste nazionali/, "Festa del patrono", "06-13");
  expect(await person.reads("Controllo:")).toContain("Comune registrato: Comune di Prova");
  await person.reads(/attenzione +Uffici: 0/);
  await person.reads("1. Carica gli uffici");
  expect(await person.ended).toBe(0);
  const report = person.text.slice(person.text.indexOf("Comune registrato"));
  const longest = Math.max(...report.split("\n").map((text) => text.length));
  expect(longest).toBeLessThanOrEqual(80);
  expect((await empty.json<{ municipality: object }>("timetable", "export")).document.municipality).toEqual({
    name: "Comune di Prova",
    timezone: "Europe/Rome",
    locale: "it",
    patron_saint: "06-13",
    email: "comune@comune.example.it",
  });
}, 30_000);

test("init takes town and offices from a file without asking, and the second time changes nothing", async () => {
  await using empty = await commandLine();
  const first = await empty.json("init", "--file", EXAMPLE);
  expect(first).toMatchObject({ status: 0, document: { unchanged: false, name: "Comune di Ozieri" } });
  expect(first.document.offices).toHaveLength(9);
  expect((await empty.json("init", "--file", EXAMPLE)).document).toMatchObject({
    unchanged: true,
    offices: [],
  });
  const unread = await empty.json("init", "--file", "nessuno.yaml");
  expect(unread).toMatchObject({ status: 3, document: { error: "file_unreadable" } });
  const broken = await empty.pipe("offices: [{ id: A }]", "init", "--file", "-");
  expect(broken.status).toBe(5);
  expect(broken.stderr).toMatch(/^riga 1, colonna \d+: /);
  const known = await empty.pipe(
    "municipality: { name: Altro, timezone: Europe/Rome, locale: it }\noffices: []",
    "init",
    "--file",
    "-",
    "--locale",
    "en",
  );
  expect(known.stdout).toMatch(/^Dati del comune cambiati: Altro/);
}, 30_000);

test("an office is changed after it was chosen, from what it has now", async () => {
  const person = terminal(line, ["office", "edit"]);
  await answers(person, [
    ["Quale ufficio:", ""],
    ["Nome dell’ufficio: (Ufficio sempre aperto)", ""],
    ["Servizio o settore", "Servizio 1"],
    ["Indirizzo e-mail", ""],
    ["Dove si trova", "Piazza Cantareddu"],
    ["Telefono", ""],
    ["Cambiare gli orari settimanali?", "s"],
    ["Giorni e ore di apertura", "a mattina"],
    ["non è un’apertura", `${"\b".repeat(9)}lun-ven 9-12.30`],
    ["Un’altra apertura", "mar,giovedì 15:00-17:30"],
    ["Un’altra apertura", ""],
    ["Minuti di ogni appuntamento", "20"],
  ]);
  await person.reads("spazio sceglie");
  person.types(SPACE + ENTER);
  await person.reads("Scegline almeno uno con la barra spaziatrice.");
  person.types(DOWN + SPACE + ENTER);
  await answers(person, [
    ["Quanti sportelli", "2"],
    ["Va bene così?", "s"],
  ]);
  expect(await person.ended).toBe(0);
  expect((await line.json("office", "show", "sempre")).document).toMatchObject({
    name: "Ufficio sempre aperto",
    unit: "Servizio 1",
    place: "Piazza Cantareddu",
    hours: [
      {
        days: ["mon", "tue", "wed", "thu", "fri"],
        from: "09:00",
        to: "12:30",
        slot: 20,
        modes: ["virtual"],
        desks: 2,
      },
      { days: ["tue", "thu"], from: "15:00", to: "17:30" },
    ],
  });
}, 30_000);

test("a service is added, changed and taken away by answering questions, in English, too", async () => {
  line.env.LANG = "en_GB.UTF-8";
  const adds = terminal(line, ["service", "add"]);
  await answers(adds, [
    ["Which office:", ""],
    ["Id of the service", "Carta"],
    [/“Carta” .*\n?/, `${"\b".repeat(5)}carta`],
    ["Name of the service", "Carta d'identità"],
    ["minutes", "30"],
    ["Only in these modes", SPACE],
    ["What to bring", "una foto; tessera sanitaria"],
    ["Go ahead?", "y"],
  ]);
  expect(await adds.ended).toBe(0);
  const edits = terminal(line, ["service", "edit", "sempre"]);
  await edits.reads("Which service:");
  await edits.reads("↑↓ moves • ⏎ selects");
  edits.types(DOWN + ENTER);
  await answers(edits, [
    ["(Carta d'identità)", ""],
    ["(30)", "45"],
    ["Only in these modes", ""],
    ["(una foto; tessera sanitaria)", ""],
    ["Go ahead?", "y"],
  ]);
  expect(await edits.ended).toBe(0);
  expect((await line.json("service", "list")).document).toContainEqual({
    office: "sempre",
    id: "carta",
    name: "Carta d'identità",
    minutes: 45,
    modes: ["in_person"],
    bring: ["una foto", "tessera sanitaria"],
  });
  const removes = terminal(line, ["service", "remove", "sempre"]);
  await removes.reads("Which service:");
  removes.types(DOWN + ENTER);
  await answers(removes, [["Go ahead?", "y"]]);
  expect(await removes.ended).toBe(0);
  expect((await line.json("service", "list")).document).toHaveLength(1);
}, 40_000);

test("a closure is chosen from those there are, and Ctrl-C at a question changes nothing", async () => {
  await line.run("closure", "add", "--all", "--from", "2030-12-24", "--reason", "Festività");
  await line.run("closure", "add", "sempre", "--from", "2030-12-31", "--start", "12:00");
  const person = terminal(line, ["closure", "remove"]);
  await person.reads("Quale chiusura si toglie:");
  await person.reads("2030-12-31 12:00-24:00");
  person.types("\u0003");
  expect(await person.ended).toBe(1);
  expect((await line.json("closure", "list")).document).toHaveLength(2);
  const again = terminal(line, ["closure", "remove"]);
  await again.reads("2030-12-31 12:00-24:00");
  again.types(DOWN + ENTER);
  await answers(again, [["Va bene così?", "s"]]);
  expect(await again.ended).toBe(0);
  expect((await line.json("closure", "list")).document).toMatchObject([{ from: "2030-12-24" }]);
}, 30_000);

test("without a terminal nothing is asked: what is missing is named", async () => {
  const calls: readonly (readonly string[])[] = [
    ["office", "edit"],
    ["office", "remove"],
    ["service", "add"],
    ["service", "add", "sempre"],
    ["service", "edit", "sempre"],
    ["service", "remove"],
    ["closure", "add"],
    ["closure", "remove", "sempre"],
  ];
  const results = await Promise.all(calls.map((args) => line.run(...args)));
  expect(results.map(({ status }) => status)).toEqual(calls.map(() => 2));
  expect(results.map(({ stdout }) => stdout).join("")).toBe("");
  expect(results.at(-1)?.stderr).toContain("--from");
}, 30_000);
