import { type Office, type OpeningRule, texts } from "@ricevimenti/core";
import { describe, expect, it } from "vitest";
import { hoursLines } from "../../packages/web-join/src/parts/office-hours.ts";
import { NOW } from "./town.ts";

const rule = (
  days: OpeningRule["days"],
  from: string,
  to: string,
  more: Partial<OpeningRule> = {},
): OpeningRule => ({
  days,
  from,
  to,
  slot: 15,
  modes: ["in_person"],
  ...more,
});
const lines = (hours: readonly OpeningRule[], locale: "it" | "en" = "it") =>
  hoursLines(
    { id: "o", name: "O", hours } satisfies Office,
    locale,
    texts("web", locale),
    NOW,
    "Europe/Rome",
  );

describe("an office's hours in words", () => {
  it("names a few days one by one", () => {
    expect(lines([rule(["mon"], "08:00", "09:00")])).toEqual(["lunedì 08:00-09:00"]);
    expect(lines([rule(["thu", "tue"], "16:00", "17:30")])).toEqual(["martedì e giovedì 16:00-17:30"]);
  });

  it("names three days or more in a row by the first and the last", () => {
    expect(lines([rule(["mon", "tue", "wed", "thu", "fri"], "08:00", "13:00")])).toEqual([
      "da lunedì a venerdì 08:00-13:00",
    ]);
    expect(lines([rule(["mon", "tue", "thu"], "08:00", "13:00")], "en")).toEqual([
      "Monday, Tuesday and Thursday 08:00-13:00",
    ]);
  });

  it("puts the hours of the same days together", () => {
    const hours = [
      rule(["mon"], "08:00", "13:00"),
      rule(["mon"], "15:00", "18:00"),
      rule(["wed"], "08:00", "13:00"),
    ];
    expect(lines(hours)).toEqual(["lunedì 08:00-13:00 e 15:00-18:00", "mercoledì 08:00-13:00"]);
  });

  it("leaves out hours that have ended and says when later ones begin", () => {
    const hours = [
      rule(["mon"], "08:00", "09:00", { valid_until: "2026-12-09" }),
      rule(["tue"], "08:00", "09:00", { valid_until: "2026-12-10" }),
      rule(["wed"], "08:00", "09:00", { valid_from: "2027-01-11" }),
    ];
    expect(lines(hours)).toEqual([
      "martedì 08:00-09:00",
      "mercoledì (da lunedì 11 gennaio 2027) 08:00-09:00",
    ]);
  });

  it("says nothing for an office without weekly hours", () => {
    expect(lines([])).toEqual([]);
  });
});
