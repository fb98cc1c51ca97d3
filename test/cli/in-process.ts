import { initialise, openCore } from "@ricevimenti/core";
import type { CoreOpener } from "../../packages/cli/src/context.ts";
import type { Io } from "../../packages/cli/src/io.ts";
import { run } from "../../packages/cli/src/run.ts";
import type { Result } from "./command-line.ts";

/** The command line without a process around it: for what needs no database, many times over. */
export function inProcess(
  world: Partial<Pick<Io, "env" | "cwd" | "columns" | "colour">> = {},
  opener: CoreOpener = { openCore, initialise },
) {
  return async (...args: string[]): Promise<Result> => {
    const said = { stdout: "", stderr: "" };
    const io: Io = {
      env: {},
      cwd: "/nowhere",
      user: "prova",
      interactive: false,
      columns: null,
      rows: null,
      colour: false,
      ...world,
      stdout: (text) => {
        said.stdout += text;
      },
      stderr: (text) => {
        said.stderr += text;
      },
      stdin: async () => new Uint8Array(),
      onEnd: () => {},
      onKey: () => () => {},
      page: () => false,
      abort: (status) => {
        throw new Error(`aborted with ${status}`);
      },
    };
    return { status: await run(args, opener, io, "1.2.3"), ...said };
  };
}
