import type { Context } from "./context.ts";

/** A file that is read and written in less than a blink needs no bar. */
const LARGE = 100_000;
const WIDTH = 24;
const ERASE = "\r\u001B[K";

/** Shows how far a long piece of work has come, to a person at a terminal. */
export interface Progress {
  /** `done` of `all` steps are behind us; `text` is what comes now. */
  show(done: number, all: number, text: string): void;
  end(): void;
}

/** A bar on the error output for large inputs on a terminal; nothing for scripts and small ones. */
export function progressFor(
  bytes: number,
  { io, interactive }: Pick<Context, "io" | "interactive">,
): Progress {
  if (!interactive || bytes < LARGE) return { show: () => {}, end: () => {} };
  return {
    show: (done, all, text) => {
      const full = Math.round((done / all) * WIDTH);
      io.stderr(`${ERASE}[${"█".repeat(full)}${"░".repeat(WIDTH - full)}] ${text}`);
    },
    end: () => io.stderr(ERASE),
  };
}
