import { readFileSync } from "node:fs";
import { initialise, openCore } from "@ricevimenti/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { beforeEach, describe, expect, test } from "vitest";
import { COMMANDS } from "../../packages/cli/src/command-table.ts";
import { freshDatabase } from "../support/postgres.ts";
import { ALWAYS, type SlotDocument } from "./command-line.ts";
import { counters } from "./counter.ts";
import { inProcess } from "./in-process.ts";
import { startService } from "./service.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../packages/cli/schema/answers.schema.json", import.meta.url), "utf8"),
);
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(schema);

/** What is not as the schema has it. */
function problems(place: string, document: unknown): readonly unknown[] {
  const validate = ajv.getSchema(`urn:ricevimenti:answers#/$defs/${place.replaceAll(" ", "%20")}`);
  if (!validate) throw new Error(`no schema ${place}`);
  return validate(document) ? [] : (validate.errors ?? []);
}

const counter = counters();
const DAY = 86_400_000;

test("every command has a schema, and no other", () => {
  const commands = Object.keys(schema.$defs.commands.$defs).sort();
  expect(commands).toEqual(COMMANDS.map(({ name }) => name).sort());
});

test("every schema says what its answer holds: an empty object is none", () => {
  const names = COMMANDS.map(({ name }) => name);
  expect(names.filter((name) => problems(`commands/$defs/${name}`, {}).length === 0)).toEqual([]);
});

