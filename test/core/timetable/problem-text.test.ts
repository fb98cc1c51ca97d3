import { expect, test } from "vitest";
import { parseTimetable } from "../../../packages/core/src/adapters/timetable-file/parse-timetable.ts";
import { problemText } from "../../../packages/core/src/texts/file-problem-text.ts";

async function said(text: string, locale: "it" | "en" = "it"): Promise<string[]> {
  const parsed = await parseTimetable(text);
  return parsed.ok ? [] : parsed.problems.map((problem) => problemText(problem, locale));
}
const rule = (text: string) => `offices:\n  - id: a\n    name: A\n    hours:\n      - ${text}\n`;

test("says where and what in one sentence", async () => {
  const text = rule('{ days: [lun], from: "10:00", to: "12:00", slot: 7, modes: [virtual] }');
  expect(await said(text)).toEqual([
    "riga 5, colonna 18: days: «lun» non è un giorno; sono possibili: mon, tue, wed, thu, fri, sat, sun.",
    "riga 5, colonna 58: slot: «7» non va bene: orari e durate vanno di cinque minuti in cinque minuti.",
  ]);
  expect(await said(text, "en")).toEqual([
    "line 5, column 18: days: “lun” is not a day; possible are: mon, tue, wed, thu, fri, sat, sun.",
    "line 5, column 58: slot: “7” is not suitable: times and lengths go in steps of five minutes.",
  ]);
});

test.each([
  [
    rule('{ days: [mon], from: "10:00", to: "09:00", slot: 15, modes: [virtual] }'),
    /riga 5, .*la fine «09:00» deve venire dopo l’inizio «10:00»/,
  ],
  [
    rule('{ days: [mon], from: "10:00", to: "10:20", slot: 30, modes: [virtual] }'),
    /30 minuti non entra .* 20 minuti/,
  ],
  ["office_id,name\na,A\na,B\n", /riga 3, colonna 3: name: «B» è diverso da «A»/],
  ["offices: []\noffices: []", /riga 2, colonna 1: «offices» c’è già/],
  ["offices:\n\t- a", /riga 2, .*tabulazioni/],
  ["offices: []\nnome: x", /«nome» non è previsto; sono possibili: municipality, offices/],
  [
    "municipality: { name: A, timezone: Europe/Rome, locale: it, policy: { horizon_days: 0 } }\noffices: []",
    /da 1 a 730/,
  ],
  [
    "municipality: { name: A, timezone: Europe/Rome, locale: it, privacy: { version: a, url: x } }\noffices: []",
    /https:\/\//,
  ],
  ["", /manca «offices»/],
])("%j", async (text, sentence) => {
  expect((await said(text)).join("\n")).toMatch(sentence);
});
