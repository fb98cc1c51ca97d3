import { countdown } from "@ricevimenti/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refreshAfter } from "../../packages/web-join/src/routes/join/view.ts";

const script = new URL("../../packages/web-join/static/countdown.js", import.meta.url).href;
const { remaining } = (await import(script)) as {
  remaining: (milliseconds: number, language: string) => string;
};

const DAY = 86_400_000;

describe("the countdown's script", () => {
  it("says the handbook's example in the handbook's words", () => {
    expect(remaining(((24 + 22) * 3600 + 33 * 60 + 30) * 1000, "it")).toBe(
      "1 giorno, 22 ore, 33 minuti e 30 secondi",
    );
  });

  it.each([
    ["it", "it"],
    ["en", "en-GB"],
  ] as const)("says in %s what the server says, however much is left", (locale, language) => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 60 * DAY }), (left) => {
        expect(remaining(left, language)).toBe(countdown(left, locale));
      }),
    );
  });
});

describe("the page without scripts asks for itself again", () => {
  it("more often the closer the opening is, and just after it at the end", () => {
    expect(refreshAfter(3 * DAY)).toBe(300);
    expect(refreshAfter(30 * 60_000)).toBe(60);
    expect(refreshAfter(5 * 60_000)).toBe(30);
    expect(refreshAfter(12_000)).toBe(13);
  });

  it("never later than a second after the opening, and never at once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 * DAY }), (left) => {
        const seconds = refreshAfter(left);
        expect(seconds).toBeGreaterThanOrEqual(2);
        expect(seconds * 1000).toBeLessThanOrEqual(left + 2000);
      }),
    );
  });
});
