import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Answer, done, failed, STATUS } from "./answer.ts";
import type { Context } from "./context.ts";

/** Writes a file, and says so; `facts` are what a script is told besides its name. */
export async function written(
  path: string,
  bytes: Uint8Array,
  { io, say }: Context,
  facts: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  try {
    await writeFile(resolve(io.cwd, path), bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return failed(STATUS.failed, "file_unwritable", say("file-unwritable", { path, reason: code }), { path });
  }
  return done(
    () => `${say("file-written", { path })}\n`,
    () => ({ file: path, ...facts }),
  );
}
