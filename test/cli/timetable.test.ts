import { readFile } from "node:fs/promises";
import { parseTimetable } from "@ricevimenti/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ALWAYS, type CommandLine, commandLine, EXAMPLE, freeTimes, townHall } from "./command-line.ts";

let line: CommandLine;
beforeEach(async () => {
  line = await commandLine();
  await line.run("init", "--name", "Comune di Prova");
});
afterEach(() => line[Symbol.asyncDispose]());

const offices = async () =>
  (await line.json<{ id: string }[]>("office", "list")).document.map(({ id }) => id);

describe("timetable import", () => {
  test("brings in the nine offices of the handbook, and the second time changes nothing", async () => {
    const first = await line.json<{ added: string[] }>("timetable", "import", EXAMPLE);
    expect(first.status).toBe(0);
    expect(first.document.added).toEqual([
      "sindaco",
      "segretario-sindaco",
      "servizio-sociale-amministrativo",
      "servizio-sociale-professionale",
      "edilizia-privata",
      "tributi-imu",
      "tributi-tari",
      "polizia-locale",
      "suape",
    ]);
    expect(await offices()).toEqual(first.document.added);
    expect(await line.run("timetable", "import", EXAMPLE)).toEqual({
      status: 0,
      stdout: "Nessun cambiamento.\n",
      stderr: "",
    });
    expect((await line.json("timetable", "import", EXAMPLE)).document).toMatchObject({
      unchanged: true,
      added: [],
      changed: [],
      removed: [],
    });
  });

  test("only tells with --dry-run", async () => {
    const { document } = await line.json("timetable", "import", EXAMPLE, "--dry-run");
    expect(document).toMatchObject({ dryRun: true, unchanged: false });
    expect(await offices()).toEqual([]);
    expect((await line.run("timetable", "import", EXAMPLE, "--dry-run")).stdout).toMatch(/solo una prova/);
  });

  test("reads standard input in every notation", async () => {
    expect((await line.pipe(ALWAYS, "timetable", "import", "-")).stdout).toBe("Ufficio aggiunto: sempre.\n");
    const rows =
      "office_id;name;days;from;to;slot;modes\r\nimu;Tributo IMU;mon wed;10:00;12:00;15;virtual\r\n";
    expect((await line.pipe(`\uFEFF${rows}`, "timetable", "import", "-")).stdout).toBe(
      "Ufficio aggiunto: imu.\n",
    );
    expect(
      (
        await line.pipe(
          '{"offices":[{"id":"tari","name":"TARI"}]}',
          "timetable",
          "import",
          "-",
          "--format",
          "json",
        )
      ).status,
    ).toBe(0);
    expect((await offices()).sort()).toEqual(["imu", "sempre", "tari"]);
  });

  test("removes what the file does not name only with --prune", async () => {
    await line.pipe(ALWAYS, "timetable", "import", "-");
    const other = "offices: [{ id: altro, name: Altro }]";
    await line.pipe(other, "timetable", "import", "-");
    expect(await offices()).toEqual(["sempre", "altro"]);
    expect((await line.pipe(other, "timetable", "import", "-", "--prune")).stdout).toBe(
      "Ufficio tolto: sempre.\n",
    );
    expect(await offices()).toEqual(["altro"]);
  });

  test("refuses a bad file with every problem and its line, and imports nothing of it", async () => {
    const bad = `offices:
  - { id: buono, name: Ufficio buono }
  - id: cattivo
    name: Ufficio cattivo
    timezone: Europe/Ozieri
    hours:
      - { days: [mon], from: "10:00", to: "12:00", slot: 15, modes: [virtual] }
      - { days: [mon, lun], from: "11:00", to: "13:00", slot: 7, modes: [virtual] }
      - { days: [tue], from: "12:00", to: "10:00", slot: 15, modes: [virtual] }
`;
    const { status, stdout, stderr } = await line.pipe(bad, "timetable", "import", "-");
    expect({ status, stdout }).toEqual({ status: 5, stdout: "" });
    expect(
      stderr.split("\n").map((text) => text.replace(/^(riga \d+, colonna \d+: [a-z_]+): .*$/, "$1")),
    ).toEqual([
      "riga 5, colonna 15: timezone",
      "riga 8, colonna 9: hours",
      "riga 8, colonna 23: days",
      "riga 8, colonna 63: slot",
      "riga 9, colonna 43: to",
      "5 problemi: non è stato cambiato nulla.",
      "",
    ]);
    expect(await offices()).toEqual([]);
    await line.write("bad.yaml", bad);
    const { document } = await line.json<{ error: string; problems: object[] }>(
      "timetable",
      "import",
      "bad.yaml",
    );
    expect(document.error).toBe("timetable_invalid");
    expect(document.problems).toHaveLength(5);
    expect(document.problems[3]).toMatchObject({
      line: 8,
      column: 63,
      path: "offices[1].hours[1].slot",
      code: "not_multiple_of_five",
      value: "7",
    });
  });

  test.each([
    ["broken YAML", "offices:\n  - id: 'a\n", /riga \d+, colonna \d+: .*virgolette/],
    ["broken rows", 'office_id,name\na,"A\n', /riga 2: .*virgolette/],
    ["nothing", "", /manca «offices»/],
    ["bytes", Uint8Array.from({ length: 64 }, (_, n) => (n * 37) % 256), /riga/],
  ])("refuses %s", async (_, input, sentence) => {
    const { status, stderr } = await line.pipe(input, "timetable", "import", "-");
    expect(status).toBe(5);
    expect(stderr).toMatch(sentence);
  });

  test("says which file it does not find", async () => {
    expect(await line.run("timetable", "import", "manca.yaml")).toEqual({
      status: 3,
      stdout: "",
      stderr: "Il file «manca.yaml» non esiste.\n",
    });
    expect(await line.json("timetable", "import", ".")).toMatchObject({
      status: 1,
      document: { error: "file_unreadable" },
    });
  });

  test("tells the bookings that the new hours no longer fit, and keeps them", async () => {
    await using town = await townHall();
    const [slot] = await freeTimes(town);
    const start = slot?.start ?? "";
    const booked = await town.json(
      "booking",
      "create",
      "--office",
      "sempre",
      "--start",
      start,
      "--mode",
      "virtual",
      "--name",
      "Ada Neri",
      "--email",
      "ada@example.it",
      "--reason",
      "Pratica",
      "--confirmed",
    );
    await town.write("chiuso.yaml", "offices: [{ id: sempre, name: Ufficio sempre aperto }]");
    const { document } = await town.json("timetable", "import", "chiuso.yaml");
    const { code } = booked.document;
    expect(document).toMatchObject({
      changed: [{ office: "sempre" }],
      conflicts: [{ code, office: "sempre", start }],
    });
    expect((await town.json("booking", "show", String(code))).document.state).toBe("confirmed");

    const history = await town.json<{ version: number; fields: string[]; actor: string }[]>(
      "timetable",
      "history",
      "sempre",
    );
    expect(history.document.map(({ version, fields }) => [version, fields])).toEqual([
      [2, ["email", "holidays", "hours", "services"]],
      [1, []],
    ]);
    expect((await town.json("timetable", "rollback", "sempre", "9")).status).toBe(3);
    const back = await town.json("timetable", "rollback", "sempre", "1");
    expect(back).toMatchObject({ status: 0, document: { changed: [{ office: "sempre" }], conflicts: [] } });
    expect((await town.run("timetable", "rollback", "sempre", "1")).stdout).toBe("Nessun cambiamento.\n");
    const closing = ["closure", "add", "sempre", "--from", start.slice(0, 10), "--on-conflict", "cancel"];
    expect((await town.run(...closing)).stdout).toMatch(/Viene annullata, e il cittadino avvisato/);
    expect((await town.json("booking", "show", String(code))).document.state).toBe("cancelled");
  });
});

