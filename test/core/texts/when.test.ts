import { describe, expect, test } from "vitest";
import {
  countdown,
  duration,
  longDay,
  shortDay,
  slotLine,
  timeOf,
  untilHour,
} from "../../../packages/core/src/texts/when.ts";

const ROME = "Europe/Rome";
const at = (iso: string) => Date.parse(iso);
const MINUTE = 60_000;

describe("a slot in one line", () => {
  const start = at("2021-12-13T10:00+01:00");
  const slot = { start, end: start + 15 * MINUTE };

  test("is exactly the handbook's in Italian", () => {
    expect(slotLine({ ...slot, mode: "in_person" }, "it", ROME)).toBe(
      "lun 13/12/21 - 10:00 (15 min.) - In Presenza",
    );
    expect(slotLine({ ...slot, mode: "virtual" }, "it", ROME)).toBe(
      "lun 13/12/21 - 10:00 (15 min.) - VIRTUALE",
    );
    expect(slotLine(slot, "it", ROME)).toBe("lun 13/12/21 - 10:00 (15 min.)");
  });

  test.each([
    // In figures the month and the day look alike to an English reader.
    ["en", "Mon, 13 Dec 2021 - 10:00 (15 min.) - VIRTUAL"],
    ["de", "Mo., 13.12.21 - 10:00 (15 Min.) - VIRTUELL"],
    ["fr", "lun. 13/12/21 - 10:00 (15 min) - VIRTUEL"],
    ["sl", "pon., 13. 12. 21 - 10:00 (15 min) - VIRTUALNO"],
  ] as const)("is written as %s writes it", (locale, text) => {
    expect(slotLine({ ...slot, mode: "virtual" }, locale, ROME)).toBe(text);
  });

  test("is in the office's zone, whatever the machine's", () => {
    expect(slotLine(slot, "it", "Asia/Kolkata")).toBe("lun 13/12/21 - 14:30 (15 min.)");
  });
});

describe("days and hours", () => {
  test("have the hour of the changeover they stand on", () => {
    // 2026-03-29: at 02:00 the clocks of Rome go to 03:00; 2026-10-25: at 03:00 back to 02:00.
    expect(timeOf(at("2026-03-29T00:59Z"), "it", ROME)).toBe("01:59");
    expect(timeOf(at("2026-03-29T01:00Z"), "it", ROME)).toBe("03:00");
    expect(timeOf(at("2026-10-25T00:30Z"), "it", ROME)).toBe("02:30");
    expect(timeOf(at("2026-10-25T01:30Z"), "it", ROME)).toBe("02:30");
  });

  test("write midnight as 00:00 of the new day", () => {
    const midnight = at("2021-12-13T00:00+01:00");
    expect(timeOf(midnight, "it", ROME)).toBe("00:00");
    expect(timeOf(midnight, "en", ROME)).toBe("00:00");
    expect(shortDay(midnight, "it", ROME)).toBe("lun 13/12/21");
  });

  test("are written out for mails", () => {
    const noon = at("2021-12-13T12:30+01:00");
    expect(longDay(noon, "it", ROME)).toBe("lunedì 13 dicembre 2021");
    expect(untilHour(noon, "it", ROME)).toBe("ore 12:30 di lunedì 13 dicembre");
    expect(untilHour(noon, "en", ROME)).toBe("12:30 on Monday 13 December");
  });

  test.each([
    ["en", "Monday, 13 December 2021", "12:30 on Monday 13 December"],
    ["de", "Montag, 13. Dezember 2021", "12:30 Uhr am Montag, 13. Dezember"],
    ["fr", "lundi 13 décembre 2021", "12:30 le lundi 13 décembre"],
    ["sl", "ponedeljek, 13. december 2021", "12:30 (ponedeljek, 13. december)"],
  ] as const)("are written out as %s writes them", (locale, day, until) => {
    const noon = at("2021-12-13T12:30+01:00");
    expect(longDay(noon, locale, ROME)).toBe(day);
    expect(untilHour(noon, locale, ROME)).toBe(until);
  });
});

describe("the countdown", () => {
  const of = (days: number, hours: number, minutes: number, seconds: number) =>
    (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;

  test.each([
    [of(1, 22, 33, 30), "1 giorno, 22 ore, 33 minuti e 30 secondi"],
    [of(2, 1, 1, 1), "2 giorni, 1 ora, 1 minuto e 1 secondo"],
    [of(0, 2, 0, 0), "2 ore"],
    [of(1, 0, 0, 5), "1 giorno e 5 secondi"],
    [of(0, 0, 9, 59), "9 minuti e 59 secondi"],
    [1, "1 secondo"],
    [0, "0 secondi"],
    [-5000, "0 secondi"],
  ])("of %d ms is %j", (milliseconds, text) => {
    expect(countdown(milliseconds, "it")).toBe(text);
  });

  test.each([
    ["en", "1 day, 22 hours, 33 minutes and 30 seconds"],
    ["de", "1 Tag, 22 Stunden, 33 Minuten und 30 Sekunden"],
    ["fr", "1 jour, 22 heures, 33 minutes et 30 secondes"],
    ["sl", "1 dan, 22 ur, 33 minut in 30 sekund"],
  ] as const)("is complete in %s", (locale, text) => {
    // Intl itself sets a no-break space in French, and not in every unit.
    expect(countdown(of(1, 22, 33, 30), locale).replaceAll("\u00A0", " ")).toBe(text);
  });

  test("counts one, two, a few and many in Slovene", () => {
    const minutes = [1, 2, 3, 4, 5, 11, 21, 45].map((count) => duration(count, "sl"));
    expect(minutes).toEqual([
      ...["1 minuta", "2 minuti", "3 minute", "4 minute", "5 minut"],
      ...["11 minut", "21 minut", "45 minut"],
    ]);
  });

  test("serves whole minutes as a length", () => {
    expect(duration(120, "it")).toBe("2 ore");
    expect(duration(10, "en")).toBe("10 minutes");
  });
});
