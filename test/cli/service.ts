import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { afterEach } from "vitest";
import { type CommandLine, LINK } from "./command-line.ts";

/** `ricevimenti start` as a process. */
export interface Service {
  /** The first lines it says. */
  lines(count: number): Promise<readonly string[]>;
  signal(name: NodeJS.Signals): void;
  readonly ended: Promise<{ readonly status: number | null; readonly rest: string; readonly stderr: string }>;
}

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

/** Starts it where that command line works; what is still there after the test is killed. */
export function startService(line: CommandLine, ...args: string[]): Service {
  const child = spawn(LINK, ["start", ...args], {
    cwd: line.folder,
    env: line.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  const stderr = text(child.stderr);
  const said: string[] = [];
  const listeners = new Set<() => void>();
  createInterface({ input: child.stdout }).on("line", (one) => {
    said.push(one);
    for (const listener of listeners) listener();
  });
  const closed = new Promise<number | null>((done) => child.on("close", done));
  let taken = 0;
  return {
    lines: (count) =>
      new Promise((done, failed) => {
        const look = () => {
          if (said.length < count) return;
          taken = count;
          done(said.slice(0, count));
        };
        listeners.add(look);
        look();
        void closed.then(async () =>
          failed(new Error(`ended after ${JSON.stringify(said)}: ${await stderr}`)),
        );
      }),
    signal: (name) => void child.kill(name),
    ended: closed.then(async (status) => ({
      status,
      rest: said.slice(taken).join("\n"),
      stderr: await stderr,
    })),
  };
}
