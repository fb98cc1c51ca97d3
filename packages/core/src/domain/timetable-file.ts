import type { Municipality } from "./municipality.ts";
import type { Office } from "./office.ts";

/** A timetable file, whatever its notation: the tree CONTRACT.md shows as YAML. */
export interface TimetableFile {
  readonly municipality?: Municipality;
  readonly offices: readonly Office[];
  /**
   * What the file's notation can say of an office; the rest of an office that is already there stays as it is. A table
   * of rows has no room for services and closures. Everything, where absent.
   */
  readonly fields?: readonly (keyof Office)[];
}

/** One thing wrong with a timetable file. */
export interface FileProblem {
  /** From 1; null when the notation cannot tell. */
  readonly line: number | null;
  readonly column: number | null;
  /** Where in the tree, `offices[0].hours[1].slot`. */
  readonly path: string;
  readonly code: FileProblemCode;
  /** The offending value as written, cut short; for the message. */
  readonly value: string;
  /** What is possible instead, where a closed list or bound says so. */
  readonly expected?: string;
}

export type FileProblemCode =
  | "syntax"
  | "missing"
  | "unknown_key"
  | "wrong_type"
  | "bad_slug"
  | "bad_time"
  | "bad_date"
  | "bad_zone"
  | "bad_colour"
  | "bad_day"
  | "bad_mode"
  | "bad_locale"
  | "bad_email"
  | "bad_text"
  | "not_multiple_of_five"
  | "out_of_range"
  | "ends_before_start"
  | "slot_longer_than_opening"
  | "duplicate"
  | "overlap"
  /** Not OpenStreetMap's notation. */
  | "bad_opening_hours"
  /** The notation says more than weekly rules can. */
  | "beyond_rules";
