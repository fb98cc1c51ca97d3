import { expect, test } from "vitest";
import { progressFor } from "../../packages/cli/src/progress.ts";

function shown(bytes: number, interactive: boolean): string {
  let text = "";
  const io = {
    stderr: (more: string) => {
      text += more;
    },
  };
  const progress = progressFor(bytes, { io, interactive } as never);
  progress.show(1, 3, "controllo");
  progress.end();
  return text;
}

test("a person at a terminal sees how far a large file has come, and the line is cleared afterwards", () => {
  expect(shown(800_000, true)).toBe(`\r\u001B[K[${"█".repeat(8)}${"░".repeat(16)}] controllo\r\u001B[K`);
});

test("small files and scripts see nothing of it", () => {
  expect(shown(2_000, true)).toBe("");
  expect(shown(800_000, false)).toBe("");
});
