import { describe, expect, test } from "vitest";
import {
  formatOf,
  type TimetableFormat,
} from "../../../packages/core/src/adapters/timetable-file/formats.ts";
import { parseTimetable } from "../../../packages/core/src/adapters/timetable-file/parse-timetable.ts";
import type { FileProblem } from "../../../packages/core/src/domain/timetable-file.ts";

const CONTRACT = `municipality: { name: Comune di Ozieri, timezone: Europe/Rome, locale: it, patron_saint: "06-13" }
offices:
  - id: tributi-imu
    name: Tributo IMU
    unit: Servizio 3.1. Tributi. IMU
    email: tributi.deledda@comune.ozieri.ss.it
    place: Via Vittorio Veneto 11
    services: [{ id: imu, name: Informazioni IMU, minutes: 15, modes: [in_person, virtual], bring: [Documento d'identità] }]
    hours:
      - { days: [mon, wed], from: "10:00", to: "12:00", slot: 15, modes: [in_person, virtual], desks: 1 }
    closures: [{ from: 2026-12-24, to: 2026-12-26, reason: Festività }]
`;

const TRIBUTI = {
  id: "tributi-imu",
  name: "Tributo IMU",
  unit: "Servizio 3.1. Tributi. IMU",
  email: "tributi.deledda@comune.ozieri.ss.it",
  place: "Via Vittorio Veneto 11",
  services: [
    {
      id: "imu",
      name: "Informazioni IMU",
      minutes: 15,
      modes: ["in_person", "virtual"],
      bring: ["Documento d'identità"],
    },
  ],
  hours: [
    { days: ["mon", "wed"], from: "10:00", to: "12:00", slot: 15, modes: ["in_person", "virtual"], desks: 1 },
  ],
  closures: [{ from: "2026-12-24", to: "2026-12-26", reason: "Festività" }],
};
const FILE = {
  municipality: { name: "Comune di Ozieri", timezone: "Europe/Rome", locale: "it", patron_saint: "06-13" },
  offices: [TRIBUTI],
};

async function problems(
  text: string | Uint8Array,
  format?: TimetableFormat,
): Promise<readonly FileProblem[]> {
  const parsed = await parseTimetable(text, format ? { format } : {});
  return parsed.ok ? [] : parsed.problems;
}
const spots = async (text: string, format?: TimetableFormat) =>
  (await problems(text, format)).map(({ line, column, code, path }) => [line, column, code, path]);

describe("YAML", () => {
  test("the example of the contract is read as it stands", async () => {
    expect(await parseTimetable(CONTRACT)).toEqual({ ok: true, file: FILE });
  });

  test("times and dates without quotation marks stay what they are, even where a %YAML line asks otherwise", async () => {
    const bare = CONTRACT.replaceAll('"', "");
    expect(await parseTimetable(bare)).toEqual({ ok: true, file: FILE });
    expect(await parseTimetable(`%YAML 1.1\n---\n${bare}`)).toEqual({ ok: true, file: FILE });
  });

  test("a key with nothing behind it counts as absent", async () => {
    const parsed = await parseTimetable("offices:\n  - id: a\n    name: A\n    hours:\n    unit: ~\n");
    expect(parsed).toEqual({ ok: true, file: { offices: [{ id: "a", name: "A" }] } });
  });

  test("an alias stands for what it names", async () => {
    const parsed = await parseTimetable(
      "offices:\n  - { id: a, name: A, hours: &h [{ days: [mon], from: 10:00, to: 11:00, slot: 15, modes: [virtual] }] }\n  - { id: b, name: B, hours: *h }\n",
    );
    expect(parsed.ok && parsed.file.offices[1]?.hours).toEqual(parsed.ok && parsed.file.offices[0]?.hours);
  });

  test("every problem is told at once, each where it is", async () => {
    const text = `offices:
  - id: Ufficio_Tributi
    nome: Tributi
    name: 12
    phone: 0797801
    email: tributi@
    timezone: Europe/Ozieri
    hours:
      - { days: [lun, mon], from: 9:00, to: "25:00", slot: 7, modes: [phone], desks: 51 }
      - { days: [mon], from: "10:00", to: "09:00", slot: 15, modes: [virtual] }
      - { days: [], from: "10:03", to: "12:00", slot: 500, modes: [virtual] }
      -
`;
    expect(await spots(text)).toEqual([
      [2, 9, "bad_slug", "offices[0].id"],
      [3, 5, "unknown_key", "offices[0].nome"],
      [4, 11, "wrong_type", "offices[0].name"],
      [5, 12, "wrong_type", "offices[0].phone"],
      [6, 12, "bad_email", "offices[0].email"],
      [7, 15, "bad_zone", "offices[0].timezone"],
      [9, 18, "bad_day", "offices[0].hours[0].days[0]"],
      [9, 35, "bad_time", "offices[0].hours[0].from"],
      [9, 45, "bad_time", "offices[0].hours[0].to"],
      [9, 60, "not_multiple_of_five", "offices[0].hours[0].slot"],
      [9, 71, "bad_mode", "offices[0].hours[0].modes[0]"],
      [9, 86, "out_of_range", "offices[0].hours[0].desks"],
      [10, 43, "ends_before_start", "offices[0].hours[1].to"],
      [11, 17, "missing", "offices[0].hours[2].days"],
      [11, 27, "not_multiple_of_five", "offices[0].hours[2].from"],
      [11, 55, "out_of_range", "offices[0].hours[2].slot"],
      [12, 8, "wrong_type", "offices[0].hours[3]"],
    ]);
  });

  test("a number is shown as it was written", async () => {
    expect((await problems("offices: [{ id: a, name: A, phone: 0797801 }]"))[0]?.value).toBe("0797801");
  });

  test("a key written twice is a problem", async () => {
    expect(await spots("offices: []\noffices: []\n")).toEqual([[2, 1, "duplicate", "offices"]]);
    expect(await spots("offices:\n  - id: a\n    name: A\n    id: b\n")).toEqual([
      [4, 5, "duplicate", "offices[0].id"],
    ]);
  });

  test("columns count from the beginning of the line, also behind a byte order mark and Windows line ends", async () => {
    expect(await spots("\uFEFFuffici: []\r\noffices: 3\r\n")).toEqual([
      [1, 1, "unknown_key", "uffici"],
      [2, 10, "wrong_type", "offices"],
    ]);
  });

  test.each([
    ["an unclosed quotation mark", "offices:\n  - id: 'a\n", "quote"],
    ["a tab as indentation", "offices:\n\t- id: a\n", "tab"],
    ["an unclosed bracket", "offices: [\n", "indent"],
    ["two documents", "offices: []\n---\noffices: []\n", "documents"],
    ["an alias of nothing", "offices: *none\n", "alias"],
    ["an alias of itself", "offices: &a [*a]\n", "nesting"],
    ["a tag of a language", "offices: !!python/object:os.system x\n", "yaml"],
    ["a map as a key", "? { a: b }\n: c\n", "yaml"],
  ])("%s is a syntax problem", async (_, text, expected) => {
    const [problem] = await problems(text);
    expect(problem).toMatchObject({ code: "syntax", expected });
    expect(problem?.line).toBeGreaterThan(0);
  });

  test.each([
    ["", "missing"],
    ["# only a comment\n", "missing"],
    ["- a\n", "wrong_type"],
    ["ciao", "wrong_type"],
  ])("a file with nothing to read (%j) says so", async (text, code) => {
    expect((await problems(text)).map((problem) => problem.code)).toEqual([code]);
  });
});

