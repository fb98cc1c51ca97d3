import { type ChildProcess, execFile, fork } from "node:child_process";
import { once } from "node:events";
import { chmod, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Office } from "@ricevimenti/core";
import { describe, expect, test } from "vitest";
import { execute, LINK, type Result } from "../cli/command-line.ts";
import { onDatabase } from "../support/postgres-park.ts";
import { MARIO, openTown, requestBooking, type TestEngine, type TestTown } from "../support/town.ts";
import { BrokenLine } from "./support/broken-line.ts";
import type { Report, Task } from "./support/served-town.ts";

const program = promisify(execFile);
const QUARTER = 15 * 60_000;
const DAY = 24 * 3_600_000;

const ALWAYS: Office = {
  id: "sempre",
  name: "Ufficio sempre aperto",
  email: "sempre@comune.example.it",
  holidays: false,
  hours: [
    {
      days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
      from: "00:00",
      to: "24:00",
      slot: 15,
      modes: ["in_person", "virtual"],
    },
  ],
};

/** What goes wrong with the database under a running town, as it really goes wrong. */
interface Trouble {
  readonly engine: TestEngine;
  /** What use cases throw. */
  readonly fault: string;
  /** What the command line ends with. */
  readonly status: number;
  readonly error: string;
  readonly message: RegExp;
  /** Whether pages that only read still open. */
  readonly reads: boolean;
  begin(scene: Scene): Promise<void>;
  end(scene: Scene): Promise<void>;
}

interface Scene {
  readonly town: TestTown;
  readonly child: ChildProcess;
  /** Bytes that a file may have while the trouble lasts, and no more; null: any number. */
  room: number | null;
  readonly line: BrokenLine | null;
}

const TROUBLES: Readonly<Record<string, Trouble>> = {
  "no room left on SQLite": {
    engine: "sqlite",
    fault: "DatabaseError full",
    status: 1,
    error: "full",
    message: /^Il disco .*è pieno/,
    reads: true,
    begin: async (scene) => {
      // A few more transactions fit into the log.
      const { size } = await stat(join(scene.town.folder, "data/ricevimenti.sqlite-wal"));
      scene.room = size + 400_000;
      await limitFiles(scene);
    },
    end: async (scene) => {
      scene.room = null;
      await limitFiles(scene);
    },
  },
  "a PostgreSQL that may only be read": {
    engine: "postgres",
    fault: "DatabaseError read_only",
    status: 1,
    error: "read_only",
    message: /non si può leggere o scrivere/,
    reads: true,
    begin: ({ town }) => alter(town, "set default_transaction_read_only = on", { andHangUp: true }),
    // Connections that are there go on as they are: it is for us to find new ones.
    end: ({ town }) => alter(town, "reset default_transaction_read_only", { andHangUp: false }),
  },
  "a PostgreSQL that has gone away": {
    engine: "postgres",
    fault: "DatabaseError unreachable",
    status: 6,
    error: "unreachable",
    message: /^La base dati .*non risponde/,
    reads: false,
    begin: async ({ line }) => line?.cut(),
    end: async ({ line }) => line?.mend(),
  },
};

describe.skipIf(process.platform !== "linux").each(Object.entries(TROUBLES))("%s", (name, trouble) => {
  test("is refused clearly everywhere, leaves nothing half written, and is over by itself", async () => {
    const start = new Date().toISOString();
    await using town = await openTown({ engine: trouble.engine, offices: [ALWAYS], start });
    const { core } = town;
    const first = Math.ceil((Date.now() + 3 * DAY) / QUARTER) * QUARTER;
    const times = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => first + (from + i) * QUARTER);
    const pending = await requestBooking(core, new Date(first).toISOString(), { office: "sempre" });
    const confirmPath = new URL(core.linksOf(pending).confirm).pathname;

    const database = new URL(town.env.DATABASE_URL ?? "sqlite:none");
    await using line = trouble.engine === "postgres" ? await BrokenLine.to(Number(database.port)) : null;
    if (line) database.port = `${line.port}`;
    const env = { ...town.env, ...(line ? { DATABASE_URL: database.href } : {}), LOG_LEVEL: "silent" };
    const served = new URL("support/served-town.ts", import.meta.url);
    const child = fork(served, { cwd: town.folder, env: { ...process.env, ...env }, execArgv: [] });
    const scene: Scene = { town, child, room: null, line };
    try {
      const [url] = (await once(child, "message")) as [string];
      const tell = async (task: Task): Promise<Report> => {
        const answer = once(child, "message");
        child.send(task);
        return (await answer)[0] as Report;
      };
      const look = () => fetch(url + confirmPath);
      const press = () =>
        fetch(url + confirmPath, {
          method: "POST",
          redirect: "manual",
          headers: { "sec-fetch-site": "same-origin", origin: "null" },
          body: new URLSearchParams(),
        });
      const create = (slot: number) => book(scene, env, new Date(slot).toISOString());

      expect(await tell({ book: times(1, 2), office: "sempre", name: "before" })).toEqual([
        expect.stringMatching(/^booked/),
        expect.stringMatching(/^booked/),
      ]);

      await trouble.begin(scene);
      const meanwhile = await tell({ book: times(3, 30), office: "sempre", name: "meanwhile" });
      const refused = meanwhile.filter((one) => one === trouble.fault);
      const sold = meanwhile.filter((one) => one.startsWith("booked"));
      expect(refused.length).toBeGreaterThan(15);
      expect(refused.length + sold.length, meanwhile.join("\n")).toBe(30);
      expect(await tell({ deliver: true })).toEqual([trouble.fault]);
      const page = await press();
      expect(page.status).toBe(503);
      expect(page.headers.get("retry-after")).toBe("30");
      expect(await page.text()).toContain("Qualcosa non ha funzionato");
      expect((await look()).status).toBe(trouble.reads ? 200 : 503);
      const { status, stdout, stderr } = await create(first + 50 * QUARTER);
      expect({ status, stderr }).toEqual({ status: trouble.status, stderr: "" });
      expect(JSON.parse(stdout)).toMatchObject({
        error: trouble.error,
        message: expect.stringMatching(trouble.message),
      });

      await trouble.end(scene);
      const after = await tell({ book: times(60, 10), office: "sempre", name: "after" });
      expect(after.filter((one) => !one.startsWith("booked"))).toEqual([]);
      const confirmed = await press();
      expect([confirmed.status, confirmed.headers.get("location")]).toEqual([
        303,
        expect.stringContaining("confermata"),
      ]);
      expect((await create(first + 50 * QUARTER)).status).toBe(0);
      expect(await tell({ deliver: true })).toEqual([expect.stringMatching(/^delivered [1-9]/)]);

      const codes = [...sold, ...after].map((one) => one.split(" ")[1] ?? "");
      const kept = await core.records.bookings.find({ states: ["confirmed"] });
      expect(kept.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
      // Two before, the one of the page, the one of the command line.
      expect(kept).toHaveLength(codes.length + 4);
      town.clock.set(Date.now());
      for (const full of [false, true]) {
        const findings = await core.doctor({ full });
        expect(findings.filter(({ level }) => level === "error")).toEqual([]);
      }
      console.info(
        `${name}: 30 attempts, ${sold.length} sold, ${refused.length} told "${trouble.error}", page and command line too; afterwards all went on by itself and the full doctor found nothing`,
      );
    } finally {
      await trouble.end(scene).catch(() => {});
      child.kill("SIGKILL");
    }
  }, 180_000);
});

