import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { Engine, Transaction } from "../../../packages/core/src/adapters/sql/connection.ts";
import { openPostgres, type PostgresOptions } from "../../../packages/core/src/adapters/sql/postgres.ts";
import { sql } from "../../../packages/core/src/adapters/sql/sql.ts";
import { onDatabase } from "../../support/postgres-park.ts";
import { count, statement, useStore } from "./open-store.ts";

const db = useStore("postgres");
const opened: Engine[] = [];
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.close();
});

/** An engine of the test's own; it tries again at once. */
function open(options: Partial<PostgresOptions> = {}): Engine {
  const settings = { poolSize: 10, statementTimeout: 15_000, create: false, jitter: () => 0 };
  const engine = openPostgres({ url: db.where, ...settings, ...options });
  opened.push(engine);
  return engine;
}

const receive = (transaction: Transaction, update: number) =>
  transaction.run(
    sql`insert into chat_updates (id, chat, received_at, answered) values (${update}, 1, 1, 0)`,
  );
const received = () => count(db.engine.reader, sql`select 1 from chat_updates`);
const fail = (code: string) =>
  statement(`do $$ begin raise exception 'made up' using errcode = '${code}'; end $$`);
const processOf = async (transaction: Transaction) => {
  const [row] = await transaction.all<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return row?.pid ?? 0;
};
const end = (pid: number) =>
  onDatabase(db.where, (client) => client.query("select pg_terminate_backend($1, 5000)", [pid]));
const endAll = () =>
  onDatabase(db.where, (client) =>
    client.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`),
  );

describe("others at the same rows", () => {
  test.each(["40001", "40P01"])("are met again (%s) until the work is done, once", async (code) => {
    let runs = 0;
    const result = await open().transaction(async (transaction) => {
      runs++;
      await receive(transaction, 1);
      if (runs <= 3) await transaction.run(fail(code));
      return "done";
    });
    expect([result, runs, await received()]).toEqual(["done", 4, 1]);
  });

  test("are met again even when the work has swallowed the news, and refuses because of it", async () => {
    let runs = 0;
    const result = await open().transaction(async (transaction) => {
      runs++;
      const lucky = await transaction
        .nested((within) => (runs === 1 ? within.run(fail("40001")) : receive(within, 1)))
        .then(
          () => true,
          () => false,
        );
      return { ok: lucky };
    });
    expect([result, runs, await received()]).toEqual([{ ok: true }, 2, 1]);
  });

  test("that never end are told of as a busy database", async () => {
    const hopeless = open().transaction((transaction) => transaction.run(fail("40001")));
    await expect(hopeless).rejects.toMatchObject({ name: "DatabaseError", code: "busy" });
  });

  test("in a real deadlock are not noticed by either caller", async () => {
    await db.engine.transaction(async (transaction) => {
      await receive(transaction, 1);
      await receive(transaction, 2);
    });
    const engine = open();
    const touch = (transaction: Transaction, id: number) =>
      transaction.run(sql`update chat_updates set received_at = received_at + 1 where id = ${id}`);
    const meeting = new Map([1, 2].map((id) => [id, Promise.withResolvers<void>()]));
    const cross = (first: number, second: number) =>
      engine.transaction(async (transaction) => {
        await touch(transaction, first);
        meeting.get(first)?.resolve();
        await meeting.get(second)?.promise;
        await touch(transaction, second);
      });
    await Promise.all([cross(1, 2), cross(2, 1)]);
    expect(await db.engine.reader.all(sql`select received_at as n from chat_updates`)).toEqual([
      { n: 3 },
      { n: 3 },
    ]);
  });
});

describe("a connection that breaks", () => {
  test("while nobody uses it is not missed", async () => {
    const engine = open();
    await Promise.all([1, 2, 3].map((id) => engine.transaction((transaction) => receive(transaction, id))));
    await endAll();
    expect(await count(engine.reader, sql`select 1 from chat_updates`)).toBe(3);
    await engine.transaction((transaction) => receive(transaction, 4));
    expect(await received()).toBe(4);
  });

  test("inside a transaction is not noticed: the work is done on another, once", async () => {
    let runs = 0;
    await open().transaction(async (transaction) => {
      runs++;
      await receive(transaction, 1);
      if (runs === 1) await end(await processOf(transaction));
      await receive(transaction, 2);
    });
    expect([runs, await received()]).toEqual([2, 2]);
  });

  test("during a commit is told, for nobody knows what has become of it, and the work is not done again", async () => {
    await using server = await withTrigger();
    let runs = 0;
    const broken = open().transaction(async (transaction) => {
      runs++;
      await receive(transaction, 1);
    });
    await expect(broken).rejects.toMatchObject({ name: "DatabaseError", code: "unreachable" });
    expect(runs).toBe(1);
    await server[Symbol.asyncDispose]();
    await open().transaction((transaction) => receive(transaction, 2));
  });

  /** Ends the connection whose commit adds to `chat_updates`. */
  async function withTrigger(): Promise<AsyncDisposable> {
    await onDatabase(db.where, (client) =>
      client.query(`
        create function hang_up() returns trigger language plpgsql as
          $$ begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5); return null; end $$;
        create constraint trigger hang_up after insert on chat_updates deferrable initially deferred
          for each row execute function hang_up()`),
    );
    const drop = "drop trigger if exists hang_up on chat_updates; drop function if exists hang_up";
    return {
      [Symbol.asyncDispose]: async () => void (await onDatabase(db.where, (client) => client.query(drop))),
    };
  }

  test("is what a process finds that was stopped inside a transaction, whose locks others have had meanwhile", async () => {
    const stopped = open({ statementTimeout: 200 });
    let runs = 0;
    await stopped.transaction(async (transaction) => {
      runs++;
      await receive(transaction, 1);
      if (runs === 1) {
        // The same key: this waits for the lock that the stopped process holds.
        await db.engine.transaction((other) => receive(other, 1));
        await db.engine.transaction((other) => other.run(sql`delete from chat_updates`));
      }
    });
    expect([runs, await received()]).toEqual([2, 1]);
  });
});

describe("a server that cannot be had", () => {
  test("is told of without its password", async () => {
    const probe = createServer().listen(0, "127.0.0.1");
    await once(probe, "listening");
    const { port } = probe.address() as AddressInfo;
    probe.close();
    const engine = open({ url: `postgres://town:hush-hush@127.0.0.1:${port}/town` });
    for (const attempt of [
      engine.migrate(),
      engine.reader.all(sql`select 1`),
      engine.transaction(async () => 1),
    ]) {
      const fault = await attempt.then(
        () => null,
        (cause: unknown) => cause,
      );
      expect(fault).toMatchObject({ name: "DatabaseError", code: "unreachable" });
      expect(String(fault)).not.toContain("hush-hush");
    }
  });

  test("because the database is not there is told of", async () => {
    const url = new URL(db.where);
    url.pathname = "/nowhere";
    await expect(open({ url: url.href }).migrate()).rejects.toMatchObject({ code: "unreachable" });
  });

  test("because it may only be read is told of, and reading goes on", async () => {
    await onDatabase(db.where, async (client) => {
      const name = client.escapeIdentifier(new URL(db.where).pathname.slice(1));
      await client.query(`alter database ${name} set default_transaction_read_only = on`);
      try {
        const engine = open();
        const write = engine.transaction((transaction) => receive(transaction, 1));
        await expect(write).rejects.toMatchObject({ name: "DatabaseError", code: "read_only" });
        expect(await count(engine.reader, sql`select 1 from chat_updates`)).toBe(0);
      } finally {
        await client.query("set default_transaction_read_only = off");
        await client.query(`alter database ${name} reset default_transaction_read_only`);
      }
    });
  });

  test("because a statement takes longer than it may is told of, and the connection is good for the next", async () => {
    const engine = open({ statementTimeout: 100, poolSize: 1 });
    const slow = { name: "DatabaseError", code: "busy" };
    await expect(engine.reader.all(sql`select pg_sleep(5)`)).rejects.toMatchObject(slow);
    await expect(
      engine.transaction((transaction) => transaction.all(sql`select pg_sleep(5)`)),
    ).rejects.toMatchObject(slow);
    await engine.transaction((transaction) => receive(transaction, 1));
    expect(await received()).toBe(1);
  });
});

