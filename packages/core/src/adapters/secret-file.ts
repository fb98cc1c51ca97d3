import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import type { Random } from "../ports.ts";

/** The secret's place: beside the database, but never in it, so that a copy of the database opens no link. */
export function secretFileOf(databaseFile: string): string {
  return `${databaseFile.replace(/\.(sqlite3?|db)$/, "")}.secret`;
}

/** The secret as kept; null when there is none. */
export function readSecretFile(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw cause;
  }
}

/** Makes a secret that only this user may read, and returns it; another process may have been first, and then has its way. */
export function makeSecretFile(file: string, random: Random): string {
  const known = readSecretFile(file);
  if (known !== null) return known;
  const secret = Buffer.from(random(32)).toString("hex");
  try {
    const handle = openSync(file, "wx", 0o600);
    writeSync(handle, `${secret}\n`);
    fsyncSync(handle);
    closeSync(handle);
    return secret;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    return readSecretFile(file) ?? secret;
  }
}
