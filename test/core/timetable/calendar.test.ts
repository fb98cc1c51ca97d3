import { readFile } from "node:fs/promises";
import { formatOf, parseTimetable, type TimetableFile, writeTimetable } from "@ricevimenti/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePlan, openIntervalsOn } from "../../../packages/core/src/domain/opening-plan.ts";
import { anyTimetable } from "./arbitrary-timetable.ts";

const calendar = (name: string) => readFile(new URL(`calendars/${name}.ics`, import.meta.url));
const parsed = async (input: string | Uint8Array, terms: object = {}): Promise<TimetableFile> => {
  const result = await parseTimetable(input, { calendar: terms });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.file;
};
const IN_PRESENCE = { slot: 15, modes: ["in_person"] };

describe("calendars as other programs write them", () => {
  test("Google: what repeats is open, free times too; what was moved, left out, busy or lasts all day is closed", async () => {
    expect(await parsed(await calendar("google"))).toEqual({
      offices: [
        {
          id: "tributo-imu",
          name: "Tributo IMU",
          hours: [
            {
              days: ["mon", "wed"],
              from: "10:00",
              to: "12:00",
              ...IN_PRESENCE,
              valid_from: "2026-01-05",
              valid_until: "2026-12-31",
            },
          ],
          openings: [
            { date: "2026-03-03", from: "15:00", to: "17:00", ...IN_PRESENCE },
            { date: "2026-06-13", from: "10:00", to: "12:00", ...IN_PRESENCE },
          ],
          closures: [
            { from: "2026-02-18", start: "10:00", end: "12:00" },
            { from: "2026-03-02", start: "10:00", end: "12:00" },
            { from: "2026-08-10", to: "2026-08-21", reason: "Chiusura estiva" },
            { from: "2026-04-01", start: "11:00", end: "12:00", reason: "Riunione, sala consiliare" },
          ],
        },
      ],
      fields: ["id", "hours", "openings", "closures"],
    });
  });

  test("Outlook: its own name of the zone is the office's; a number of times ends on its last day", async () => {
    const { offices } = await parsed(await calendar("outlook"), {
      office: "edilizia",
      slot: 30,
      modes: ["virtual"],
    });
    expect(offices).toEqual([
      {
        id: "edilizia",
        name: "Ufficio Edilizia privata",
        hours: [
          {
            days: ["wed", "fri"],
            from: "08:30",
            to: "12:30",
            slot: 30,
            modes: ["virtual"],
            valid_from: "2026-01-07",
            valid_until: "2026-02-06",
          },
        ],
        closures: [
          { from: "2026-01-16", reason: "Ferie" },
          { from: "2026-01-20", start: "16:00", end: "24:00", reason: "Trasferta" },
          { from: "2026-01-21", start: "00:00", end: "10:00", reason: "Trasferta" },
        ],
      },
    ]);
  });

  test("Nextcloud: the availability is open within its bounds, and only what is busy closes", async () => {
    const { offices } = await parsed(await calendar("nextcloud"));
    const bounds = { valid_from: "2026-02-01", valid_until: "2026-06-30" };
    expect(offices[0]).toEqual({
      id: "servizio-sociale",
      name: "Servizio Sociale",
      hours: [
        {
          days: ["mon", "tue", "wed", "thu", "fri"],
          from: "09:00",
          to: "13:00",
          ...IN_PRESENCE,
          ...bounds,
        },
        { days: ["tue"], from: "15:00", to: "17:30", ...IN_PRESENCE, ...bounds },
      ],
      closures: [
        { from: "2026-04-07", start: "15:00", end: "17:30" },
        { from: "2026-03-10", start: "10:00", end: "11:30", reason: "Visita domiciliare" },
      ],
    });
  });
});

