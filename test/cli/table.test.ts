import { expect, test } from "vitest";
import { columnsOf } from "../../packages/cli/src/table.ts";

const ROWS = [
  ["10:00", "Mario Rossi", "Informazioni sulla prima casa e sulle pertinenze"],
  ["10:15", "Lucía Ibáñez", "TARI"],
];

test("columns are as wide as what stands in them", () => {
  expect(
    columnsOf(
      [
        ["a", "bbb"],
        ["aa", "b"],
      ],
      { width: null },
    ),
  ).toBe("a   bbb\naa  b\n");
});

test("letters made of two characters count once", () => {
  expect(
    columnsOf(
      [
        ["e\u0300", "x"],
        ["ab", "y"],
      ],
      { width: null },
    ),
  ).toBe("e\u0300   x\nab  y\n");
});

test("where nothing is cut, nothing is cut", () => {
  expect(columnsOf(ROWS, { width: null })).toContain("Informazioni sulla prima casa e sulle pertinenze\n");
});

test.each([40, 50, 60, 80])("lines fit a terminal of %i, and the widest column gives way", (width) => {
  const lines = columnsOf(ROWS, { width, head: ["Quando", "Nome", "Motivo"] }).split("\n");
  expect(Math.max(...lines.map((text) => text.length))).toBeLessThanOrEqual(width);
  expect(lines[1]).toMatch(/^10:00 {2,}Mario/);
  if (width < 65) expect(lines[1]).toMatch(/…$/);
});

test("a terminal that is far too narrow still gets something of every column", () => {
  expect(columnsOf(ROWS, { width: 5 })).toMatch(/10:00 +Mario R… +Informa…\n/);
});

test("only the head is bold, and only where the terminal can", () => {
  expect(columnsOf([["x"]], { width: null, head: ["H"], colour: true })).toBe("\u001B[1mH\u001B[22m\nx\n");
  expect(columnsOf([["x"]], { width: null, head: ["H"] })).toBe("H\nx\n");
});

test("a hundred thousand lines are no problem", () => {
  const rows = Array.from({ length: 100_000 }, (_, n) => [String(n)]);
  expect(columnsOf(rows, { width: null }).length).toBeGreaterThan(500_000);
});
