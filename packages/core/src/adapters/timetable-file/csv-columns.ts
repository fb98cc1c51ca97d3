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
export type CsvColumn = (typeof CSV_COLUMNS)[number];
