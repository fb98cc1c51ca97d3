import { afterEach, describe, expect, test, vi } from "vitest";
import { askedClocks, clocksOf } from "../../../packages/core/src/domain/clocks.ts";

const HOUR = 3_600_000;

afterEach(() => vi.restoreAllMocks());

describe("the clocks of Italy", () => {
  const asked = askedClocks("Europe/Rome");

  test("are by rule what the zone data says, from before there was the rule until 2100", () => {
    const ruled = clocksOf("Europe/Rome");
    for (let instant = Date.UTC(1990, 0, 1); instant < Date.UTC(2100, 0, 1); instant += 7 * HOUR) {
      if (ruled(instant) !== asked(instant)) expect.fail(new Date(instant).toISOString());
    }
  });

  test("change at the same millisecond", () => {
    const ruled = clocksOf("Europe/Rome");
    for (let year = 1996; year < 2100; year++) {
      for (const month of [2, 9]) {
        const sunday = 31 - new Date(Date.UTC(year, month, 31)).getUTCDay();
        const change = Date.UTC(year, month, sunday, 1);
        expect(asked(change - 1)).not.toBe(asked(change));
        expect([ruled(change - 1), ruled(change)]).toEqual([asked(change - 1), asked(change)]);
      }
    }
  });

  test("need no zone data: where this fails after an update of Node, compare them and raise COMPARED_WITH", () => {
    const made = vi.spyOn(Intl, "DateTimeFormat");
    clocksOf("Europe/Rome")(Date.UTC(2026, 10, 23));
    expect(made.mock.calls).toEqual([]);
  });

  test.each(["2026d", "2027a", "unknown"])("are asked of zone data %s, which nobody has compared", (data) => {
    const made = vi.spyOn(Intl, "DateTimeFormat");
    expect(clocksOf("Europe/Rome", data)(Date.UTC(2026, 10, 23))).toBe(HOUR);
    expect(made.mock.calls).toHaveLength(1);
  });
});