test("what changes is told in words, line by line, and the town's fields by name", async () => {
  await using town = await townHall();
  const other = ALWAYS.replace("slot: 15", "slot: 20").replace("    email: sempre@comune.example.it\n", "");
  const file = `municipality: { name: Comune di Prova, timezone: Europe/Rome, locale: it, email: a@example.it }\n${other}`;
  const { stdout } = await town.pipe(file, "timetable", "import", "-");
  const rule = (slot: number) => `lun-dom 00:00-24:00, ${slot} min., In Presenza, VIRTUALE`;
  expect(stdout.split("\n")).toEqual([
    "Cambiano i dati del comune: e-mail.",
    "Ufficio cambiato: sempre (e-mail, orari).",
    "  - e-mail: sempre@comune.example.it",
    `  - orari: ${rule(15)}`,
    `  + orari: ${rule(20)}`,
    "",
  ]);
});

test("a calendar is imported as the hours of one office, which keeps all that a calendar cannot say", async () => {
  await using town = await townHall();
  const calendar = `BEGIN:VCALENDAR
X-WR-CALNAME:Calendario di Anna
BEGIN:VEVENT
DTSTART;TZID=Europe/Rome:20260105T100000
DTEND;TZID=Europe/Rome:20260105T120000
RRULE:FREQ=WEEKLY;BYDAY=MO,WE
END:VEVENT
END:VCALENDAR
`;
  await town.write("anna.ics", calendar);
  const options = ["--office", "sempre", "--slot", "20", "--modes", "virtual"];
  const { document } = await town.json("timetable", "import", "anna.ics", ...options);
  expect(document).toMatchObject({ changed: [{ office: "sempre", fields: ["hours"] }] });
  expect((await town.run("timetable", "import", "anna.ics", ...options)).stdout).toBe(
    "Nessun cambiamento.\n",
  );
  const odd = await town.json<{ problems: object[] }>(
    "timetable",
    "import",
    "anna.ics",
    "--slot",
    "x",
    "--office",
    "A B",
  );
  expect(odd.status).toBe(5);
  expect(odd.document.problems).toMatchObject([
    { code: "bad_slug", value: "A B" },
    { code: "wrong_type", value: "x" },
  ]);
  expect((await town.pipe(ALWAYS, "timetable", "import", "-", "--slot", "20")).status).toBe(2);
  const exported = await town.run("timetable", "export", "sempre", "--format", "ics");
  expect(exported.stderr).toBe(
    "Attenzione: in ICS non c’è posto per email, holidays, services. Per avere tutto usa --format yaml.\n",
  );
  expect((await town.pipe(exported.stdout, "timetable", "import", "-")).stdout).toBe("Nessun cambiamento.\n");
});

