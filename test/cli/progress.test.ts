import { expect, test } from "vitest";
import { progressFor } from "../../packages/cli/src/progress.ts";
import { townHall } from "./command-line.ts";
import { terminal } from "./terminal.ts";

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

test("at a real terminal a large import shows its bar, and leaves only its answer", async () => {
  await using line = await townHall();
  const office = (index: number) => ({
    id: `ufficio-${index}`,
    name: `Ufficio ${index}`,
    place: "Via Vittorio Veneto 11, primo piano, stanza 12".repeat(5),
  });
  const offices = Array.from({ length: 500 }, (_, index) => office(index));
  await line.write("tanti.json", JSON.stringify({ offices }));
  const person = terminal(line, ["timetable", "import", "tanti.json"], { env: { PAGER: "cat" } });
  await person.reads("░] lettura del file");
  await person.reads("█");
  await person.reads("scrittura degli orari");
  await person.reads("Ufficio aggiunto: ufficio-499.");
  expect(await person.ended).toBe(0);
  expect(person.raw).toMatch(/\r\u001B\[K\u001B\[32mUfficio aggiunto: ufficio-0\./);
  const again = terminal(line, ["timetable", "import", "tanti.json"], { env: { NO_COLOR: "1" } });
  await again.reads("Nessun cambiamento.");
  expect(await again.ended).toBe(0);
}, 20_000);
