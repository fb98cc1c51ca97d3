import { expect, test } from "vitest";
import { counters } from "./counter.ts";
import { ENTER, terminal } from "./terminal.ts";

const counter = counters();
const dayOf = (start: string) => start.slice(0, 10);

test("an office is closed for days, offers nothing then, and opens again", async () => {
  const { line } = counter;
  const day = dayOf(counter.at(0));
  const closed = await line.json("closure", "add", "sempre", "--from", day, "--reason", "Patrono");
  expect(closed).toMatchObject({
    status: 0,
    document: { changed: [{ office: "sempre", fields: ["closures"] }] },
  });
  expect((await line.json("slots", "sempre", "--from", day, "--to", day)).document).toEqual([]);
  expect((await line.json("closure", "list")).document).toEqual([
    { office: "sempre", from: day, to: day, start: null, end: null, reason: "Patrono" },
  ]);
  expect(
    (await line.json("closure", "add", "sempre", "--from", day, "--reason", "Patrono")).document,
  ).toMatchObject({
    unchanged: true,
  });
  expect((await line.json("closure", "remove", "sempre", "--from", day)).status).toBe(0);
  expect(await line.json("closure", "remove", "sempre", "--from", day)).toMatchObject({
    status: 3,
    document: { refusal: "closure_unknown" },
  });
  expect(await counter.isFree(counter.at(0))).toBe(true);
});

test("every office is closed at once, for some hours only", async () => {
  const { line } = counter;
  const day = dayOf(counter.at(0));
  await line.run("office", "add", "anagrafe", "--name", "Anagrafe", "--hours", "mon-sun 08:00-12:00");
  await line.run("closure", "add", "--all", "--from", day, "--start", "09:00", "--end", "11:00");
  const { document } = await line.json<{ office: string }[]>("closure", "list");
  expect(document.map(({ office }) => office)).toEqual(["sempre", "anagrafe"]);
  const slots = (await line.json<{ start: string }[]>("slots", "anagrafe", "--from", day, "--to", day))
    .document;
  expect(slots.map(({ start }) => start.slice(11, 13))).not.toContain("09");
});

test("a closure names the bookings that no longer fit; a trial changes nothing", async () => {
  const { line } = counter;
  const { document: booked } = await counter.create();
  const add = ["closure", "add", "sempre", "--from", dayOf(counter.at(0))];
  const trial = await line.json("closure", "add", ...add.slice(2), "--dry-run");
  expect(trial.document).toMatchObject({ dryRun: true, conflicts: [{ code: booked.code }] });
  expect((await line.json("closure", "list")).document).toEqual([]);
  expect((await line.run(...add)).stdout).toContain(`${booked.code}`);
});

const WRONG: readonly (readonly [number, readonly string[]])[] = [
  [2, ["--from", "2026-12-24"]],
  [2, ["sempre"]],
  [2, ["--all", "sempre", "--from", "2026-12-24"]],
  [3, ["nessuno", "--from", "2026-12-24"]],
  [5, ["sempre", "--from", "2026-12-24", "--to", "2026-12-01"]],
  [5, ["sempre", "--from", "mai"]],
  [5, ["sempre", "--from", "2026-12-24", "--start", "9"]],
  [5, ["sempre", "--from", "2026-12-24", "--reason", "a\nb"]],
];

test("what cannot be is refused with its status and changes nothing", async () => {
  const { line } = counter;
  const answers = await Promise.all(WRONG.map(([, args]) => line.run("closure", "add", ...args)));
  expect(answers.map(({ status }, index) => [status, WRONG[index]?.[1]])).toEqual(WRONG);
  expect((await line.json("closure", "list")).document).toEqual([]);
});

test("what is mistyped for every office is told once", async () => {
  const { line } = counter;
  await line.run("office", "add", "anagrafe", "--name", "Anagrafe", "--hours", "mon-sun 08:00-12:00");
  const { status, stderr } = await line.run("closure", "add", "--all", "--from", "2026-02-30");
  expect(status).toBe(5);
  expect(stderr.match(/2026-02-30/g)).toHaveLength(1);
});

test("on a terminal the form asks, shows the week as it will be, and does nothing against a no", async () => {
  const { line } = counter;
  const day = dayOf(counter.at(0));
  const asks = async () => {
    const person = terminal(line, ["closure", "add", "sempre"]);
    await person.reads("Primo giorno di chiusura");
    person.types(`${day}${ENTER}`);
    await person.reads("Ultimo giorno");
    person.types(ENTER);
    await person.reads("Da che ora");
    person.types(`10:00${ENTER}`);
    await person.reads("Fino a che ora");
    person.types(`11:00${ENTER}`);
    await person.reads("Motivo");
    person.types(`Assemblea${ENTER}`);
    await person.reads("la settimana come sarà");
    const week = await person.reads("Va bene così?");
    expect(week).toMatch(/00:00-10:00.*Assemblea/);
    expect(week).toContain("11:00-00:00");
    return person;
  };
  const no = await asks();
  no.types(`n${ENTER}`);
  expect(await no.ended).toBe(1);
  expect((await line.json("closure", "list")).document).toEqual([]);
  const yes = await asks();
  yes.types(`s${ENTER}`);
  expect(await yes.ended).toBe(0);
  expect((await line.json("closure", "list")).document).toMatchObject([
    { office: "sempre", from: day, start: "10:00", end: "11:00", reason: "Assemblea" },
  ]);
}, 30_000);
