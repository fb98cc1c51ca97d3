import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { beforeEach, describe, expect, test } from "vitest";
import { COMMANDS } from "../../packages/cli/src/command-table.ts";
import { counters } from "./counter.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../packages/cli/schema/answers.schema.json", import.meta.url), "utf8"),
);
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(schema);

/** What is not as the schema has it. */
function problems(place: string, document: unknown): unknown {
  const validate = ajv.getSchema(`urn:ricevimenti:answers#/$defs/${place.replaceAll(" ", "%20")}`);
  if (!validate) throw new Error(`no schema ${place}`);
  return validate(document) ? [] : validate.errors;
}

const counter = counters();

test("every command has a schema, and no other", () => {
  const commands = Object.keys(schema.$defs.commands.$defs).sort();
  expect(commands).toEqual(COMMANDS.map(({ name }) => name).sort());
});

describe("what commands print with --json is as their schema has it", () => {
  let code: string;
  beforeEach(async () => {
    code = (await counter.create({}, "--confirmed")).document.code ?? "";
  });

  test.each(["reading", "changing"])(
    "when %s",
    async (kind) => {
      const { line } = counter;
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
        "booking attended": [code],
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
        const { status, document } = await line.json<Record<string, unknown>>(...name.split(" "), ...args);
        const place = status === 4 ? "refusal" : `commands/$defs/${name}`;
        expect([name, problems(place, document)]).toEqual([name, []]);
      }
    },
    60_000,
  );

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
