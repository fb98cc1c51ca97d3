import type { Office } from "@ricevimenti/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  accepted,
  confirmBooking,
  IMU,
  MUNICIPALITY,
  openTown,
  refused,
  type TestTown,
} from "../../support/town.ts";

let town: TestTown;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town[Symbol.asyncDispose]());

const explain = async (start: string, more: object = {}) =>
  accepted(await town.core.explainSlot({ office: "tributi-imu", start: Date.parse(start), ...more }))
    .explanation;
const codes = async (start: string, more?: object) =>
  (await explain(start, more)).reasons.map(({ code }) => code);
const change = async (office: Partial<Office>) => {
  const offices = [{ ...IMU, ...office }];
  await town.core.importTimetable({ municipality: MUNICIPALITY, offices }, { actor: "staff:anna" });
};

test("a time that is offered comes as citizens see it, with the opening it lies in", async () => {
  const { slot, reasons, opening, takenBy } = await explain("2026-12-14T10:15:00+01:00");
  const { slots } = accepted(await town.core.listSlots({ office: "tributi-imu" }));
  expect(slots).toContainEqual(slot);
  expect({ reasons, takenBy }).toEqual({ reasons: [], takenBy: [] });
  expect(opening).toMatchObject({ slot: 15, desks: 1, start: Date.parse("2026-12-14T10:00:00+01:00") });
});

test("a taken time names the booking, and nothing of the person", async () => {
  const { code, start } = await confirmBooking(town.core, "2026-12-14T10:15:00+01:00");
  const explanation = await explain(new Date(start).toISOString());
  expect(explanation).toMatchObject({ slot: null, reasons: [{ code: "taken" }], takenBy: [code] });
  expect(JSON.stringify(explanation)).not.toMatch(/Mario|Rossi|example/);
});

test("every rule that stands against a time is told, the first worth telling first", async () => {
  expect(await codes("2026-12-14T10:07:00+01:00")).toEqual(["off_grid"]);
  expect(await codes("2026-12-14T13:00:00+01:00")).toEqual(["outside_hours"]);
  expect(await codes("2026-12-08T10:00:00+01:00")).toEqual(["past", "holiday"]);
  expect(await codes("2027-03-15T10:05:00+01:00")).toEqual(["beyond_horizon", "off_grid"]);
  await change({ policy: { lead_minutes: 24 * 60 } });
  expect(await codes("2026-12-09T10:05:00+01:00")).toEqual(["too_soon", "off_grid"]);
  await change({ closures: [{ from: "2026-12-14", reason: "Festa del rione" }] });
  expect((await explain("2026-12-14T10:00:00+01:00")).reasons).toEqual([
    { code: "closed", reason: "Festa del rione" },
  ]);
  const [rule] = IMU.hours ?? [];
  if (rule) await change({ hours: [{ ...rule, modes: ["virtual"], release: { days: 2, at: "09:00" } }] });
  expect(await codes("2026-12-14T10:05:00+01:00", { mode: "in_person" })).toEqual([
    "not_released",
    "off_grid",
    "other_mode_only",
  ]);
});

test("a batch opens at its hour, not before: in the list, for a hold and for the office's next release", async () => {
  const [rule] = IMU.hours ?? [];
  if (rule) await change({ hours: [{ ...rule, release: { days: 2, at: "09:30" } }] });
  const { core, clock } = town;
  const start = Date.parse("2026-12-11T10:00:00+01:00");
  const opens = Date.parse("2026-12-09T09:30:00+01:00");
  const hold = (holder: "web:1" | "staff:anna") =>
    core.hold({ office: "tributi-imu", start, mode: "in_person", holder, locale: "it" });
  const shown = async () =>
    accepted(await core.listSlots({ office: "tributi-imu" })).slots.some((slot) => slot.start === start);
  const [office] = await core.listOffices();
  expect(office?.nextRelease).toBe(opens);
  expect(await shown()).toBe(false);
  expect(refused(await hold("web:1"))).toEqual({ code: "not_released", opens });
  clock.set(opens);
  expect(await shown()).toBe(true);
  expect((await hold("web:1")).ok).toBe(true);
  expect((await core.listOffices())[0]?.nextRelease).toBe(Date.parse("2026-12-12T09:30:00+01:00"));
});

test("an official may give out a time before its batch opens", async () => {
  const [rule] = IMU.hours ?? [];
  if (rule) await change({ hours: [{ ...rule, release: { days: 2, at: "09:30" } }] });
  const start = Date.parse("2026-12-11T10:00:00+01:00");
  const held = await town.core.hold({
    office: "tributi-imu",
    start,
    mode: "in_person",
    holder: "staff:anna",
    locale: "it",
  });
  expect(held.ok).toBe(true);
});

test("an unknown office or service is refused", async () => {
  const start = 0;
  expect(refused(await town.core.explainSlot({ office: "x", start }))).toMatchObject({
    code: "office_unknown",
  });
  expect(refused(await town.core.explainSlot({ office: "tributi-imu", start, service: "x" }))).toMatchObject({
    code: "service_unknown",
  });
});
