import { timetableSchema } from "@ricevimenti/core";
import type { WebOptions } from "../../options.ts";

type Tree = Readonly<Record<string, unknown>>;

/**
 * The OpenAPI 3.1 document as JSON text, made when first asked for. An office is described by the schema of timetable
 * files, so that the two cannot disagree.
 */
export function openApi({ publicUrl, version }: WebOptions): () => string {
  let text: string | undefined;
  return () => {
    text ??= JSON.stringify(documentOf(`${publicUrl}/api/v1`, version));
    return text;
  };
}

function documentOf(url: string, version: string): Tree {
  return {
    openapi: "3.1.1",
    info: {
      title: "Ricevimenti",
      summary: "Offices of a town hall and their free appointments",
      description:
        "For reading only, from any site, without a key. Answers hold at the moment they are given: ask again with " +
        "`If-None-Match` and get `304` while nothing has changed. Booking itself is done on the web pages or in the chat.",
      version,
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url }],
    // Nothing here is anybody's own.
    security: [],
    tags: [{ name: "appointments", description: "What can be booked." }],
    paths: { "/offices": OFFICES_PATH, "/offices/{office}/slots": SLOTS_PATH },
    components: { schemas: schemas(), headers: HEADERS, responses: RESPONSES },
  };
}

const ref = (name: string): Tree => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Tree): Tree => ({ "application/json": { schema } });
const listOf = (name: string): Tree => ({ type: "array", items: ref(name) });

const HEADERS: Tree = {
  ETag: {
    description: "Names the answer; to be sent back as `If-None-Match`.",
    schema: { type: "string" },
  },
  CacheControl: {
    description: "`no-cache`: ask each time whether what you have still holds.",
    schema: { type: "string" },
  },
};
const FRESH: Tree = {
  ETag: { $ref: "#/components/headers/ETag" },
  "Cache-Control": { $ref: "#/components/headers/CacheControl" },
};
const refused = (description: string): Tree => ({
  description,
  content: { "application/problem+json": { schema: ref("Problem") } },
});
const RESPONSES: Tree = {
  Unchanged: { description: "Nothing has changed since the answer with that ETag.", headers: FRESH },
  WrongParameter: refused("A parameter does not mean anything: `parameter_invalid`."),
  Unknown: refused("There is no such office (`office_unknown`) or service (`service_unknown`)."),
  Fault: refused("Something of ours does not work: `fault`."),
};
const response = (name: string): Tree => ({ $ref: `#/components/responses/${name}` });

const OFFICES_PATH: Tree = {
  get: {
    operationId: "listOffices",
    summary: "The offices, in the town's order",
    tags: ["appointments"],
    responses: {
      "200": { description: "All offices.", headers: FRESH, content: json(listOf("Office")) },
      "304": response("Unchanged"),
      "500": response("Fault"),
      "503": response("Fault"),
    },
  },
};

const query = (name: string, description: string, schema: Tree, example: unknown): Tree => ({
  name,
  in: "query",
  description,
  schema,
  example,
});

const SLOTS_PATH: Tree = {
  get: {
    operationId: "listSlots",
    summary: "The free times of an office, exactly those that can be booked now",
    tags: ["appointments"],
    parameters: [
      { name: "office", in: "path", required: true, schema: ref("slug"), example: "tributi-imu" },
      query(
        "from",
        "First start: a time, or a day on the office's calendar.",
        { type: "string" },
        "2026-12-14",
      ),
      query(
        "to",
        "Starts before this time, or up to the end of this day.",
        { type: "string" },
        "2026-12-18T13:00:00+01:00",
      ),
      query("mode", "Only times given in this mode.", ref("Mode"), "virtual"),
      query("service", "Only times that fit this service of the office, and its length.", ref("slug"), "imu"),
    ],
    responses: {
      "200": { description: "Free times, earliest first.", headers: FRESH, content: json(listOf("Slot")) },
      "304": response("Unchanged"),
      "400": response("WrongParameter"),
      "404": response("Unknown"),
      "500": response("Fault"),
      "503": response("Fault"),
    },
  },
};

function schemas(): Tree {
  const { municipality: _, office, ...parts } = renamed(timetableSchema().$defs) as Record<string, Tree>;
  const { properties, required } = office as { properties: Tree; required: readonly string[] };
  return {
    ...parts,
    Mode: { description: "In presence, or by video.", enum: ["in_person", "virtual"] },
    Instant: {
      description: "ISO 8601 with the office's offset.",
      type: "string",
      format: "date-time",
      examples: ["2026-12-14T10:00:00+01:00"],
    },
    Slot: {
      description: "A time that can be booked.",
      type: "object",
      additionalProperties: false,
      required: ["office", "start", "end", "minutes", "modes", "free"],
      properties: {
        office: ref("slug"),
        start: ref("Instant"),
        end: ref("Instant"),
        minutes: { type: "integer", minimum: 5 },
        modes: { type: "array", minItems: 1, uniqueItems: true, items: ref("Mode") },
        free: { description: "Desks still free.", type: "integer", minimum: 1 },
      },
    },
    Office: {
      ...office,
      description: "An office: what a timetable file says of it, and how it stands now.",
      required: [...required, "timezone", "open", "next", "next_release"],
      properties: {
        ...properties,
        timezone: ref("zone"),
        open: { description: "Whether it is open now.", type: "boolean" },
        next: { description: "The next free time.", oneOf: [ref("Slot"), { type: "null" }] },
        next_release: {
          description: "When more times can next be asked for; null: nothing is kept back.",
          oneOf: [ref("Instant"), { type: "null" }],
        },
      },
    },
    Problem: {
      description: "Why there is no answer (RFC 9457).",
      type: "object",
      required: ["status", "code", "title"],
      properties: {
        status: { type: "integer" },
        code: { description: "Stays the same; the sentence may not.", type: "string" },
        title: { type: "string" },
        parameter: { description: "The parameter that is wrong.", type: "string" },
      },
    },
  };
}

/** The same tree with references to where the definitions stand in this document. */
function renamed(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(renamed);
  if (typeof tree !== "object" || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      key === "$ref" ? String(value).replace("#/$defs/", "#/components/schemas/") : renamed(value),
    ]),
  );
}
