import { openCore } from "@ricevimenti/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type CommandLine, EXAMPLE, freeTimes, type SlotDocument, townHall } from "./command-line.ts";

let line: CommandLine;
beforeEach(async () => {
  line = await townHall();
});
afterEach(() => line[Symbol.asyncDispose]());

test("an office is listed with how it stands now and its next free time", async () => {
  const { document } = await line.json<Record<string, unknown>[]>("office", "list");
  expect(document).toEqual([
    expect.objectContaining({
      id: "sempre",
      name: "Ufficio sempre aperto",
      timezone: "Europe/Rome",
      open: true,
    }),
  ]);
  expect(document[0]?.next).toMatchObject({
    office: "sempre",
    minutes: 15,
    modes: ["in_person", "virtual"],
    free: 1,
  });
  expect((await line.run("office", "list")).stdout).toMatch(/^Id .*\nsempre +Ufficio sempre aperto .*Aperto/);
});

test("an office is shown as a timetable file spells it", async () => {
  const { stdout } = await line.run("office", "show", "sempre");
  expect(stdout).toMatch(/id: sempre\n[\s\S]*from: "00:00", to: "24:00"[\s\S]*Aperto\./);
  expect((await line.json("office", "show", "sempre")).document).toMatchObject({
    id: "sempre",
    holidays: false,
    open: true,
  });
  expect(await line.json("office", "show", "nessuno")).toMatchObject({
    status: 3,
    document: { refusal: "office_unknown", office: "nessuno" },
  });
});

test("an office is added once", async () => {
  const add = ["office", "add", "anagrafe", "--name", "Anagrafe", "--email", "anagrafe@comune.example.it"];
  expect(await line.run(...add)).toEqual({ status: 0, stdout: "Ufficio aggiunto: anagrafe.\n", stderr: "" });
  expect((await line.json("office", "show", "anagrafe")).document).toMatchObject({
    name: "Anagrafe",
    email: "anagrafe@comune.example.it",
    open: false,
    next: null,
  });
  expect(await line.json(...add)).toMatchObject({
    status: 5,
    document: { problems: [{ code: "duplicate", value: "anagrafe" }] },
  });
  const { document } = await line.json<{ name: string }[]>("office", "list");
  expect(document.map(({ name }) => name)).toEqual(["Ufficio sempre aperto", "Anagrafe"]);
});

test("an office that cannot be is refused with every problem, and nothing is asked without a terminal", async () => {
  const { status, document } = await line.json<{ problems: { code: string }[] }>(
    "office",
    "add",
    "Ufficio_1",
    "--name",
    "a\nb",
    "--email",
    "x",
  );
  expect(status).toBe(5);
  expect(document.problems.map(({ code }) => code)).toEqual(["bad_slug", "bad_text", "bad_email"]);
  expect((await line.run("office", "add")).status).toBe(2);
});

test("slots are as the contract says, in the office's zone whatever the machine's", async () => {
  const [slot] = await freeTimes(line);
  expect(Object.keys(slot ?? {})).toEqual(["office", "start", "end", "minutes", "modes", "free"]);
  expect(slot?.start).toMatch(/^\d{4}-\d\d-\d\dT\d\d:(00|15|30|45):00\+0[12]:00$/);
  expect(Date.parse(slot?.end ?? "") - Date.parse(slot?.start ?? "")).toBe(15 * 60_000);
});

test("slots are those of the span asked for: a day given as its end belongs to it", async () => {
  // The third day from now: whole, and without a change of the clocks a day of 96 quarters of an hour.
  const day = (await freeTimes(line))[2 * 96]?.start.slice(0, 10) ?? "";
  const span = async (from: string, to: string) =>
    (await line.json<SlotDocument[]>("slots", "sempre", "--from", from, "--to", to)).document;
  const whole = await span(day, day);
  expect(whole[0]?.start).toMatch(new RegExp(`^${day}T00:00`));
  expect(whole.at(-1)?.start).toMatch(new RegExp(`^${day}T23:45`));
  const hour = await span(`${day}T10:00`, `${day}T11:00`);
  expect(hour.map(({ start }) => start.slice(11, 16))).toEqual(["10:00", "10:15", "10:30", "10:45"]);
});