describe("timetable export", () => {
  test.each(["yaml", "json"])("as %s is what import reads back unchanged", async (format) => {
    await line.run("timetable", "import", EXAMPLE);
    const { stdout } = await line.run("timetable", "export", "--format", format);
    const original = await parseTimetable(await readFile(EXAMPLE));
    expect(await parseTimetable(stdout)).toEqual(original);
    expect((await line.pipe(stdout, "timetable", "import", "-", "--prune")).stdout).toBe(
      "Nessun cambiamento.\n",
    );
  });

  test("of one office names only that one; of an unknown one ends with 3", async () => {
    await line.run("timetable", "import", EXAMPLE);
    const { document } = await line.json<{ offices: { id: string }[] }>("timetable", "export", "suape");
    expect(document.offices.map(({ id }) => id)).toEqual(["suape"]);
    expect(await line.json("timetable", "export", "nessuno")).toMatchObject({
      status: 3,
      document: { refusal: "office_unknown" },
    });
  });
});

test("the example says what the handbook says", async () => {
  const parsed = await parseTimetable(await readFile(EXAMPLE));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const handbook = await readFile(EXAMPLE, "utf8");
  expect(handbook).toMatch(/inventat/);
  const named = Object.fromEntries(parsed.file.offices.map((office) => [office.id, office]));
  expect(named.sindaco?.hours).toEqual([
    { days: ["mon"], from: "08:00", to: "09:00", slot: 15, modes: ["in_person", "virtual"] },
  ]);
  expect(named["servizio-sociale-amministrativo"]?.hours).toMatchObject([
    { days: ["tue"], from: "16:00", to: "17:30", slot: 15 },
  ]);
  expect(named["tributi-tari"]?.email).toBe("daniela.muraglia@comune.ozieri.ss.it");
  expect(parsed.file.offices.every(({ hours, email, unit }) => hours?.length && email && unit)).toBe(true);
});
