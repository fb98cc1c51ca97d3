import { openCore } from "@ricevimenti/core";
import { describe, expect, test } from "vitest";
import { counters } from "./counter.ts";
import { ENTER, terminal } from "./terminal.ts";

const counter = counters();
const EMAIL = "mario@example.it";

describe("whoever asks for their data", () => {
  test("gets all of it, and no one else's", async () => {
    const { document: mine } = await counter.create({}, "--confirmed");
    await counter.create({ email: "ada@example.it", name: "Ada Neri", start: counter.at(4) }, "--confirmed");
    const { document } = await counter.line.json("privacy", "export", "Mario@Example.it");
    expect(document).toMatchObject({
      bookings: [{ code: mine.code, name: "Mario Rossi", reason: "Prima casa", consent: { version: "1" } }],
      waiting: [],
    });
    expect(JSON.stringify(document)).toMatch(/"kind":"confirmed"/);
    expect(JSON.stringify(document)).not.toContain("Ada");
  });

  test("is erased: the time is free again, the numbers stay, and doing it twice is harmless", async () => {
    const { line } = counter;
    const { document: mine } = await counter.create({}, "--confirmed");
    const before = await line.json<{ offices: { requests: number }[] }>("stats", "--to", "2030-01-01");
    expect(before.document.offices).toContainEqual(
      expect.objectContaining({ mode: "virtual", requests: 1, confirmations: 1, appointments: 1 }),
    );
    expect(await line.json("privacy", "erase", EMAIL)).toEqual({
      status: 0,
      document: { bookings: [mine.code], waiting: 0 },
    });
    expect((await line.json("privacy", "erase", EMAIL)).document).toEqual({ bookings: [], waiting: 0 });
    expect((await line.json("privacy", "export", EMAIL)).document).toMatchObject({ bookings: [] });
    expect(await counter.isFree(counter.at(0))).toBe(true);
    const show = await line.run("booking", "show", mine.code ?? "");
    expect(show.stdout).not.toMatch(/Mario|example|Prima casa/);
    const after = await line.json<{ offices: { requests: number }[] }>("stats", "--to", "2030-01-01");
    expect(after.document.offices).toContainEqual(
      expect.objectContaining({ mode: "virtual", requests: 1, confirmations: 1, cancellations: 1 }),
    );
    expect(
      (await line.json<{ level: string }[]>("doctor")).document.filter(({ level }) => level === "error"),
    ).toEqual([]);
  });

  test("is erased by a person at a terminal only after a yes", async () => {
    await counter.create({}, "--confirmed");
    const person = terminal(counter.line, ["privacy", "erase", EMAIL]);
    await person.reads("(s/N)");
    person.types(ENTER);
    expect(await person.ended).toBe(1);
    const { document } = await counter.line.json<{ bookings: unknown[] }>("privacy", "export", EMAIL);
    expect(document.bookings).toHaveLength(1);
  });
});

test("old data is erased by the rule, or by a number of days", async () => {
  const { document } = await counter.create({}, "--confirmed");
  expect((await counter.line.json("privacy", "purge")).document).toEqual({ days: 180, erased: 0 });
  const start = Date.parse(counter.at(0));
  const later = { now: () => start + 40 * 86_400_000 };
  const core = await openCore({
    env: counter.line.env,
    cwd: counter.line.folder,
    overrides: { clock: later },
  });
  expect(await core.purgePersonalData("staff:prova", 60)).toEqual({ days: 60, erased: 0 });
  expect(await core.purgePersonalData("staff:prova", 30)).toEqual({ days: 30, erased: 1 });
  await core.close();
  expect((await counter.line.json("booking", "show", document.code ?? "")).document).toMatchObject({
    name: null,
  });
});

test("what cannot be an address, a name or a number of days is refused", async () => {
  const run = (...args: string[]) => counter.line.run(...args);
  const answers = await Promise.all([
    run("privacy", "erase", "mario"),
    run("privacy", "export"),
    run("privacy", "purge", "--older-than", "molti"),
    run("office", "list", "--actor", " \n"),
    run("stats", "--from", "2026-12-02", "--to", "2026-12-01"),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([5, 2, 2, 2, 2]);
  expect(answers.map(({ stdout }) => stdout).join("")).toBe("");
});

test("what officials do is written down under their name, and says nothing about the citizen", async () => {
  const { line } = counter;
  const { document } = await counter.create({}, "--confirmed", "--actor", "Anna Pinna");
  const code = document.code ?? "";
  await line.run("--actor", "luca", "office", "edit", "sempre", "--phone", "079 1");
  await line.run("feed", "sempre", "--new", "--actor", "luca");
  await line.run("privacy", "erase", EMAIL, "--actor", "dpo");
  const trail = await line.json<{ actor: string; act: string; subject: string }[]>("audit");
  const told = trail.document.map(({ actor, act, subject }) => `${actor} ${act} ${subject}`);
  for (const entry of [
    `Anna Pinna booking_confirmed ${code}`,
    "luca office_saved sempre",
    "luca feed_renewed sempre",
    `dpo booking_cancelled ${code}`,
    "dpo personal_data_erased 1",
  ]) {
    expect(told).toContain(entry);
  }
  expect(JSON.stringify(trail.document)).not.toMatch(/Mario|example/);
  expect((await line.run("audit")).stdout).toMatch(/luca +ufficio salvato +sempre/);
});

test("numbers are drawn as bars, and written as a table", async () => {
  await counter.create({}, "--confirmed");
  const { stdout } = await counter.line.run("stats", "--to", "2030-01-01");
  expect(stdout).toMatch(/sempre +VIRTUALE +1 +1 +0 +0 +1 +0 +[█·]{20} \d+%/);
  expect(stdout).toMatch(/meno di 3 giorni +█{20} 1/);
  const csv = (await counter.line.run("stats", "--csv", "--to", "2030-01-01")).stdout;
  expect(csv).toMatch(
    /^office,mode,requests,.*occupancy\r\nsempre,in_person,0,[\s\S]*\r\nsempre,virtual,1,1,0,0,0,1,0,0,15,\d+,/,
  );
});

test("what every command takes may stand in front; quiet says nothing when all went well", async () => {
  const { line } = counter;
  expect((await line.run("--verbose", "office", "list", "--json")).stderr).toMatch(
    /^Base dati: .*ricevimenti\.sqlite\nTerminato con lo stato 0\.\n$/,
  );
  expect((await line.run("--json", "office", "list")).stdout).toMatch(/^\[\{"id":"sempre"/);
  expect(await line.run("--quiet", "office", "edit", "sempre", "--phone", "1")).toEqual({
    status: 0,
    stdout: "",
    stderr: "",
  });
  expect((await line.run("--quiet", "office", "show", "nessuno")).stderr).toMatch(
    /^Questo ufficio non esiste/,
  );
});
