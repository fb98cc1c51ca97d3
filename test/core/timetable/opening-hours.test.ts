import { parseTimetable } from "@ricevimenti/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readOpeningHours } from "../../../packages/core/src/adapters/timetable-file/opening-hours.ts";

const spelled = async (value: string) => {
  const read = await readOpeningHours(value);
  if (!read.ok) return `${read.code}: ${read.value}`;
  const { rules, holidays } = read.hours;
  const said = holidays === null ? "" : holidays ? " | PH off" : " | PH open";
  return rules.map(({ days, from, to }) => `${days.join(" ")} ${from}-${to}`).join(", ") + said;
};

/** In the ways in which town halls' hours are written. */
test.each([
  ["Mo,We 10:00-12:00; Tu 16:00-17:30; PH off", "mon wed 10:00-12:00, tue 16:00-17:30 | PH off"],
  ["Mo-Fr 08:30-13:00, Tu,Th 15:00-17:30", "mon tue wed thu fri 08:30-13:00, tue thu 15:00-17:30"],
  // By the notation's own rule a later part replaces the days it names.
  ["Mo-Fr 09:00-13:00; Tu,Th 15:00-17:00", "mon wed fri 09:00-13:00, tue thu 15:00-17:00"],
  ["Mo-Fr 09:00-12:00,15:30-17:30", "mon tue wed thu fri 09:00-12:00, mon tue wed thu fri 15:30-17:30"],
  ["Mo-We,Fr 10:00-12:30; Th 10:00-12:30,15:00-17:00", "mon tue wed thu fri 10:00-12:30, thu 15:00-17:00"],
  ["Mo-Sa 08:30-12:30; We off; PH,Su off", "mon tue thu fri sat 08:30-12:30 | PH off"],
  ["Mo-Su,PH 09:00-12:00", "mon tue wed thu fri sat sun 09:00-12:00 | PH open"],
  ["24/7", "mon tue wed thu fri sat sun 00:00-24:00"],
  ["Mo-Fr 20:00-24:00", "mon tue wed thu fri 20:00-24:00"],
  ["mo-fr 9-13", "mon tue wed thu fri 09:00-13:00"],
  ["Mo-Fr off", ""],
])("%s stands for exactly these rules", async (value, rules) => {
  expect(await spelled(value)).toBe(rules);
});

