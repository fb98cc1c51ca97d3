import { expect, test } from "vitest";
import { oneLine, severalLines } from "../../../packages/core/src/texts/safe-text.ts";

test.each([
  ["  Mario \t Rossi \n", "Mario Rossi"],
  ["Mario\r\nBcc: x", "Mario Bcc: x"],
  ["a\u2028b\u2029c\u0085d\vd\fe", "a b c d d e"],
  ["\u001b[31mrosso\u0007", "[31mrosso"],
  ["\u202Eissor\u202C \u2066x\u2069\u200F", "issor x"],
  ["zero\u200Bwidth\uFEFF\u00AD", "zerowidth"],
  ["Nicolò D’Angelo-Šček 李", "Nicolò D’Angelo-Šček 李"],
  ["👩‍👩‍👧 क्‍ष", "👩‍👩‍👧 क्‍ष"],
  ["half \uD83D", "half \uFFFD"],
  ["\u200E\r\n", ""],
])("%j on one line is %j", (text, safe) => {
  expect(oneLine(text)).toBe(safe);
});

test("several lines stay several, without the empty ones", () => {
  expect(severalLines("uno\r\n\r\n  due\rtre\u2028\u202Equattro\n")).toEqual([
    "uno",
    "due",
    "tre",
    "quattro",
  ]);
  expect(severalLines("")).toEqual([]);
});