test("slots are those of the service and mode asked for", async () => {
  const [slot] = await freeTimes(line, "--service", "pratica", "--mode", "virtual");
  expect(slot).toMatchObject({ minutes: 30, modes: expect.arrayContaining(["virtual"]) });
});

test.each([
  [["slots", "nessuno"], 3, { refusal: "office_unknown" }],
  [["slots", "sempre", "--service", "nessuno"], 3, { refusal: "service_unknown" }],
  [["slots", "sempre", "--from", "mai"], 2, { error: "usage" }],
  [["slots", "sempre", "--to", "2026-02-30"], 2, { error: "usage" }],
  [["slots", "sempre", "--from", "2027-03-28T02:30"], 2, { error: "usage" }],
])("%j ends with %i", async (args, status, document) => {
  expect(await line.json(...args)).toMatchObject({ status, document });
});

test("the nine offices of the handbook fit a table", async () => {
  await line.run("timetable", "import", EXAMPLE);
  const { stdout } = await line.run("office", "list");
  expect(stdout.split("\n").filter((text) => text !== "")).toHaveLength(11);
});

test("the address of an office's calendar is printed, and another one takes its place", async () => {
  const { stdout } = await line.run("feed", "sempre");
  expect(stdout).toMatch(/^http:\/\/localhost:8080\/agenda\/sempre\.1\.[\w-]{24}\.ics\n$/);
  const { document } = await line.json("feed", "sempre", "--new");
  expect(document).toMatchObject({ office: "sempre", renewed: true });
  expect((await line.json("feed", "sempre")).document.url).toBe(document.url);
  expect(`${document.url}\n`).not.toBe(stdout);
  expect((await line.json("feed", "nessuno")).status).toBe(3);
});

test("a code links the office's group, once, and the link is ended", async () => {
  const { status, document } = await line.json<{ code: string; expires: string }>(
    "office",
    "link",
    "sempre",
    "--actor",
    "Anna Pinna",
  );
  expect(status).toBe(0);
  expect(document).toMatchObject({ office: "sempre", names: false });
  expect(document.code).toMatch(/^[A-Z0-9]{3}(-[A-Z0-9]{3}){3}$/);
  const { stdout } = await line.run("office", "link", "sempre", "--names");
  expect(stdout).toMatch(/\/collega [A-Z0-9-]{15}\n.*nomi e motivi/);
  const core = await openCore({ env: line.env, cwd: line.folder });
  expect(await core.groups.link({ code: document.code, chat: -5 })).toMatchObject({ office: "sempre" });
  expect(await core.groups.link({ code: document.code, chat: -6 })).toBeNull();
  await core.close();
  expect((await line.run("office", "unlink", "sempre", "--actor", "luca")).stdout).toBe(
    "Il gruppo è stato scollegato.\n",
  );
  expect((await line.json("office", "unlink", "sempre")).document).toEqual({
    office: "sempre",
    unlinked: false,
  });
  const trail = await line.json<{ actor: string; act: string; subject: string }[]>("audit");
  const told = trail.document.filter(({ act }) => act.startsWith("group_"));
  expect(told.map(({ actor, act, subject }) => `${actor} ${act} ${subject}`)).toEqual([
    "Anna Pinna group_code_given sempre",
    expect.stringMatching(/ group_code_given sempre$/),
    "luca group_unlinked sempre",
  ]);
  expect((await line.run("audit")).stdout).toMatch(/luca +gruppo Telegram scollegato +sempre/);
  for (const verb of ["link", "unlink"]) {
    expect(await line.json("office", verb, "nessuno")).toMatchObject({
      status: 3,
      document: { refusal: "office_unknown" },
    });
  }
});
