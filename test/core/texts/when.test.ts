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

  test("puts the day before the month in English too", () => {
    expect(slotLine({ ...slot, mode: "virtual" }, "en", ROME)).toBe(
      "Mon, 13/12/21 - 10:00 (15 min.) - VIRTUAL",
    );
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

  test("is complete in English", () => {
    expect(countdown(of(1, 22, 33, 30), "en")).toBe("1 day, 22 hours, 33 minutes and 30 seconds");
  });

  test("serves whole minutes as a length", () => {
    expect(duration(120, "it")).toBe("2 ore");
    expect(duration(10, "en")).toBe("10 minutes");
  });
});
