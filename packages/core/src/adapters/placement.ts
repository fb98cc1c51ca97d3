import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

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

/** Puts a file that only this user may read in its place, like {@link place}. */
export function placeText(text: string, file: string, options: { readonly replace: boolean }): boolean {
  const folder = mkdtempSync(join(dirname(file), ".ricevimenti-"));
  try {
    const ready = join(folder, basename(file));
    writeFileSync(ready, text, { flag: "wx", mode: 0o600 });
    return place(ready, file, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes a folder for this user only, and those above it. Node's own way never ends where nothing can be made (/proc). */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
  }
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
