import { expect, test } from "vitest";
import { flowing } from "../../packages/cli/src/flowing-text.ts";
import { columnsOf, groupedText, tableOf } from "../../packages/cli/src/table.ts";

const ROWS = [
  ["10:00", "Mario Rossi", "Informazioni sulla prima casa e sulle pertinenze"],
  ["10:15", "Lucía Ibáñez", "TARI"],
];

test("columns are as wide as what stands in them", () => {
  expect(
    columnsOf(
      [
        ["a", "bbb"],
        ["aa", "b"],
      ],
      { width: null },
    ),
  ).toBe("a   bbb\naa  b\n");
});

test("letters made of two characters count once", () => {
  expect(
    columnsOf(
      [
        ["e\u0300", "x"],
        ["ab", "y"],
      ],
      { width: null },
    ),
  ).toBe("e\u0300   x\nab  y\n");
});

test("where nothing is cut, nothing is cut", () => {
  expect(columnsOf(ROWS, { width: null })).toContain("Informazioni sulla prima casa e sulle pertinenze\n");
});

test.each([40, 50, 60, 80])("lines fit a terminal of %i, and the widest column goes on below", (width) => {
  const text = columnsOf(ROWS, { width, head: ["Quando", "Nome", "Motivo"] });
  const lines = text.split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  expect(lines[1]).toMatch(/^10:00 {2,}Mario (Rossi)? {2,}Informazioni/);
  if (width < 65) expect(lines[2]).toMatch(/^ {8}.*\S/);
  expect(text.replaceAll(/\s+/g, " ")).toContain("pertinenze");
});

test("ids, codes and times stay whole while anything else can give way", () => {
  const rows = [
    ["servizio-sociale-amministrativo", "10:00-10:15", "K7P-4QX", "Segretario del Sindaco di Ozieri"],
  ];
  expect(columnsOf(rows, { width: 72 })).toMatch(
    /^servizio-sociale-amministrativo {2}10:00-10:15 {2}K7P-4QX {2}Segretario/,
  );
  expect(columnsOf(rows, { width: 60 })).toMatch(
    /^servizio-sociale- {2,}10:00-10:15 {2}K7P-4QX .*\namministrativo/,
  );
});

test("a column that can be spared is left out before words are broken", () => {
  const rows = [["edilizia-privata", "Edilizia privata", "Servizio 3.1. Urbanistica. Edilizia privata"]];
  expect(columnsOf(rows, { width: 46, spare: 2 })).toMatch(/Urbanistica\./);
  expect(columnsOf(rows, { width: 36, spare: 2, head: ["Id", "Ufficio", "Servizio"] })).toBe(
    "Id                Ufficio\nedilizia-privata  Edilizia privata\n",
  );
});

test("a cell without end is cut off after some lines, unless all of it is wanted", () => {
  const rows = [["a", "parola ".repeat(60).trim()]];
  const short = columnsOf(rows, { width: 40 }).trimEnd().split("\n");
  expect(short).toHaveLength(4);
  expect(short[3]).toMatch(/…$/);
  const whole = columnsOf(rows, { width: 40, lines: Number.POSITIVE_INFINITY });
  expect(whole.match(/parola/g)).toHaveLength(60);
});

test("a terminal that is far too narrow still gets something of every column", () => {
  expect(columnsOf(ROWS, { width: 5 })).toMatch(/^10:00 +Mario +Informaz\n +Rossi +ioni\n/);
});

test("letters of the Far East and pictures are as wide as terminals show them", () => {
  expect(
    columnsOf(
      [
        ["漢字", "x"],
        ["🙂ab", "y"],
        ["abcd", "z"],
      ],
      { width: null },
    ),
  ).toBe("漢字  x\n🙂ab  y\nabcd  z\n");
});

test("rows under titles keep their columns, and each title has the head below it", () => {
  const table = tableOf(
    [
      ["1", "a"],
      ["22", "b"],
      ["3", "c"],
    ],
    { width: null, head: ["N", "L"] },
  );
  expect(groupedText(["uno", "uno", "due"], table, false)).toBe(
    "uno\nN   L\n1   a\n22  b\n\ndue\nN   L\n3   c\n",
  );
});

test("sentences go on below where they began, and no word is broken", () => {
  const advice =
    "           → Le mail sono scritte in una cartella: imposta MAIL_URL=smtp://server:porta\nbene\n";
  expect(flowing(advice, 40)).toBe(
    [
      "           → Le mail sono scritte in una",
      "             cartella: imposta",
      "             MAIL_URL=smtp://server:porta",
      "bene",
      "",
    ].join("\n"),
  );
  expect(flowing("1. Carica gli uffici e i loro orari", 20)).toBe("1. Carica gli uffici\n   e i loro orari");
  const coloured = "\u001B[33mAttenzione\u001B[39m va bene così";
  expect(flowing(coloured, 23)).toBe(coloured);
  expect(flowing("\u001B[31m  - argomenti: imu (Informazioni IMU)\u001B[39m", 24)).toBe(
    "\u001B[31m  - argomenti: imu\n    (Informazioni IMU)\u001B[39m",
  );
  expect(flowing("http://localhost:8080/agenda/abcdefghijklmnop", 20)).toBe(
    "http://localhost:8080/agenda/abcdefghijklmnop",
  );
});

test("only the head is bold, and only where the terminal can", () => {
  expect(columnsOf([["x"]], { width: null, head: ["H"], colour: true })).toBe("\u001B[1mH\u001B[22m\nx\n");
  expect(columnsOf([["x"]], { width: null, head: ["H"] })).toBe("H\nx\n");
});

test("a hundred thousand lines are no problem", () => {
  const rows = Array.from({ length: 100_000 }, (_, n) => [String(n)]);
  expect(columnsOf(rows, { width: null }).length).toBeGreaterThan(500_000);
});
