import type { Database } from "better-sqlite3";
import { SHRINKABLE } from "./sqlite-new-file.ts";
import type { WriteQueue } from "./write-queue.ts";

/** Up to so many bytes an older file is rewritten while others wait: for less than a second. */
export const QUICKLY_REWRITTEN = 32e6;

/** Pages that stay in the file: tomorrow's bookings take them again. */
const RESERVE = 256;
/** Pages moved in one transaction: others write in between. */
const STEP = 256;

/** Gives back what can be given without anybody waiting for it longer than for another's writing. */
export async function shrink(database: Database, queue: WriteQueue): Promise<void> {
  if (isShrinkable(database)) {
    const step = async () => giveBack(database);
    while (await queue.add({ together: step, apart: step, keep: () => true }));
    return;
  }
  await queue.idle();
  // When somebody else writes at this moment, tomorrow is another day.
  if (!database.inTransaction && isQuicklyRewritten(database)) rewrite(database);
}

/** Whether the file can give back room at all. */
export function isShrinkable(database: Database): boolean {
  return database.pragma("auto_vacuum", { simple: true }) !== 0;
}

/** Writes the whole file anew, so that from now on it can. Nobody else may write meanwhile. */
export function rewrite(database: Database): void {
  database.pragma(SHRINKABLE);
  database.exec("vacuum");
}

/** Whether an older file is small enough to be rewritten while the town works. */
function isQuicklyRewritten(database: Database): boolean {
  const bytes = pages(database, "page_count") * pages(database, "page_size");
  return bytes <= QUICKLY_REWRITTEN;
}

/** Gives some room back, in a transaction. False when there is no more to be given. */
function giveBack(database: Database): boolean {
  const free = pages(database, "freelist_count") - RESERVE;
  if (free <= 0) return false;
  // Run to its end: as a prepared statement it stops after each page.
  database.exec(`pragma incremental_vacuum(${Math.min(free, STEP)})`);
  return free > STEP;
}

function pages(database: Database, what: "page_count" | "page_size" | "freelist_count"): number {
  return Number(database.pragma(what, { simple: true }));
}