describe("what a calendar says beyond weekly rules", () => {
  const event = (...lines: string[]) =>
    ["BEGIN:VCALENDAR", "X-WR-CALNAME:Prova", "BEGIN:VEVENT", ...lines, "END:VEVENT", "END:VCALENDAR"].join(
      "\r\n",
    );
  const TEN = "DTSTART;TZID=Europe/Rome:20260105T100000";
  const NOON = "DTEND;TZID=Europe/Rome:20260105T120000";

  test("is written out day by day where it ends", async () => {
    const { offices } = await parsed(event(TEN, NOON, "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3"));
    expect(offices[0]?.openings?.map(({ date }) => date)).toEqual(["2026-01-05", "2026-01-19", "2026-02-02"]);
  });

  test.each([
    ["never ends", [TEN, NOON, "RRULE:FREQ=WEEKLY;INTERVAL=2"], "beyond_rules"],
    ["is every first Monday", [TEN, NOON, "RRULE:FREQ=MONTHLY;BYDAY=1MO"], "beyond_rules"],
    [
      "keeps another zone's hours",
      ["DTSTART:20260105T090000Z", "DTEND:20260105T100000Z", "RRULE:FREQ=WEEKLY"],
      "beyond_rules",
    ],
    [
      "goes past midnight",
      [TEN, "DTEND;TZID=Europe/Rome:20260106T020000", "RRULE:FREQ=WEEKLY"],
      "beyond_rules",
    ],
    ["has no end", [TEN, "RRULE:FREQ=WEEKLY"], "missing"],
    ["has no start", [NOON, "RRULE:FREQ=WEEKLY"], "missing"],
  ])("is refused with its line when it %s", async (_, lines, code) => {
    const result = await parseTimetable(event(...lines));
    expect(result).toMatchObject({ ok: false, problems: [{ line: 3, code }] });
  });

  test("broken lines are told, each with its number", async () => {
    const text = event(TEN, NOON)
      .replace("X-WR-CALNAME:Prova", "what is this")
      .replace("END:VEVENT", "END:VALARM");
    const result = await parseTimetable(text);
    expect(result.ok ? [] : result.problems.map(({ line, code }) => [line, code])).toEqual([
      [2, "syntax"],
      [6, "syntax"],
    ]);
  });

  test("times off the five minutes are told at the event's line", async () => {
    const odd = event(TEN, "DTEND;TZID=Europe/Rome:20260105T120200", "RRULE:FREQ=WEEKLY");
    expect(await parseTimetable(odd)).toMatchObject({
      ok: false,
      problems: [{ line: 3, code: "not_multiple_of_five" }],
    });
  });
});

test("what is written as a calendar is open at the same times when it is read back, and written the same again", async () => {
  await fc.assert(
    fc.asyncProperty(anyTimetable, async (file) => {
      const town = file.municipality ?? { timezone: "Europe/Rome" };
      const text = await writeTimetable(file, "ics");
      if (file.offices.length === 0) return;
      expect(formatOf(text)).toBe("ics");
      for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const again: TimetableFile["offices"][number][] = [];
      for (const office of file.offices) {
        const timezone = office.timezone ?? town.timezone;
        const { offices } = await parsed(await writeTimetable({ ...file, offices: [office] }, "ics"), {
          timezone,
        });
        const [back] = offices;
        if (!back) throw new Error("lost");
        again.push({ ...back, ...(office.timezone && { timezone: office.timezone }) });
        const [before, after] = [office, { ...back, timezone }].map((one) =>
          compilePlan({ ...one, holidays: false }, town),
        );
        for (let day = 20_454; before && after && day < 20_454 + 740; day += 7 * 3 + 1) {
          expect(openIntervalsOn(after, day)).toEqual(openIntervalsOn(before, day));
        }
      }
      expect(await writeTimetable({ ...file, offices: again }, "ics")).toBe(text);
    }),
    { numRuns: 60 },
  );
});

test("no text that looks like a calendar makes the reader fail", async () => {
  const names = ["google", "outlook", "nextcloud"];
  const texts = await Promise.all(names.map(async (name) => (await calendar(name)).toString()));
  const cut = fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 40 }), fc.string({ maxLength: 10 }))
    .map(([text, at, length, other]) => {
      const start = at % text.length;
      return text.slice(0, start) + other + text.slice(start + length);
    });
  await fc.assert(
    fc.asyncProperty(cut, async (text) => {
      const result = await parseTimetable(text, { format: "ics" });
      if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
