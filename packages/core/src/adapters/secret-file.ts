import { readFileSync } from "node:fs";
import type { Random } from "../ports.ts";
import { placeText } from "./placement.ts";

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

/**
 * Makes a secret that only this user may read, and returns it; another process may have been first, and then has its
 * way. A power cut leaves it whole or not there.
 *
 * @param replace an empty or broken file gives way
 */
export function makeSecretFile(
  file: string,
  random: Random,
  { replace }: { readonly replace: boolean },
): string {
  const secret = Buffer.from(random(32)).toString("hex");
  return placeText(`${secret}\n`, file, { replace }) ? secret : (readSecretFile(file) ?? secret);
}
