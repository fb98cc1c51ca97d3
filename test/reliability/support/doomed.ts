import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A process of ours that says what it does line by line, until it is killed. */
export class Doomed {
  readonly lines: string[] = [];
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #listeners: ((line: string) => void)[] = [];
  #complaints = "";

  /**
   * @param program a file beside this one
   * @param env besides that of this process
   */
  constructor(program: string, argument: string, env: Readonly<Record<string, string>> = {}) {
    const path = new URL(program, import.meta.url).pathname;
    this.#child = spawn(process.execPath, [path, argument], {
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    const output = createInterface({ input: this.#child.stdout as NodeJS.ReadableStream });
    output.on("line", (line) => {
      this.lines.push(line);
      for (const listener of [...this.#listeners]) listener(line);
    });
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#complaints += text;
    });
    // A process that is gone no longer reads what it is told.
    this.#child.stdin?.on("error", () => {});
    this.#ended = Promise.all([once(this.#child, "close"), once(output, "close")]);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  tell(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  /** Resolves at the `count`-th line from now on that begins so. Rejects when the process ends before. */
  async says(beginning: string, count = 1): Promise<string> {
    let left = count;
    let listener: (line: string) => void = () => {};
    const said = new Promise<string>((resolve) => {
      listener = (line) => {
        if (line.startsWith(beginning) && --left === 0) resolve(line);
      };
      this.#listeners.push(listener);
    });
    try {
      return await this.outliving(said);
    } finally {
      this.#listeners = this.#listeners.filter((one) => one !== listener);
    }
  }

  /** What is waited for, unless the process ends by itself before. */
  outliving<T>(event: Promise<T>): Promise<T> {
    const gone = this.#ended.then(() => {
      throw new Error(`the process ended by itself: ${this.#complaints}`);
    });
    return Promise.race([event, gone]);
  }

  /** SIGKILL. Resolves when it is gone and all that it said has been read. */
  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  /** Resolves when it has ended by itself. */
  async end(): Promise<{ readonly complaints: string; readonly status: number | null }> {
    await this.#ended;
    return { complaints: this.#complaints, status: this.#child.exitCode };
  }
}
