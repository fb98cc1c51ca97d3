import { spawn } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll } from "vitest";

/** The link npm makes: what a town hall types. */
export const LINK = new URL("../../node_modules/.bin/ricevimenti", import.meta.url).pathname;
export const EXAMPLE = new URL("../../packages/cli/examples/ozieri.yaml", import.meta.url).pathname;

export interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own in which the command line runs as a real process. */
export interface CommandLine {
  readonly folder: string;
  readonly env: Record<string, string>;
  run(...args: string[]): Promise<Result>;
  /** With something on its standard input. */
  pipe(input: string | Uint8Array, ...args: string[]): Promise<Result>;
  /** With `--json`: the one document on standard output. Fails when there is anything else. */
  json<T = Record<string, unknown>>(
    ...args: string[]
  ): Promise<{ readonly status: number | null; readonly document: T }>;
  write(name: string, content: string): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Open at every hour of every day, also on holidays: whatever the machine's clock says, there is a free time. */
export const ALWAYS = `offices:
  - id: sempre
    name: Ufficio sempre aperto
    email: sempre@comune.example.it
    holidays: false
    services: [{ id: pratica, name: Pratica, minutes: 30 }]
    hours:
      - { days: [mon, tue, wed, thu, fri, sat, sun], from: "00:00", to: "24:00", slot: 15, modes: [in_person, virtual] }
`;

export async function commandLine(env: Record<string, string> = {}): Promise<CommandLine> {
  const folder = await mkdtemp(join(tmpdir(), "ricevimenti-cli-"));
  const world = {
    PATH: process.env.PATH ?? "",
    HOME: folder,
    TZ: "Pacific/Apia",
    LANG: "it_IT.UTF-8",
    ...env,
  };
  const run = (input: string | Uint8Array | null, args: readonly string[]) =>
    execute(LINK, args, { cwd: folder, env: world, input });
  return {
    folder,
    env: world,
    run: (...args) => run(null, args),
    pipe: (input, ...args) => run(input, args),
    json: async (...args) => {
      const { status, stdout, stderr } = await run(null, [...args, "--json"]);
      if (!/^[[{].*\n$/.test(stdout)) throw new Error(`not one JSON document: ${stdout}${stderr}`);
      return { status, document: JSON.parse(stdout) };
    },
    write: async (name, content) => {
      await writeFile(join(folder, name), content);
      return name;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The same with a town and the office that is always open. */
export async function townHall(env: Record<string, string> = {}): Promise<CommandLine> {
  template ??= readyTown();
  const line = await commandLine(env);
  await cp((await template).folder, line.folder, { recursive: true });
  return line;
}

/** Made once for each file of tests, and copied: a database that nobody has open is its file. */
let template: Promise<CommandLine> | undefined;
afterAll(async () => (await template)?.[Symbol.asyncDispose]());

async function readyTown(): Promise<CommandLine> {
  const line = await commandLine();
  const ready = await line.run("init", "--name", "Comune di Prova");
  const imported = await line.pipe(ALWAYS, "timetable", "import", "-");
  if (ready.status !== 0 || imported.status !== 0) throw new Error(ready.stderr + imported.stderr);
  return line;
}

export interface SlotDocument {
  readonly office: string;
  readonly start: string;
  readonly end: string;
  readonly minutes: number;
  readonly modes: readonly string[];
  readonly free: number;
}

/** Free times of the office that is always open, from tomorrow on: nothing expires while a test runs. */
export async function freeTimes(line: CommandLine, ...args: string[]): Promise<readonly SlotDocument[]> {
  const { document } = await line.json<SlotDocument[]>("slots", "sempre", ...args);
  return document.filter(({ start }) => Date.parse(start) > Date.now() + 86_400_000);
}

export async function execute(
  program: string,
  args: readonly string[],
  {
    cwd,
    env,
    input = null,
  }: { cwd: string; env: Record<string, string>; input?: string | Uint8Array | null },
): Promise<Result> {
  const child = spawn(program, args, { cwd, env, stdio: "pipe" });
  child.stdin.on("error", () => {});
  child.stdin.end(input ?? undefined);
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((ended, failed) => child.on("close", ended).on("error", failed)),
  ]);
  return { status, stdout, stderr };
}
