type Cell = string | number | boolean | null | readonly string[];

/**
 * Rows as CSV (RFC 4180), with the names of the columns first. A text that a spreadsheet would take for a formula gets
 * an apostrophe before it: citizens write some of them.
 */
export function csvText(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): string {
  const lines = rows.map((row) =>
    columns.map((column) => cellText(row[column] as Cell | undefined)).join(","),
  );
  return [columns.join(","), ...lines].map((line) => `${line}\r\n`).join("");
}

function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  const text = Array.isArray(cell) ? cell.join(" ") : String(cell);
  const safe = typeof cell === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