test("one connection serves twenty callers", async () => {
  const engine = open({ poolSize: 1 });
  const ids = Array.from({ length: 20 }, (_, i) => i);
  await Promise.all(
    ids.flatMap((id) => [engine.transaction((it) => receive(it, id)), engine.reader.all(sql`select 1`)]),
  );
  expect(await received()).toBe(20);
});

test("transactions that name different keys do not wait for each other", async () => {
  await db.store.write(async (records) => {
    await records.serialise("email/a@example.org");
    await db.store.write((others) => others.serialise("email/b@example.org"));
  });
});

test("a statement that failed unnoticed is not passed off as kept", async () => {
  const careless = db.engine.transaction(async (transaction) => {
    await receive(transaction, 1);
    await transaction.run(sql`insert into chat_updates (id) values (2)`).catch(() => {});
    return "done";
  });
  await expect(careless).rejects.toThrow("nothing of it was kept");
  expect(await received()).toBe(0);
});

test("whole numbers come as numbers, and those a number cannot hold are refused", async () => {
  const { reader } = db.engine;
  expect(await reader.all(sql`select ${Number.MAX_SAFE_INTEGER} + cast(0 as bigint) as n`)).toEqual([
    { n: Number.MAX_SAFE_INTEGER },
  ]);
  await expect(reader.all(statement("select 9007199254740993 as n"))).rejects.toThrow(RangeError);
});

test("closing twice is harmless", async () => {
  const engine = open();
  await engine.reader.all(sql`select 1`);
  await Promise.all([engine.close(), engine.close()]);
});

test("values written into a question's text stay values", async () => {
  const { surveyor } = db.engine;
  for (const value of [
    "it's",
    'a "quoted" one',
    "back\\slash '",
    "$1 and ' $2",
    "",
    "è",
    -1,
    2 ** 41,
    null,
  ]) {
    const [row] = await surveyor.all(sql`select ${"$2"} as before, ${value} as value, ${"'"} as after`);
    expect(row).toEqual({ before: "$2", value, after: "'" });
  }
});