describe("what commands print with --json is as their schema has it", () => {
  let code: string;
  beforeEach(async () => {
    code = (await counter.create({}, "--confirmed")).document.code ?? "";
  });

  /** What a real process answers, which ends with 0 and as the schema of its command has it. */
  async function told(name: string, ...args: string[]): Promise<Record<string, unknown>> {
    const { status, document } = await counter.line.json(...name.split(" "), ...args);
    expect([name, status, problems(`commands/$defs/${name}`, document)]).toEqual([name, 0, []]);
    return document;
  }

  test.each(["reading", "changing"])(
    "when %s",
    async (kind) => {
      const day = counter.at(0).slice(0, 10);
      const citizen = counter.citizen({ email: "ada@example.it", start: counter.at(5) });
      const reading: Record<string, string[]> = {
        "office list": [],
        "office show": ["sempre"],
        "service list": [],
        "timetable export": [],
        "timetable history": ["sempre"],
        slots: ["sempre", "--to", day],
        "slots explain": ["sempre", counter.at(0)],
        agenda: ["--date", day],
        "booking list": [],
        "booking show": [code],
        feed: ["sempre"],
        "privacy export": ["mario@example.it"],
        audit: [],
        stats: [],
        "outbox list": [],
        doctor: [],
        completion: ["bash"],
        man: [],
      };
      const changing: Record<string, string[]> = {
        "office add": ["uno", "--name", "Uno"],
        "office edit": ["uno", "--phone", "1"],
        "office remove": ["uno"],
        "service add": ["sempre", "x", "--name", "X"],
        "service edit": ["sempre", "x", "--minutes", "30"],
        "service remove": ["sempre", "x"],
        "booking create": citizen,
        "booking confirm": [code],
        "booking move": [code, "--start", counter.at(9)],
        "booking cancel": [code],
        "closure add": ["sempre", "--from", day],
        "closure list": [],
        "closure remove": ["sempre", "--from", day],
        "privacy erase": ["mario@example.it"],
        "privacy purge": [],
        "outbox retry": [],
      };
      for (const [name, args] of Object.entries(kind === "reading" ? reading : changing)) {
        await told(name, ...args);
      }
    },
    60_000,
  );

  test("when a town is set up, changed and set back", async () => {
    const { line } = counter;
    expect(await told("init")).toMatchObject({ unchanged: true });
    expect(await told("init", "--name", "Comune Nuovo")).toMatchObject({ municipality: "changed" });
    await line.write("due.yaml", `${ALWAYS}  - { id: uno, name: Uno }\n`);
    expect(await told("timetable import", "due.yaml", "--dry-run")).toMatchObject({ dryRun: true });
    expect(await told("timetable import", "due.yaml")).toMatchObject({ added: ["uno"] });
    await line.write("chiuso.yaml", "offices: [{ id: sempre, name: Chiuso, hours: [] }]\n");
    expect(await told("timetable import", "chiuso.yaml")).toMatchObject({ conflicts: [{ code }] });
    const closed = await told("slots explain", "sempre", counter.at(5));
    expect(closed).toMatchObject({ offered: false, reasons: [{ code: "outside_hours" }], opening: null });
    expect(await told("timetable rollback", "sempre", "1")).toMatchObject({
      changed: [{ office: "sempre" }],
    });
    await told("office link", "sempre", "--names");
    expect(await told("office unlink", "sempre")).toMatchObject({ unlinked: false });
    expect(await told("poster")).toEqual({ file: "posters.pdf", offices: ["sempre", "uno"], bot: null });
    expect(await told("poster", "uno", "--bot", "@ComuneBot")).toMatchObject({ bot: "ComuneBot" });
  }, 60_000);

  test("when a time is explained, by the rules that speak against it", async () => {
    const reasons = async (time: string) => (await told("slots explain", "sempre", time)).reasons;
    expect(await reasons(counter.at(5))).toEqual([]);
    expect(await reasons(counter.at(0))).toMatchObject([{ code: "taken" }]);
    expect(await reasons("2020-01-07T10:00")).toContainEqual(expect.objectContaining({ code: "past" }));
    expect(await reasons("2099-01-07T10:00")).toContainEqual(
      expect.objectContaining({ code: "beyond_horizon", latest: expect.any(String) }),
    );
    const day = counter.at(5).slice(0, 10);
    await counter.line.run("closure", "add", "sempre", "--from", day, "--reason", "Lavori");
    expect(await reasons(counter.at(5))).toMatchObject([{ code: "closed", reason: "Lavori" }]);
  }, 60_000);

  test("when the citizen has not come, and when the room is open", async () => {
    const { line } = counter;
    const yesterday = new Date(Date.parse(counter.at(0)) - 2 * DAY).toISOString();
    const now = Date.parse(yesterday) - DAY;
    const then = inProcess(
      { env: line.env, cwd: line.folder },
      {
        openCore: (options) => openCore({ ...options, overrides: { clock: { now: () => now } } }),
        initialise,
      },
    );
    const missed = await then(
      "booking",
      "create",
      ...counter.citizen({ start: yesterday, email: "ada@example.it" }),
      "--confirmed",
      "--json",
    );
    const { code: gone } = JSON.parse(missed.stdout);
    expect(await told("booking no-show", gone)).toMatchObject({ state: "no_show", already: false });
    expect(await told("booking no-show", gone)).toMatchObject({ already: true });

    const { document: soon } = await line.json<SlotDocument[]>("slots", "sempre", "--mode", "virtual");
    const near = counter.citizen({ start: soon[0]?.start ?? "", email: "bea@example.it" });
    const met = await told("booking create", ...near, "--confirmed");
    expect(await told("room", String(met.code))).toMatchObject({ role: "moderator" });
    expect(await told("booking attended", String(met.code))).toMatchObject({ state: "attended" });
  }, 60_000);

  test("when a town is copied, put back and moved to another engine", async () => {
    await using postgres = await freshDatabase({ bare: true });
    expect(await told("backup", "copia.sqlite")).toMatchObject({ bookings: 1 });
    await told("restore", "copia.sqlite", "--force");
    const { tables } = await told("migrate-to", postgres.url);
    expect(tables).toContainEqual(expect.objectContaining({ table: "bookings", rows: 1 }));
  }, 60_000);

  test("when the service has started", async () => {
    counter.line.env.PORT = "0";
    const service = startService(counter.line, "--json");
    const [document = ""] = await service.lines(1);
    const running = JSON.parse(document);
    expect(running).toMatchObject({ bot: null, worker: true });
    expect(problems("commands/$defs/start", running)).toEqual([]);
    service.signal("SIGTERM");
    expect((await service.ended).status).toBe(0);
  }, 60_000);

  test("when they end in a refusal or an error", async () => {
    const { line } = counter;
    expect(problems("refusal", (await line.json("booking", "show", "222-222")).document)).toEqual([]);
    expect(
      problems("refusal", (await line.json("booking", "create", ...counter.citizen())).document),
    ).toEqual([]);
    expect(problems("error", (await line.json("slots")).document)).toEqual([]);
    expect(problems("error", (await line.json("privacy", "erase", "x")).document)).toEqual([]);
  });
});
