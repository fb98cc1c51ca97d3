import type * as copies from "./database-copies.ts";
import type * as moves from "./database-move.ts";

// What is done with a database a few times a year is loaded when it is: every other command starts without it.

/** {@link copies.backupDatabase} */
export const backupDatabase: typeof copies.backupDatabase = async (options) =>
  (await import("./database-copies.ts")).backupDatabase(options);

/** {@link copies.restoreDatabase} */
export const restoreDatabase: typeof copies.restoreDatabase = async (options) =>
  (await import("./database-copies.ts")).restoreDatabase(options);

/** {@link moves.moveDatabase} */
export const moveDatabase: typeof moves.moveDatabase = async (options) =>
  (await import("./database-move.ts")).moveDatabase(options);
