import { readFileSync } from "node:fs";

/** A JSON Schema (2020-12) as far as whoever builds on it must know it. */
export interface JsonSchema {
  readonly $defs: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The published schema of timetable files. */
export function timetableSchema(): JsonSchema {
  const file = new URL("../../../schema/timetable.schema.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as JsonSchema;
}
