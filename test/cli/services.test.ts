import { afterEach, beforeEach, expect, test } from "vitest";
import { type CommandLine, freeTimes, townHall } from "./command-line.ts";
import { ENTER, terminal } from "./terminal.ts";

let line: CommandLine;
beforeEach(async () => {
  line = await townHall();
});
afterEach(() => line[Symbol.asyncDispose]());

const SERVICE = ["sempre", "carta", "--name", "Carta d'identità", "--minutes", "30", "--bring", "una foto"];

test("a service is added, changed, offered, and removed", async () => {
  const added = await line.run("service", "add", ...SERVICE);
  expect(added.stdout).toMatch(/^Ufficio cambiato: sempre \(argomenti\)\.\n.*Carta d'identità/);
  expect((await line.json("service", "add", ...SERVICE)).document).toMatchObject({ error: "service_exists" });
  const edit = ["service", "edit", "sempre", "carta", "--minutes", "45", "--bring", "", "--modes", "virtual"];
  expect((await line.run(...edit)).status).toBe(0);
  expect((await line.json("service", "list", "sempre")).document).toContainEqual({
    office: "sempre",
    id: "carta",
    name: "Carta d'identità",
    minutes: 45,
    modes: ["virtual"],
    bring: [],
  });
  const { document } = await line.json<{ minutes: number }[]>("slots", "sempre", "--service", "carta");
  expect(document[0]?.minutes).toBe(45);
  expect((await line.run("service", "remove", "sempre", "carta")).status).toBe(0);
  expect((await line.json("slots", "sempre", "--service", "carta")).status).toBe(3);
});

test("a change of a service names the bookings it no longer suits, and does with them what it is told", async () => {
  const [slot] = await freeTimes(line, "--service", "pratica");
  const citizen = [
    "--name",
    "Mario Rossi",
    "--email",
    "mario@example.it",
    "--reason",
    "Pratica",
    "--confirmed",
  ];
  const time = [
    "--office",
    "sempre",
    "--service",
    "pratica",
    "--start",
    slot?.start ?? "",
    "--mode",
    "virtual",
  ];
  const { document } = await line.json<{ code: string }>("booking", "create", ...time, ...citizen);
  const longer = ["service", "edit", "sempre", "pratica", "--minutes", "45"];
  const tried = await line.run(...longer, "--dry-run");
  expect(tried.stdout).toMatch(
    /Attenzione: la prenotazione .* è più breve di quanto ora richiede il suo argomento\. Resta/,
  );
  expect((await line.json(...longer)).document).toMatchObject({
    conflicts: [{ code: document.code, why: "service_longer", outcome: "kept" }],
  });
  const remove = ["service", "remove", "sempre", "pratica", "--on-conflict", "cancel"];
  expect((await line.run(...remove)).stdout).toMatch(
    /per un argomento che l’ufficio non tratta più\. Viene annullata/,
  );
  expect((await line.json("booking", "show", document.code)).document).toMatchObject({ state: "cancelled" });
}, 20_000);

const WRONG: readonly (readonly [number, readonly string[]])[] = [
  [3, ["service", "add", "nessuno", "x", "--name", "X"]],
  [2, ["service", "add", "sempre", "x"]],
  [5, ["service", "add", "sempre", "X Y", "--name", "X"]],
  [5, ["service", "edit", "sempre", "pratica", "--minutes", "molti"]],
  [3, ["service", "edit", "sempre", "altra", "--minutes", "10"]],
  [2, ["service", "edit", "sempre", "pratica"]],
  [3, ["service", "remove", "sempre", "altra"]],
  [2, ["office", "edit", "sempre"]],
  [3, ["office", "edit", "nessuno", "--phone", "1"]],
  [5, ["office", "edit", "sempre", "--email", "x"]],
  [2, ["office", "edit", "sempre", "--hours", "a mattina"]],
  [5, ["office", "edit", "sempre", "--hours", "xyz 9:00-10:00"]],
  [5, ["office", "edit", "sempre", "--hours", "mon 9:00-10:00", "--slot", "7"]],
  [2, ["office", "add", "uno", "--id", "due", "--name", "Tre"]],
  [3, ["office", "remove", "nessuno"]],
];

test("what cannot be is refused with its status and changes nothing", async () => {
  const before = (await line.run("timetable", "export")).stdout;
  const answers = await Promise.all(WRONG.map(([, args]) => line.run(...args)));
  expect(answers.map(({ status }, index) => [status, WRONG[index]?.[1]])).toEqual(WRONG);
  expect(answers.map(({ stdout }) => stdout).join("")).toBe("");
  expect((await line.run("timetable", "export")).stdout).toBe(before);
});

test("an office is changed as its options say, and an empty text takes a fact away", async () => {
  const edit = (...options: string[]) => line.run("office", "edit", "sempre", ...options);
  await edit(
    "--phone",
    "079 1",
    "--hours",
    "mon-wed 9:00-12:00",
    "--hours",
    "fri 15:00-17:00",
    "--desks",
    "2",
  );
  expect((await line.json("office", "show", "sempre")).document).toMatchObject({
    phone: "079 1",
    hours: [
      { days: ["mon", "tue", "wed"], from: "09:00", to: "12:00", slot: 15, modes: ["in_person"], desks: 2 },
      { days: ["fri"], from: "15:00", to: "17:00" },
    ],
  });
  await edit("--phone", "", "--holidays", "closed", "--digest", "7.30");
  const { document } = await line.json("office", "show", "sempre");
  expect(document).not.toHaveProperty("phone");
  expect(document).not.toHaveProperty("holidays");
  expect(document).toMatchObject({ digest: "07:30" });
});

test("an office is removed after a yes only, and a script is not asked", async () => {
  const person = terminal(line, ["office", "remove", "sempre"]);
  await person.reads("Togliere davvero «Ufficio sempre aperto»? (s/N)");
  person.types(ENTER);
  expect(await person.ended).toBe(1);
  expect((await line.json("office", "list")).document).toHaveLength(1);
  expect((await line.json("office", "remove", "sempre")).document).toMatchObject({ removed: ["sempre"] });
  expect((await line.json("office", "list")).document).toEqual([]);
});

test("on a terminal an office is filled in as a form, and saved after a look at its week", async () => {
  const person = terminal(line, ["office", "add"]);
  const answers: [string, string][] = [
    ["Identificativo dell’ufficio", "Ana grafe"],
    ["non va bene come identificativo", `${"\b".repeat(9)}anagrafe`],
    ["Nome dell’ufficio", "Anagrafe"],
    ["Servizio o settore", ""],
    ["Indirizzo e-mail", "anagrafe@comune.example.it"],
    ["Dove si trova", ""],
    ["Telefono", ""],
    ["Giorni e ore di apertura", "mon,wed 10:00-12:00"],
    ["Un’altra apertura", ""],
    ["Minuti di ogni appuntamento", "20"],
    ["Modalità", ""],
    ["Quanti sportelli", ""],
  ];
  for (const [question, answer] of answers) {
    await person.reads(question);
    person.types(answer + ENTER);
  }
  expect(await person.reads("Va bene così?")).toMatch(/lun .*10:00-12:00 +20 min., In Presenza/);
  person.types(`s${ENTER}`);
  expect(await person.ended).toBe(0);
  expect((await line.json("office", "show", "anagrafe")).document).toMatchObject({
    name: "Anagrafe",
    email: "anagrafe@comune.example.it",
    hours: [{ days: ["mon", "wed"], from: "10:00", to: "12:00", slot: 20, modes: ["in_person"] }],
  });
}, 30_000);
