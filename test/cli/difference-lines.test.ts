import { type Office, texts } from "@ricevimenti/core";
import { expect, test } from "vitest";
import { differenceLines, fieldName } from "../../packages/cli/src/difference-lines.ts";
import { checkTimetable } from "../../packages/core/src/domain/timetable-check.ts";

const told = (field: keyof Office, before: unknown, after: unknown, locale: "it" | "en" = "it") =>
  differenceLines(
    { office: "x", fields: [field], changes: [{ field, before, after }] },
    texts("cli", locale),
  ).map(({ sign, text }) => `${sign} ${text}`);

test("hours, closures and services are told in words, and only what has gone or come", () => {
  const morning = {
    days: ["mon", "tue", "wed", "thu", "fri"],
    from: "09:00",
    to: "12:00",
    slot: 15,
    modes: ["in_person"],
  };
  const afternoon = {
    ...morning,
    days: ["tue", "thu"],
    from: "15:00",
    to: "17:00",
    modes: ["in_person", "virtual"],
    desks: 2,
  };
  const summer = {
    ...morning,
    days: ["sat"],
    valid_from: "2026-07-01",
    valid_until: "2026-08-31",
    release: { days: 14, at: "09:00" },
  };
  expect(told("hours", [morning], [morning, afternoon, summer])).toEqual([
    "+ orari: mar gio 15:00-17:00, 15 min., In Presenza, VIRTUALE, 2 sportelli",
    "+ orari: sab 09:00-12:00, 15 min., In Presenza, dal 2026-07-01, fino al 2026-08-31, prenotabile dalle 09:00 di 14 giorni prima",
  ]);
  expect(told("hours", [morning], null, "en")).toEqual(["- hours: Mon-Fri 09:00-12:00, 15 min., In person"]);
  expect(told("openings", null, [{ ...morning, days: undefined, date: "2026-12-12" }])).toEqual([
    "+ aperture straordinarie: 2026-12-12 09:00-12:00, 15 min., In Presenza",
  ]);
  expect(
    told("closures", null, [
      { from: "2026-12-24", to: "2026-12-26", reason: "Festività" },
      { from: "2026-12-10", start: "10:00", end: "11:30" },
    ]),
  ).toEqual(["+ chiusure: 2026-12-24 - 2026-12-26, Festività", "+ chiusure: 2026-12-10 10:00-11:30"]);
  expect(
    told(
      "services",
      [{ id: "carta", name: "Carta" }],
      [{ id: "carta", name: "Carta", minutes: 30, bring: ["foto"] }],
    ),
  ).toEqual(["- argomenti: carta (Carta)", "+ argomenti: carta (Carta), 30 min., foto"]);
  expect(told("holidays", null, false)).toEqual(["+ giorni festivi: aperto"]);
  expect(told("policy", null, { horizon_days: 60, reminder_minutes: [60, 120] })).toEqual([
    "+ regole: horizon_days 60, reminder_minutes 60 120",
  ]);
});

test.each(["it", "en"] as const)("every field that a file may have has a name in %s", (locale) => {
  const tree = { municipality: { "?": 1 }, offices: [{ "?": 1 }] };
  const checked = checkTimetable(tree);
  const fields = checked.ok
    ? []
    : checked.problems.flatMap(({ code, expected = "" }) =>
        code === "unknown_key" ? expected.split(", ") : [],
      );
  expect(fields.length).toBeGreaterThan(15);
  for (const field of fields) expect(fieldName(field, texts("cli", locale))).not.toContain("_");
});
