import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * A folder beside `file`, on the same disk and for this user only, in which it can be made ready; it goes away with all
 * that is still in it.
 */
export async function withScratch<T>(file: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(dirname(file), ".ricevimenti-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Puts a finished file in its place: after a power cut it is there whole or not at all. False when something is there
 * already and may not be replaced.
 */
export function place(ready: string, file: string, { replace }: { readonly replace: boolean }): boolean {
  sync(ready);
  if (replace) renameSync(ready, file);
  else if (!moved(ready, file)) return false;
  sync(dirname(file));
  return true;
}

/** A rename would replace what another process has put there since we looked; a link does not. */
function moved(ready: string, file: string): boolean {
  try {
    linkSync(ready, file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw cause;
  }
  rmSync(ready);
  return true;
}

function sync(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
