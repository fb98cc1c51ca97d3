/** The columns of a timetable as CSV, in the order they are written; read in any order. One row is one opening rule. */
export const CSV_COLUMNS = [
  "office_id",
  "name",
  "unit",
  "email",
  "place",
  "days",
  "from",
  "to",
  "slot",
  "modes",
  "desks",
  "valid_from",
  "valid_until",
] as const;
/** Read as well, and written where something needs it: most towns' rows stay as short as they are. */
const MORE_COLUMNS = ["release", "opening_hours"] as const;

export const KNOWN_COLUMNS = [...CSV_COLUMNS, ...MORE_COLUMNS] as const;
export type CsvColumn = (typeof KNOWN_COLUMNS)[number];