test.each([
  ["Jun-Sep Mo-Fr 08:00-13:00", "beyond_rules: Jun"],
  ["Mo-Fr 09:00-12:00; Dec 24-26 off", "beyond_rules: Dec"],
  ["Mo[1] 10:00-12:00", /^beyond_rules: /],
  ["week 01-53/2 Mo 10:00-12:00", "beyond_rules: week"],
  ["Mo-Fr sunrise-12:00", /^beyond_rules: sunrise/],
  ['Mo-Fr 09:00-12:00 "su appuntamento"', /^beyond_rules: "su/],
  ["Mo-Fr 09:00+", /^beyond_rules/],
  ["Mo-Fr 22:00-02:00", "beyond_rules: Mo-Fr 22:00-02:00"],
  ["Mo-Fr 09:00-12:00; PH 10:00-11:00", "beyond_rules: PH"],
  ["SH off; Mo-Fr 09:00-12:00", "beyond_rules: SH"],
  ["mo-fr 09:00-12:00; sh off", "beyond_rules: SH"],
  ["SHMo-Fr 09:00-12:00", "beyond_rules: SH"],
  ["quando capita", /^bad_opening_hours/],
  ["", /^bad_opening_hours/],
])("%s is refused, with the part that is too much", async (value, answer) => {
  expect(await spelled(value)).toMatch(answer);
});

/**
 * Hours that Italian municipalities publish in notices and on their sites, in words or as a table by day, put into the
 * notation here. Each answer was worked out by hand from what was published.
 */
test.each([
  [
    "a registry office in Piedmont, closed on Monday and Friday",
    "Mo off; Tu-Th 09:00-12:30,15:00-17:00; Fr off",
    "tue wed thu 09:00-12:30, tue wed thu 15:00-17:00",
  ],
  [
    "its protocol office, with longer days in the middle of the week",
    "Mo,Fr 09:00-12:30; Tu-Th 09:00-12:30,15:00-17:00; Sa off",
    "mon tue wed thu fri 09:00-12:30, tue wed thu 15:00-17:00",
  ],
  [
    "its school office, morning and afternoon by turns",
    "Mo 09:00-12:30; Tu 15:00-17:00; We 09:00-12:30; Th 15:00-17:00",
    "mon wed 09:00-12:30, tue thu 15:00-17:00",
  ],
  [
    "its trade office, by a table with dots",
    "Tu 15.00-17.00; We 10.00-12.00; Th 15.00-17.00",
    "tue thu 15:00-17:00, wed 10:00-12:00",
  ],
  [
    "a registry office in Emilia, Saturdays too and Thursday afternoon",
    "Mo-Sa 08:30-12:30, Th 14:00-18:00; PH off",
    "mon tue wed thu fri sat 08:30-12:30, thu 14:00-18:00 | PH off",
  ],
  ["its branch in a district", "Tu,Fr 08:30-12:30", "tue fri 08:30-12:30"],
  [
    "a registry office in Lombardy, Wednesday afternoon",
    "Mo-Sa 09:00-12:00; We 09:00-12:00,15:30-18:00",
    "mon tue wed thu fri sat 09:00-12:00, wed 15:30-18:00",
  ],
  [
    "a registry office in Apulia, Tuesday only in the afternoon",
    "Mo,We-Fr 08:00-11:00; Tu 15:30-17:30",
    "mon wed thu fri 08:00-11:00, tue 15:30-17:30",
  ],
  [
    "its local police, all mornings and one afternoon",
    "Mo-Fr 10:30-12:30, Tu 15:30-17:30",
    "mon tue wed thu fri 10:30-12:30, tue 15:30-17:30",
  ],
  ["a secretariat by appointment only", 'Mo-Fr "Solo su appuntamento"; Sa off', 'beyond_rules: "Solo'],
  [
    "a tax office: by appointment on one day, open on another",
    'Mo "IMU solo su appuntamento"; We 09:00-12:00',
    'beyond_rules: "IMU',
  ],
  ["a registry office on the first Saturday, in winter", "Nov-Mar Sa[1] 09:00-12:00", "beyond_rules: Nov"],
  [
    "a registry office that opens earlier on summer Saturdays",
    "Sa 09:00-12:00; Jun 9-Sep 30 Sa 08:30-11:30",
    "beyond_rules: Jun",
  ],
  // As it stands in a report to the maintainers of the notation's library.
  [
    "an office open on some days, else by agreement",
    'Mo,Tu,Th 09:00-12:00; Fr 14:00-17:30 || "Termine nach Vereinbarung"; We off',
    "beyond_rules: ||",
  ],
])("%s: %s", async (_office, value, answer) => {
  expect(await spelled(value)).toBe(answer);
});

test.each([
  ["Mo-Sa 08:30-12:30 Th 14:00-18:00", "bad_opening_hours: Mo-Sa 08:30-12:30 Th 14:00-18:00"],
  ["Mo 09:00-12:00; Tu 09:00-12:00 We 15:00-17:00", "bad_opening_hours: Tu 09:00-12:00 We 15:00-17:00"],
  ["Mo-We,Fr 10:00-12:30 15:00-17:00", "bad_opening_hours: Mo-We,Fr 10:00-12:30 15:00-17:00"],
  ["Mo-Fr 09:00-12:00 PH off", /^bad_opening_hours: /],
])("%s lacks a sign between its parts and opens no hour that was not meant", async (value, answer) => {
  expect(await spelled(value)).toMatch(answer);
});

test("whatever is written, it is expanded into hours that stand, or refused", async () => {
  const word = fc.constantFrom(
    ..."Mo Tu We Th Fr Sa Su PH SH off closed open 24/7 08:00 12:00 17:30 24:00 26:00 9 Jun 2026 week sunrise".split(
      " ",
    ),
    ...'- , ; : + || [1] " ( ) / easter (sunset-01:00) lun unknown'.split(" "),
  );
  const value = fc
    .array(fc.tuple(word, fc.constantFrom("", " ", "-", ",")), { maxLength: 12 })
    .map((words) => words.flat().join(""));
  await fc.assert(
    fc.asyncProperty(fc.oneof(value, fc.string()), async (text) => {
      const read = await readOpeningHours(text);
      if (!read.ok) return;
      for (const { days, from, to } of read.hours.rules) {
        expect(days.length).toBeGreaterThan(0);
        expect(from < to).toBe(true);
        expect(`${from}-${to}`).toMatch(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
      }
    }),
    { numRuns: 1000 },
  );
});

test("a rule says its days and times in the notation, in YAML and in rows, as if they were written out", async () => {
  const terms = "slot: 15, modes: [in_person]";
  const short = await parseTimetable(
    `offices: [{ id: imu, name: IMU, hours: [{ opening_hours: "Mo,We 10:00-12:00; Tu 16:00-17:30; PH off", ${terms} }] }]`,
  );
  const long = await parseTimetable(
    `offices: [{ id: imu, name: IMU, hours: [{ days: [mon, wed], from: "10:00", to: "12:00", ${terms} },
       { days: [tue], from: "16:00", to: "17:30", ${terms} }] }]`,
  );
  expect(long.ok).toBe(true);
  expect(short).toEqual(long);
  const rows =
    'office_id,name,opening_hours,slot,modes\nimu,IMU,"Mo,We 10:00-12:00; Tu 16:00-17:30; PH off",15,in_person\n';
  expect(await parseTimetable(rows)).toMatchObject({ file: { offices: long.ok ? long.file.offices : [] } });
});

test("what is wrong is told where it was written", async () => {
  const parsed = await parseTimetable(`offices:
  - id: imu
    name: IMU
    hours:
      - { opening_hours: "Mo,We 10:00-12:00; Fr 10:00-12:02", slot: 7, modes: [in_person] }
      - { days: [fri], opening_hours: "Jun Mo 10:00-12:00", slot: 15, modes: [in_person] }
      - { days: [lun], from: "16:00", to: "17:00", slot: 15, modes: [virtual] }
`);
  const told = parsed.ok ? [] : parsed.problems.map(({ line, code, path }) => [line, code, path]);
  expect(told).toEqual([
    [5, "not_multiple_of_five", "offices[0].hours[0].opening_hours"],
    [5, "not_multiple_of_five", "offices[0].hours[0].slot"],
    [6, "unknown_key", "offices[0].hours[1].days"],
    [6, "beyond_rules", "offices[0].hours[1].opening_hours"],
    [7, "bad_day", "offices[0].hours[2].days[0]"],
  ]);
});

test("holidays that are said twice, differently, are refused", async () => {
  const parsed = await parseTimetable(
    'offices: [{ id: a, name: A, holidays: false, hours: [{ opening_hours: "Mo 10:00-12:00; PH off", slot: 15, modes: [virtual] }] }]',
  );
  expect(parsed).toMatchObject({ ok: false, problems: [{ code: "beyond_rules", value: "PH" }] });
});
