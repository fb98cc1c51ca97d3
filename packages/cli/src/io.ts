import { spawnSync } from "node:child_process";

/** The world as a command sees it. Tests of the real thing run the real process; this is for whoever embeds it. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The name the machine knows the official by; it stands in the log of what happened. */
  readonly user: string;
  /** A person sits there who can be asked. */
  readonly interactive: boolean;
  /** Width of the terminal; null when the output goes elsewhere and nothing must be cut. */
  readonly columns: number | null;
  /** Height of the terminal; null when the output goes elsewhere. */
  readonly rows: number | null;
  readonly colour: boolean;
  stdout(text: string): void;
  stderr(text: string): void;
  /** All of the standard input. */
  stdin(): Promise<Uint8Array>;
  /** Calls back for each request to end. */
  onEnd(asked: () => void): void;
  /** Calls back for each key pressed, without waiting for Enter, until what it gives back is called. */
  onKey(pressed: (key: string) => void): () => void;
  /** Shows a long text page by page; false when nothing can. */
  page(text: string): boolean;
  /** Ends the process at once, whatever is still under way. */
  abort(status: number): never;
}

export function processIo(): Io {
  const { env, stdin, stdout, stderr } = process;
  return {
    env,
    cwd: process.cwd(),
    get user() {
      return userName(env);
    },
    interactive: Boolean(stdin.isTTY && stdout.isTTY),
    // Some terminals do not tell: 0.
    get columns() {
      return stdout.isTTY ? stdout.columns || 80 : null;
    },
    get rows() {
      return stdout.isTTY ? stdout.rows || 24 : null;
    },
    colour: Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== "dumb",
    stdout: (text) => void stdout.write(text),
    stderr: (text) => void stderr.write(text),
    stdin: async () => (await import("node:stream/consumers")).buffer(stdin),
    onEnd: (asked) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, asked);
    },
    onKey: (pressed) => {
      const typed = (keys: Buffer) => {
        for (const key of keys.toString("utf8")) pressed(key);
      };
      stdin.setRawMode(true);
      stdin.on("data", typed);
      return () => {
        stdin.off("data", typed);
        stdin.setRawMode(false);
        stdin.pause();
      };
    },
    page: (text) => {
      const pager = env.PAGER ?? "less";
      if (pager === "" || pager === "cat") return false;
      const { error } = spawnSync(pager, {
        input: text,
        shell: pager.includes(" "),
        stdio: ["pipe", "inherit", "inherit"],
        // What fits is simply printed, colours are kept, nothing is cleared.
        env: { LESS: "FRX", ...env },
      });
      return error === undefined;
    },
    abort: (status) => process.exit(status),
  };
}

/** A user without an entry in the machine's list (a container) still has a number. */
function userName(env: Io["env"]): string {
  try {
    return process.getBuiltinModule("node:os").userInfo().username;
  } catch {
    return env.USER ?? String(process.getuid?.() ?? "unknown");
  }
}
