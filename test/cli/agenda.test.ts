import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import ICAL from "ical.js";
import { beforeEach, describe, expect, test } from "vitest";
import type { SlotDocument } from "./command-line.ts";
import { counters } from "./counter.ts";
import { CTRL_C, terminal } from "./terminal.ts";

const counter = counters();
let code: string;
let day: string;
beforeEach(async () => {
  code =
    (await counter.create({ name: "Niccolò Čopič", reason: '=SOMMA(A1) "x", y' }, "--confirmed")).document
      .code ?? "";
  day = counter.at(0).slice(0, 10);
});

test("the day sheet stands under its day, fits the terminal, and leaves the office out where it is the only one", async () => {
  const wide = (await counter.line.run("agenda", "--date", day)).stdout;
  expect(wide).toMatch(/^\S+ \d+ \w+ 20\d\d\nOra +Modalità +Stato +Ufficio +Codice +Nome +Motivo\n/);
  expect(wide).toMatch(
    new RegExp(`\\d\\d:\\d\\d-\\d\\d:\\d\\d +VIRTUALE +confermata +sempre +${code} +Niccolò Čopič +=SOMMA`),
  );
  expect((await counter.line.run("agenda", "sempre", "--date", day)).stdout).not.toMatch(/ sempre /);
  const person = terminal(counter.line, ["agenda", "--date", day], { columns: 72 });
  expect(await person.ended).toBe(0);
  expect(Math.max(...person.text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(72);
});

test("a table for spreadsheets quotes what must be quoted and starts no formula", async () => {
  const [head, row] = (await counter.line.run("agenda", "--date", day, "--csv")).stdout.split("\r\n");
  expect(head).toBe("code,office,service,mode,start,end,minutes,desk,state,announced,name,email,reason");
  expect(row).toMatch(
    new RegExp(`^${code},sempre,,virtual,${day}T.*,15,1,confirmed,,Niccolò Čopič,mario@example.it,"'=SOMMA`),
  );
  expect((await counter.line.run("agenda", "--date", day, "--csv", "--minimal")).stdout).not.toMatch(
    /Čopič|example|SOMMA/,
  );
});

test("a calendar of the day is read by others, and an empty day is one too", async () => {
  const calendar = async (...args: string[]) =>
    new ICAL.Component(ICAL.parse((await counter.line.run("agenda", "--ics", ...args)).stdout));
  const [event] = (await calendar("--date", day)).getAllSubcomponents("vevent");
  expect(event?.getFirstPropertyValue("summary")).toBe("Niccolò Čopič (VIRTUALE)");
  expect(event?.getFirstPropertyValue("description")).toMatch(/SOMMA[\s\S]*https:\/\/meet\.jit\.si/);
  expect((await calendar("--date", "2026-01-01")).getAllSubcomponents("vevent")).toEqual([]);
  expect((await calendar("--date", day, "--minimal")).toString()).not.toMatch(/Čopič|SOMMA|meet\.jit/);
});

test("a sheet for the printer has every letter and a new page for what does not fit", async () => {
  expect((await counter.line.run("agenda", "--date", day, "--pdf", "foglio.pdf")).status).toBe(0);
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await readFile(join(counter.line.folder, "foglio.pdf")));
  const text = document.getPage(0).getText();
  expect(text).toContain("Niccolò Čopič");
  expect(text).toContain("Comune di Prova: appuntamenti");
  library.destroy();
  expect((await counter.line.json("agenda", "--date", day, "--pdf", "no/foglio.pdf")).document).toMatchObject(
    {
      error: "usage",
    },
  );
  expect((await counter.line.run("agenda", "--date", day, "--pdf", "no/foglio.pdf")).status).toBe(1);
});

test("two forms at once, a day that is none, and a span from the end are wrong usage", async () => {
  const wrong = [
    ["--csv", "--ics"],
    ["--date", "mai"],
    ["--from", "2026-12-02", "--to", "2026-12-01"],
    ["--watch"],
  ];
  const answers = await Promise.all(wrong.map((args) => counter.line.run("agenda", ...args)));
  expect(answers.map(({ status }) => status)).toEqual([2, 2, 2, 2]);
});

describe("watched on a terminal", () => {
  test("it shows what has changed by itself, and q gives the terminal back", async () => {
    const person = terminal(counter.line, ["agenda", "--date", day, "--watch"]);
    await person.reads(code);
    await person.reads("Premi q per uscire");
    await counter.line.run("booking", "cancel", code);
    await person.reads("Nessun appuntamento.");
    person.types("q");
    expect(await person.ended).toBe(0);
    expect(person.raw.endsWith("\u001B[?25h\u001B[?1049l")).toBe(true);
  });

  test("Ctrl-C ends it, too", async () => {
    const person = terminal(counter.line, ["agenda", "--date", day, "--watch"]);
    await person.reads("Premi q per uscire");
    person.types(CTRL_C);
    expect(await person.ended).toBe(0);
  });
});

describe("at the counter", () => {
  const walkIn = (email: string) =>
    [
      "--office",
      "sempre",
      "--now",
      "--name",
      "Ada Neri",
      "--email",
      email,
      "--reason",
      "Ritiro",
      "--confirmed",
    ] as const;

  test("who walks in gets the first desk free, is on the list while the appointment goes on, and has come", async () => {
    const { line } = counter;
    const first = await line.json<SlotDocument>("booking", "create", ...walkIn("ada@example.it"));
    expect(first).toMatchObject({ status: 0, document: { state: "confirmed", mode: "in_person" } });
    expect(Date.parse(first.document.end)).toBeGreaterThan(Date.now());
    expect(Date.parse(first.document.start)).toBeLessThan(Date.now() + 16 * 60_000);
    const second = await line.json<SlotDocument>("booking", "create", ...walkIn("bea@example.it"));
    expect(Date.parse(second.document.start)).toBe(Date.parse(first.document.end));
    const list = await line.json<{ code: string }[]>("booking", "list");
    const { code: here = "" } = first.document as unknown as Record<string, string>;
    expect(list.document.map((one) => one.code)).toContain(here);
    expect(await line.json("booking", "attended", here)).toMatchObject({
      status: 0,
      document: { state: "attended" },
    });
    expect(await line.json("booking", "attended", here)).toMatchObject({ document: { already: true } });
    expect((await line.json("doctor")).document).not.toContainEqual(
      expect.objectContaining({ level: "error" }),
    );
  });

  test("nobody is missing before the appointment begins", async () => {
    const answer = await counter.line.json("booking", "no-show", code);
    expect(answer).toMatchObject({ status: 4, document: { refusal: "too_soon", earliest: counter.at(0) } });
    expect((await counter.line.run("booking", "no-show", code)).stderr).toMatch(
      /^È troppo presto: si può dalle /,
    );
    expect((await counter.line.json("booking", "attended", "222-222")).status).toBe(3);
  });

  test("everything that is missing is told at once", async () => {
    const { status, stderr } = await counter.line.run("booking", "create", "--office", "sempre", "--now");
    expect({ status, stderr }).toEqual({ status: 2, stderr: "Mancano: --name, --email, --reason.\n" });
    const without = await counter.line.run("booking", "create", "--office", "sempre");
    expect(without.stderr).toBe("Mancano: --start, --mode, --name, --email, --reason.\n");
  });
});
