import { readFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import type { TimetableFormat } from "@ricevimenti/core";
import { type Answer, failed, STATUS } from "./answer.ts";
import type { Context } from "./context.ts";

const EXTENSIONS: Readonly<Record<string, TimetableFormat>> = {
  ".yaml": "yaml",
  ".yml": "yaml",
  ".json": "json",
  ".csv": "csv",
  ".ics": "ics",
};

/** A timetable file as it lies there, `-` being standard input; or the answer to who named one that cannot be read. */
export async function timetableInput(
  path: string,
  { io, say }: Context,
): Promise<{ readonly bytes: Uint8Array; readonly format?: TimetableFormat } | { readonly answer: Answer }> {
  if (path === "-") return { bytes: await io.stdin() };
  const format = EXTENSIONS[extname(path).toLowerCase()];
  try {
    return { bytes: await readFile(resolve(io.cwd, path)), ...(format && { format }) };
  } catch (error) {
    const { code: reason } = error as NodeJS.ErrnoException;
    if (reason === undefined) throw error;
    const status = reason === "ENOENT" ? STATUS.notFound : STATUS.failed;
    return { answer: failed(status, "file_unreadable", say("file-unreadable", { path, reason }), { path }) };
  }
}