test.skipIf(process.platform !== "linux")(
  "a SQLite file that may only be read is named as that by every command, and nothing is changed",
  async () => {
    const start = new Date().toISOString();
    await using town = await openTown({ offices: [ALWAYS], start });
    const slot = Math.ceil((Date.now() + 3 * DAY) / QUARTER) * QUARTER;
    await requestBooking(town.core, new Date(slot).toISOString(), { office: "sempre" });
    const data = join(town.folder, "data");
    const files = (await readdir(data)).filter((name) => name.startsWith("ricevimenti.sqlite"));
    // Root reads and writes whatever the permissions say, unless it gives that up.
    const humble = process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-dac_override"] : [];
    const run = (...args: string[]) => {
      const [name = LINK, ...rest] = [...humble, LINK, ...args];
      return execute(name, rest, { cwd: town.folder, env: commandEnv(town.env) });
    };
    const create = () => run(...creation(new Date(slot + QUARTER).toISOString()));
    await chmod(data, 0o555);
    for (const name of files) await chmod(join(data, name), 0o444);
    const { status, stdout } = await create();
    expect({ status, ...JSON.parse(stdout) }).toMatchObject({
      status: 1,
      error: "read_only",
      message: expect.stringMatching(/non si può leggere o scrivere/),
    });
    await chmod(data, 0o700);
    for (const name of files) await chmod(join(data, name), 0o600);
    expect((await create()).status).toBe(0);
    expect(await town.core.records.bookings.find({})).toHaveLength(2);
    expect((await town.core.doctor({ full: true })).filter(({ level }) => level === "error")).toEqual([]);
  },
  120_000,
);

/** What no more fits into the files of a process that runs, as on a full disk (RLIMIT_FSIZE). */
async function limitFiles({ child, room }: Scene): Promise<void> {
  await program("prlimit", ["--pid", `${child.pid}`, `--fsize=${room ?? "unlimited"}:unlimited`]);
}

async function alter(
  { env }: TestTown,
  change: string,
  { andHangUp }: { readonly andHangUp: boolean },
): Promise<void> {
  await onDatabase(env.DATABASE_URL ?? "", async (client) => {
    const name = client.escapeIdentifier(new URL(env.DATABASE_URL ?? "").pathname.slice(1));
    await client.query("set default_transaction_read_only = off");
    await client.query(`alter database ${name} ${change}`);
    if (!andHangUp) return;
    await client.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
  });
}

function commandEnv(env: Readonly<Record<string, string>>): Record<string, string> {
  return { PATH: process.env.PATH ?? "", HOME: "/nonexistent", LANG: "it_IT.UTF-8", ...env };
}

function creation(start: string): string[] {
  const facts = { office: "sempre", start, mode: "virtual", ...MARIO, email: "anna@example.org" };
  const options = Object.entries(facts).flatMap(([name, value]) => [`--${name}`, value]);
  return ["booking", "create", ...options, "--confirmed", "--json"];
}

function book({ room, town }: Scene, env: Readonly<Record<string, string>>, start: string): Promise<Result> {
  const limited = room === null ? [] : ["prlimit", `--fsize=${room}:unlimited`];
  const [name = LINK, ...args] = [...limited, LINK, ...creation(start)];
  return execute(name, args, { cwd: town.folder, env: commandEnv(env) });
}
