import type { FileProblem } from "../../domain/timetable-file.ts";
import { shown, type TreePath } from "../../domain/tree-reader.ts";
import { type CsvColumn, KNOWN_COLUMNS } from "./csv-columns.ts";
import { type CsvRecord, csvRecords } from "./csv-records.ts";
import { type Located, type Notation, syntaxProblem, unreadable } from "./notation.ts";

/** What a row says about its office; the first row of an office says it for the others, which may leave it out. */
const OFFICE_COLUMNS = ["name", "unit", "email", "place"] as const satisfies readonly CsvColumn[];
const RULE_COLUMNS = [
  "days",
  "from",
  "to",
  "slot",
  "modes",
  "desks",
  "valid_from",
  "valid_until",
  "release",
  "opening_hours",
] as const satisfies readonly CsvColumn[];

interface Row {
  readonly record: CsvRecord;
  readonly columns: readonly (CsvColumn | null)[];
  readonly cells: Readonly<Partial<Record<CsvColumn, string>>>;
}
interface OfficeRows {
  readonly first: Row;
  readonly rules: Row[];
}

/** Reads a timetable written as rows. Never throws. */
export function readCsv(text: string): Notation {
  const { records, fault } = csvRecords(text);
  if (fault) return unreadable([fault]);
  const problems: FileProblem[] = [];
  const [header, ...rest] = records;
  if (!header) return unreadable([syntaxProblem({ line: 1, column: null }, "", "csv")]);
  const columns = columnsOf(header, problems);
  if (!columns.includes("office_id")) {
    problems.push({ ...header.spot(0), path: "", code: "missing", value: "office_id" });
    return unreadable(problems);
  }
  const offices = officesOf(
    rest.map((record) => rowOf(record, columns, problems)),
    problems,
  );
  const rows = [...offices.values()];
  return {
    tree: { offices: [...offices].map(([id, office]) => officeTree(id, office)) },
    fields: ["id", ...OFFICE_COLUMNS.filter((column) => columns.includes(column)), "hours"],
    problems,
    readable: true,
    locate: (path) => locate(rows, path, header),
  };
}

function columnsOf(header: CsvRecord, problems: FileProblem[]): readonly (CsvColumn | null)[] {
  return header.cells.map((cell, index) => {
    const at = { ...header.spot(index), path: "" };
    const column = KNOWN_COLUMNS.find((known) => known === cell.toLowerCase());
    if (!column) {
      problems.push({ ...at, code: "unknown_key", value: shown(cell), expected: KNOWN_COLUMNS.join(", ") });
      return null;
    }
    if (header.cells.indexOf(cell) !== index) problems.push({ ...at, code: "duplicate", value: column });
    return column;
  });
}

function rowOf(record: CsvRecord, columns: readonly (CsvColumn | null)[], problems: FileProblem[]): Row {
  const cells: Partial<Record<CsvColumn, string>> = {};
  record.cells.forEach((cell, index) => {
    const column = columns[index];
    if (column && cell !== "") cells[column] ??= cell;
    if (column === undefined && cell !== "") {
      problems.push({
        ...record.spot(index),
        path: "",
        code: "unknown_key",
        value: shown(cell),
        expected: KNOWN_COLUMNS.join(", "),
      });
    }
  });
  return { record, columns, cells };
}

function officesOf(rows: readonly Row[], problems: FileProblem[]): ReadonlyMap<string, OfficeRows> {
  const offices = new Map<string, OfficeRows>();
  for (const row of rows) {
    const id = row.cells.office_id;
    if (id === undefined) {
      problems.push({ ...spotOf(row, "office_id"), path: "", code: "missing", value: "office_id" });
      continue;
    }
    const known = offices.get(id);
    if (known) tellDifferences(known.first, row, problems);
    const office = known ?? { first: row, rules: [] };
    offices.set(id, office);
    if (RULE_COLUMNS.some((column) => row.cells[column] !== undefined)) office.rules.push(row);
  }
  return offices;
}

function tellDifferences(first: Row, row: Row, problems: FileProblem[]): void {
  for (const column of OFFICE_COLUMNS) {
    const said = row.cells[column];
    if (said === undefined || said === first.cells[column]) continue;
    const expected = shown(first.cells[column] ?? "");
    problems.push({
      ...spotOf(row, column),
      path: column,
      code: "duplicate",
      value: shown(said),
      expected,
    });
  }
}

function officeTree(id: string, { first, rules }: OfficeRows): Record<string, unknown> {
  const { name, unit, email, place } = first.cells;
  const hours = rules.map(({ cells }) => ({
    days: words(cells.days),
    from: time(cells.from),
    to: time(cells.to),
    slot: number(cells.slot),
    modes: words(cells.modes),
    desks: number(cells.desks),
    valid_from: date(cells.valid_from),
    valid_until: date(cells.valid_until),
    release: releaseOf(cells.release),
    ...(cells.opening_hours !== undefined && { opening_hours: cells.opening_hours }),
  }));
  return { id, name, unit, email, place, hours: hours.length > 0 ? hours : undefined };
}

/** `14 09:00`: so many days before, at that hour. */
function releaseOf(cell: string | undefined): unknown {
  const [, days, at] = /^(\d{1,4})\s+(\S+)$/.exec(cell ?? "") ?? [];
  return days === undefined ? cell : { days: Number(days), at };
}

const words = (cell: string | undefined) => cell?.split(/\s+/);
/** Also `15,0`, as spreadsheets like to have it. */
const number = (cell: string | undefined) =>
  cell !== undefined && /^\d{1,9}(?:[.,]0+)?$/.test(cell) ? Number.parseInt(cell, 10) : cell;
/** Also `8:00` and `08:00:00`, into which spreadsheets turn `08:00`. */
const time = (cell: string | undefined) => cell?.replace(/^(\d):/, "0$1:").replace(/^(\d\d:\d\d):00$/, "$1");
/** Also `24/12/2026`, the day first, into which Italian spreadsheets turn `2026-12-24`. */
const date = (cell: string | undefined) =>
  cell?.replace(
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/,
    (_, day: string, month: string, year: string) =>
      `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
  );

/** Where a row says something; where it begins when it does not. */
function spotOf({ record, columns }: Row, column: CsvColumn): Located {
  const index = columns.indexOf(column);
  return record.spot(Math.max(0, index));
}

function locate(offices: readonly OfficeRows[], path: TreePath, header: CsvRecord): Located {
  const office = path[0] === "offices" ? offices[Number(path[1])] : undefined;
  const isRule = path[2] === "hours" && path[3] !== undefined;
  const row = isRule ? office?.rules[Number(path[3])] : office?.first;
  if (!row) return header.spot(0);
  const key = path[isRule ? 4 : 2];
  const column = key === "id" ? "office_id" : KNOWN_COLUMNS.find((known) => known === key);
  return spotOf(row, column ?? "office_id");
}
