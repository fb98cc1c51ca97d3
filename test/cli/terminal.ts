import { stripVTControlCharacters } from "node:util";
import { spawn } from "@lydell/node-pty";
import { type CommandLine, LINK } from "./command-line.ts";

/** A real command at a real terminal, and the person who sits there. */
export interface Terminal {
  /** All that has appeared so far, without colours and movements of the cursor. */
  readonly text: string;
  /** As it came. */
  readonly raw: string;
  /** Waits until this appears after what was read so far; tells what stood between. */
  reads(what: string | RegExp): Promise<string>;
  types(keys: string): void;
  resizes(columns: number, rows: number): void;
  /** The exit status. */
  readonly ended: Promise<number>;
}

export const ENTER = "\r";
export const CTRL_C = "\u0003";
const PATIENCE = 15_000;

export function terminal(
  line: CommandLine,
  args: readonly string[],
  {
    columns = 100,
    rows = 40,
    env = {},
  }: { columns?: number; rows?: number; env?: Record<string, string> } = {},
): Terminal {
  const process = spawn(LINK, [...args], {
    cwd: line.folder,
    cols: columns,
    rows,
    env: { ...line.env, TERM: "xterm-256color", ...env },
  });
  let raw = "";
  let read = 0;
  const waiting = new Set<() => void>();
  process.onData((data) => {
    raw += data;
    for (const look of waiting) look();
  });
  const ended = new Promise<number>((resolve) => process.onExit(({ exitCode }) => resolve(exitCode)));
  const text = () => stripVTControlCharacters(raw).replaceAll("\r", "");
  return {
    get text() {
      return text();
    },
    get raw() {
      return raw;
    },
    ended,
    types: (keys) => process.write(keys),
    resizes: (width, height) => process.resize(width, height),
    reads: (what) =>
      new Promise((found, failed) => {
        const stop = () => {
          waiting.delete(look);
          clearTimeout(late);
        };
        const late = setTimeout(() => {
          stop();
          failed(new Error(`never read ${what}: ${text().slice(read)}`));
        }, PATIENCE);
        const look = () => {
          const all = text();
          const rest = all.slice(read);
          const index = typeof what === "string" ? rest.indexOf(what) : rest.search(what);
          if (index === -1) return;
          const length = typeof what === "string" ? what.length : (what.exec(rest)?.[0].length ?? 0);
          read += index + length;
          stop();
          found(rest.slice(0, index + length));
        };
        waiting.add(look);
        look();
      }),
  };
}
