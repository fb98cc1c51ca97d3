import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { place } from "../placement.ts";

/**
 * Room that nothing is kept in any more goes back to the disk when it is asked for: at once would make whoever erases
 * wait, never would let the file grow for ever. SQLite takes it only for a file without tables, or rewrites the file.
 */
export const SHRINKABLE = "auto_vacuum = INCREMENTAL";

/**
 * Makes the file of a new database where there is none. It will hold citizens' data, so it is for its owner only, and so
 * are the files SQLite puts beside it. Made ready in another place: of several processes that start together the
 * first one's is taken, and none finds a file whose nature another is still settling.
 */
export function makeSqliteFile(file: string): void {
  if (existsSync(file)) return;
  try {
    const folder = mkdtempSync(join(dirname(file), ".ricevimenti-"));
    try {
      const ready = join(folder, basename(file));
      closeSync(openSync(ready, "wx", 0o600));
      settle(ready);
      place(ready, file, { replace: false });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  } catch {
    // It cannot be made, which opening it tells better.
  }
}

/** What can only be said of a file before anything is in it. */
function settle(ready: string): void {
  const database = new Database(ready);
  try {
    database.pragma(SHRINKABLE);
    database.pragma("journal_mode = WAL");
  } finally {
    database.close();
  }
}