describe("JSON", () => {
  const JSON_FILE = JSON.stringify(FILE, null, 2);

  test("is the same tree", async () => {
    expect(await parseTimetable(JSON_FILE)).toEqual({ ok: true, file: FILE });
    expect(await parseTimetable(JSON_FILE.replaceAll("  ", "\t"), { format: "json" })).toEqual({
      ok: true,
      file: FILE,
    });
  });

  test("problems have line and column", async () => {
    const text =
      '{\n  "offices": [\n    { "id": "a", "name": "A", "id": "b",\n      "hours": [{ "days": ["mon"], "from": "10:00", "to": "12:00", "slot": 7, "modes": ["virtual"] }] }\n  ],\n  "x": 1\n}';
    expect(await spots(text)).toEqual([
      [3, 31, "duplicate", "offices[0].id"],
      [4, 76, "not_multiple_of_five", "offices[0].hours[0].slot"],
      [6, 3, "unknown_key", "x"],
    ]);
  });

  test("text escapes are read", async () => {
    const parsed = await parseTimetable('{"offices":[{"id":"a","name":"Attivit\\u00e0 \\"X\\""}]}');
    expect(parsed.ok && parsed.file.offices[0]?.name).toBe('Attività "X"');
  });

  test.each([
    ['{"offices": [}', 1, 14],
    ['{\n"offices": tru\n}', 2, 12],
    ['{"offices": []}\n}', 2, 1],
    ['{"offices": [],}', 1, 16],
    ["{'offices': []}", 1, 2],
    ['{"offices": [01]}', 1, 14],
    ['{"offices": ["a\nb"]}', 1, 14],
    ["", 1, 1],
  ])("%j is a syntax problem", async (text, line, column) => {
    expect(await problems(text, "json")).toMatchObject([{ line, column, code: "syntax" }]);
  });
});

