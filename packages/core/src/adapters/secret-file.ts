import { readFileSync } from "node:fs";

/** The secret's place: beside the database, but never in it, so that a copy of the database opens no link. */
export function secretFileOf(databaseFile: string): string {
  return `${databaseFile.replace(/\.(sqlite3?|db)$/, "")}.secret`;
}

/** The secret as kept; null when there is none, or only an empty file. */
export function readSecretFile(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw cause;
  }
}