describe("CSV", () => {
  const HEADER = "office_id,name,unit,email,place,days,from,to,slot,modes,desks,valid_from,valid_until";
  /** What rows can say of an office; the import keeps the rest. */
  const FIELDS = ["id", "name", "unit", "email", "place", "hours"];
  const OFFICE = { id: "imu", name: "Tributo IMU", place: "Via Roma 1, piano 2" };
  const MONDAY = {
    days: ["mon", "wed"],
    from: "10:00",
    to: "12:00",
    slot: 15,
    modes: ["in_person", "virtual"],
    desks: 2,
    valid_from: "2026-01-01",
  };
  const TUESDAY = { days: ["tue"], from: "16:00", to: "17:30", slot: 15, modes: ["virtual"] };

  test("one row is one rule; later rows need not say the office again", async () => {
    const text = `${HEADER}\nimu,Tributo IMU,,,"Via Roma 1, piano 2",mon wed,10:00,12:00,15,in_person virtual,2,2026-01-01,\nimu,,,,,tue,16:00,17:30,15,virtual,,,\n`;
    expect(await parseTimetable(text)).toEqual({
      ok: true,
      file: { fields: FIELDS, offices: [{ ...OFFICE, hours: [MONDAY, TUESDAY] }] },
    });
  });

  test("semicolons, Windows line ends and any order of columns are read too", async () => {
    const text =
      '\uFEFFname;office_id;days;from;to;slot;modes\r\n"Tributo ""IMU""";imu;tue;16:00;17:30;15;virtual\r\n\r\n';
    expect(await parseTimetable(text)).toEqual({
      ok: true,
      file: {
        fields: ["id", "name", "hours"],
        offices: [{ id: "imu", name: 'Tributo "IMU"', hours: [TUESDAY] }],
      },
    });
  });

  test("a spreadsheet's old encodings are read", async () => {
    const text = `${HEADER}\nimu,Attività,,,,,,,,,,,\n`;
    const latin = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    const wide = new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (sign) => sign.charCodeAt(0)).buffer);
    for (const bytes of [latin, wide]) {
      expect(await parseTimetable(bytes)).toEqual({
        ok: true,
        file: { fields: FIELDS, offices: [{ id: "imu", name: "Attività" }] },
      });
    }
  });

  test("problems have the line and column of their cell", async () => {
    const text = `${HEADER}\nimu,"Tributo\nIMU",,,,lun,10:00,12:00,7,in_person,,,\n\nimu,Altro nome,,,,tue,10:00,09:00,x,virtual,,,\n,Senza,,,,tue,10:00,11:00,15,virtual,,,\ntari,TARI,,,,tue,10:00,11:00,15,virtual,,,,extra\n`;
    expect(await spots(text)).toEqual([
      [2, 5, "bad_text", "offices[0].name"],
      // The name goes on into the next line.
      [3, 9, "bad_day", "offices[0].hours[0].days[0]"],
      [3, 25, "not_multiple_of_five", "offices[0].hours[0].slot"],
      [5, 5, "duplicate", "name"],
      [5, 29, "ends_before_start", "offices[0].hours[1].to"],
      [5, 35, "wrong_type", "offices[0].hours[1].slot"],
      [6, 1, "missing", ""],
      [7, 44, "unknown_key", ""],
    ]);
  });

  test("what spreadsheets make of times, dates and numbers is read for what it was; tabs separate too", async () => {
    const rows = [
      "office_id\tname\tdays\tfrom\tto\tslot\tmodes\tdesks\tvalid_from\tvalid_until",
      "imu\tIMU\ttue\t8:00\t09:30:00\t15,0\tvirtual\t2.0\t1/2/2026\t24/12/2026",
    ];
    for (const separator of ["\t", ";"]) {
      const text = rows.join("\r\n").replaceAll("\t", separator);
      expect(await parseTimetable(text)).toMatchObject({
        file: {
          offices: [
            {
              hours: [
                {
                  ...{ from: "08:00", to: "09:30", slot: 15, desks: 2 },
                  ...{ valid_from: "2026-02-01", valid_until: "2026-12-24" },
                },
              ],
            },
          ],
        },
      });
    }
    const wrong = await problems(`${rows[0]}\nimu\tIMU\ttue\t8:00\t09:30\t15,5\tvirtual\t\t31/2/2026\t`);
    expect(wrong.map(({ code, value }) => [code, value])).toEqual([
      ["wrong_type", "15,5"],
      ["bad_date", "2026-02-31"],
    ]);
  });

  test("overlapping rows are found", async () => {
    const text = `${HEADER}\nimu,IMU,,,,mon tue,10:00,12:00,15,virtual,,,\nimu,,,,,tue,11:30,13:00,15,virtual,,,\n`;
    expect(await problems(text)).toMatchObject([
      { line: 3, code: "overlap", value: "tue 11:30-13:00", expected: "mon tue 10:00-12:00" },
    ]);
  });

  test.each([
    ["no column of the office", "name,days\nIMU,mon\n", "missing"],
    ["an unknown column", "office_id,name,colore\nimu,IMU,blu\n", "unknown_key"],
    ["a column twice", "office_id,name,name\nimu,IMU,IMU\n", "duplicate"],
    ["an unclosed quotation mark", 'office_id,name\nimu,"IMU\n', "syntax"],
    ["nothing", "", "syntax"],
  ])("%s is a problem", async (_, text, code) => {
    const [problem] = await problems(text, "csv");
    expect(problem).toMatchObject({ code });
    expect(problem?.line).toBeGreaterThan(0);
  });
});

test.each([
  ["office_id,name\n", "csv"],
  ['"name";"office_id"\r\n', "csv"],
  ['\n  {"offices": []}', "json"],
  ["{ offices: [] }", "yaml"],
  ["offices: [] # office_id, name", "yaml"],
  ["", "yaml"],
])("%j is taken for what it is", (text, format) => {
  expect(formatOf(text)).toBe(format);
});
