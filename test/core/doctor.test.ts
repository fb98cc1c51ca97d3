import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Check, Core, Courier, Finding } from "@ricevimenti/core";
import { describe, expect, test } from "vitest";
import { openPostgres } from "../../packages/core/src/adapters/sql/postgres.ts";
import { openSqlite } from "../../packages/core/src/adapters/sql/sqlite.ts";
import { texts } from "../../packages/core/src/texts/catalogue.ts";
import {
  accepted,
  confirmBooking,
  ENGINES,
  openTown,
  requestBooking,
  type TestEngine,
  type TestTown,
} from "../support/town.ts";
import { statement } from "./store/open-store.ts";

const TEN = "2026-12-10T10:00:00+01:00";
const QUARTER = 15 * 60_000;

/** The checks of what is kept; what lies around a test's database is no concern here. */
const KEPT = new Set<Check>([
  "database",
  "municipality",
  "offices",
  "claims",
  "live-bookings",
  "event-log",
  "histories",
  "lost-bookings",
  "messages",
  "reminders",
  "messages-given-up",
  "messages-overdue",
]);

async function findings(core: Core, full: boolean): Promise<readonly Finding[]> {
  return (await core.doctor({ full })).filter(({ check }) => KEPT.has(check));
}

async function wrong(core: Core, full: boolean): Promise<readonly Finding[]> {
  return (await findings(core, full)).filter(({ level }) => level !== "ok");
}

/** A Telegram that takes everything. */
const CHAT: Courier = { channel: "telegram", deliver: async () => {} };

/** Statements past the program, as somebody with a database tool would run them. Returns how many rows they touched. */
async function byHand(town: TestTown, kind: TestEngine, ...statements: readonly string[]): Promise<number> {
  const engine =
    kind === "postgres"
      ? openPostgres({ url: town.env.DATABASE_URL ?? "", poolSize: 1, statementTimeout: 0, ...OPENING })
      : openSqlite({ file: join(town.folder, "data/ricevimenti.sqlite"), ...OPENING });
  try {
    return await engine.transaction(async (transaction) => {
      let touched = 0;
      for (const text of statements) touched += await transaction.run(statement(text));
      return touched;
    });
  } finally {
    await engine.close();
  }
}
const OPENING = { create: false, jitter: Math.random };

/** Every way a booking can lawfully go, one of each. */
async function liveEverything(town: TestTown): Promise<void> {
  const { core, clock } = town;
  const at = (quarter: number, day = "10") =>
    new Date(Date.parse(`2026-12-${day}T10:00:00+01:00`) + quarter * QUARTER).toISOString();
  let people = 0;
  const someone = () => {
    const chat = ++people;
    return { chat, citizen: { name: "Mario Rossi", email: `p${chat}@example.org`, reason: "Saldo" } };
  };
  const hold = async (start: string) => {
    const holder = `web:${++people}` as const;
    const place = { office: "tributi-imu", start: Date.parse(start), mode: "virtual" } as const;
    return accepted(await core.hold({ ...place, holder, locale: "it" })).booking;
  };

  const released = await hold(at(0));
  await core.release({ code: released.code, holder: released.holder ?? "web:" });
  await hold(at(0));
  await requestBooking(core, at(1), someone());
  const lapsing = await requestBooking(core, at(2), someone());
  const chat = ++people;
  const corrected = await requestBooking(core, at(3), { chat });
  accepted(
    await core.correctEmail({
      code: corrected.code,
      holder: `telegram:${chat}`,
      email: "giusto@example.org",
    }),
  );
  accepted(await core.resend({ code: corrected.code }));
  accepted(await core.confirm({ code: corrected.code, actor: "citizen" }));
  const confirmed = await confirmBooking(core, at(4), someone());
  accepted(await core.announce({ code: confirmed.code, what: "coming", actor: "citizen" }));
  accepted(await core.announce({ code: confirmed.code, what: "late", actor: "citizen" }));
  const moved = await confirmBooking(core, at(5), someone());
  for (const [start, mode] of [
    [at(6), "in_person"],
    [at(6), "virtual"],
    [at(0, "14"), "virtual"],
  ] as const) {
    accepted(await core.move({ code: moved.code, start: Date.parse(start), mode, actor: "citizen" }));
  }
  const movedEarly = await requestBooking(core, at(1, "14"), someone());
  const early = { code: movedEarly.code, start: Date.parse(at(2, "14")), mode: "in_person" } as const;
  accepted(await core.move({ ...early, actor: "staff:ada" }));
  for (const [quarter, actor, isConfirmed] of [
    [3, "citizen", true],
    [4, "staff:ada", true],
    [5, "citizen", false],
    [6, "staff:ada", false],
  ] as const) {
    const book = isConfirmed ? confirmBooking : requestBooking;
    accepted(await core.cancel({ code: (await book(core, at(quarter, "14"), someone())).code, actor }));
  }
  const atTheCounter = await hold(at(7, "14"));
  const form = { name: "Ada Neri", email: "ada@example.org", reason: "Saldo", consent: true };
  const counter = { holder: atTheCounter.holder ?? ("web:" as const), actor: "staff:ada" } as const;
  accepted(await core.request({ code: atTheCounter.code, ...counter, form, verified: true }));
  const forgotten = await confirmBooking(core, at(7), someone());
  accepted(await core.forget({ code: forgotten.code, actor: "citizen" }));
  await core.tick([CHAT]);
  clock.advance({ hours: 3 });
  accepted(await core.getBooking(lapsing.code));
  await core.tick([CHAT]);
}

describe.each(ENGINES)("the doctor, on %s", (engine) => {
  test("finds nothing in lawful histories of every kind, whatever time it is", async () => {
    await using town = await openTown({ engine });
    await liveEverything(town);
    for (const hours of [0, 24, 24 * 7, 24 * 400]) {
      town.clock.advance({ hours });
      await town.core.tick([CHAT]);
      for (const full of [false, true]) expect(await wrong(town.core, full)).toEqual([]);
    }
    expect((await findings(town.core, true)).find(({ check }) => check === "event-log")?.detail).toMatch(
      /^0\/1[4-9]$/,
    );
  });

  test("finds nothing wrong when a message is dropped because its booking has moved on", async () => {
    await using town = await openTown({ engine });
    const { code } = await confirmBooking(town.core, TEN);
    accepted(
      await town.core.move({ code, start: Date.parse(TEN) + QUARTER, mode: "virtual", actor: "citizen" }),
    );
    accepted(await town.core.cancel({ code, actor: "citizen" }));
    await town.core.tick([CHAT]);
    town.clock.advance({ hours: 2 });
    await town.core.tick([CHAT]);
    expect(await wrong(town.core, true)).toEqual([]);
  });

  type Damage = readonly [string, readonly string[], Partial<Record<Check, "error" | "warning">>];
  const HISTORY = { "event-log": "error" } as const;
  const IMPOSSIBLE = { histories: "error" } as const;
  const UNSAID = { messages: "error" } as const;
  const SOLD_TWICE = { claims: "error", "live-bookings": "error" } as const;
  const DAMAGES: readonly Damage[] = [
    ["a state", ["update bookings set state = 'attended'"], HISTORY],
    [
      "a confirmation taken back",
      [`update bookings set state = 'pending', expires_at = ${Date.parse(TEN)}`],
      HISTORY,
    ],
    [
      "a cancellation nobody made",
      ["update bookings set state = 'cancelled'"],
      { ...HISTORY, claims: "error" },
    ],
    ["a mode", ["update bookings set mode = 'virtual'"], HISTORY],
    ["a version", ["update bookings set version = version + 1"], HISTORY],
    ["a desk", ["update bookings set desk = 2"], { ...HISTORY, ...SOLD_TWICE }],
    ["a desk, its claims with it", ["update bookings set desk = 2", "update claims set desk = 2"], HISTORY],
    [
      "a time",
      [`update bookings set start_at = start_at + ${QUARTER}, end_at = end_at + ${QUARTER}`],
      { ...HISTORY, ...SOLD_TWICE },
    ],
    [
      "an end",
      [`update bookings set end_at = end_at + ${QUARTER}`],
      { ...HISTORY, "live-bookings": "error" },
    ],
    ["an office", ["update bookings set office = 'tributi-tari'"], { ...HISTORY, ...SOLD_TWICE }],
    ["all events gone", ["delete from events"], HISTORY],
    ["the first event gone", ["delete from events where kind = 'held'"], IMPOSSIBLE],
    ["an event between gone", ["delete from events where kind = 'requested'"], IMPOSSIBLE],
    ["the last event gone", ["delete from events where kind = 'confirmed'"], HISTORY],
    ["an event's state", ["update events set state = 'attended' where kind = 'confirmed'"], IMPOSSIBLE],
    ["an event's version", ["update events set version = 7 where kind = 'requested'"], IMPOSSIBLE],
    ["an event's desk", ["update events set desk = 3 where kind = 'confirmed'"], IMPOSSIBLE],
    ["an event's kind", ["update events set kind = 'moved' where kind = 'confirmed'"], IMPOSSIBLE],
    ["an event of an unknown kind", ["update events set kind = 'sold' where kind = 'confirmed'"], IMPOSSIBLE],
    [
      "a message to the citizen gone",
      ["delete from outbox where kind = 'invitation' and channel = 'mail'"],
      UNSAID,
    ],
    [
      "a chat's message gone",
      ["delete from outbox where kind = 'invitation' and channel = 'telegram'"],
      UNSAID,
    ],
    ["the office's message gone", ["delete from outbox where kind = 'office_booked'"], UNSAID],
    ["all messages gone", ["delete from outbox"], UNSAID],
    ["a reminder gone", ["delete from outbox where kind = 'reminder'"], { reminders: "warning" }],
    [
      "a message dropped without a reason",
      [`update outbox set state = 'dropped', settled_at = created_at where kind = 'invitation'`],
      UNSAID,
    ],
    [
      "a message given up",
      [
        `update outbox set state = 'failed', settled_at = created_at, error = '550' where kind = 'invitation'`,
      ],
      { "messages-given-up": "warning" },
    ],
    ["a booking gone", ["delete from bookings"], { "lost-bookings": "error", claims: "error" }],
    [
      "a booking gone with its claims and messages",
      ["delete from bookings", "delete from claims", "delete from outbox"],
      { "lost-bookings": "error" },
    ],
    ["claims gone", ["delete from claims"], { "live-bookings": "error" }],
    [
      "one claim gone",
      ["delete from claims where cell = (select min(cell) from claims)"],
      { "live-bookings": "error" },
    ],
    [
      "claims of nobody",
      ["update claims set cell = cell + 300, booking = 'ZZZ-222'"],
      { claims: "error", "live-bookings": "error" },
    ],
  ];

  test.each(DAMAGES)("finds %s, names the booking, and says what to do", async (_, statements, expected) => {
    await using town = await openTown({ engine });
    const { code } = await confirmBooking(town.core, TEN);
    expect(await wrong(town.core, false)).toEqual([]);
    expect(await byHand(town, engine, ...statements)).toBeGreaterThan(0);
    town.clock.advance({ minutes: 2 });
    for (const full of [false, true]) {
      const found = await wrong(town.core, full);
      expect(Object.fromEntries(found.map(({ check, level }) => [check, level]))).toEqual(expected);
      for (const { detail, ailment } of found) {
        expect(detail).toMatch(new RegExp(`${code}|ZZZ-222`));
        for (const locale of ["it", "en"] as const)
          expect(texts("cli", locale)(`ailment-${ailment}`)).toMatch(/\S/);
      }
    }
  });

  test("finds two bookings on one desk at one time, however they came there", async () => {
    await using town = await openTown({ engine });
    const one = await confirmBooking(town.core, TEN);
    const other = await confirmBooking(town.core, new Date(Date.parse(TEN) + QUARTER).toISOString(), {
      chat: 2,
      citizen: { name: "Ada Neri", email: "ada@example.org", reason: "Saldo" },
    });
    await byHand(
      town,
      engine,
      `update bookings set start_at = ${one.start}, end_at = ${one.end} where code = '${other.code}'`,
      `update events set start_at = ${one.start}, end_at = ${one.end} where booking = '${other.code}'`,
      `delete from claims where booking = '${other.code}'`,
    );
    const found = await wrong(town.core, false);
    expect(found.find(({ check }) => check === "live-bookings")).toMatchObject({
      level: "error",
      detail: `1: ${other.code}`,
    });
  });

  test("tells of messages that nobody delivers", async () => {
    await using town = await openTown({ engine });
    await requestBooking(town.core, TEN);
    town.clock.advance({ minutes: 16 });
    expect(await wrong(town.core, false)).toEqual([
      expect.objectContaining({ check: "messages-overdue", level: "warning" }),
    ]);
  });

  test("looks back a day quickly, and to the beginning when asked to", async () => {
    await using town = await openTown({ engine });
    const { core, clock } = town;
    const { code } = await confirmBooking(core, TEN);
    await core.tick([CHAT]);
    clock.advance({ days: 30 });
    await core.tick([CHAT]);
    // More bookings that have begun since than the quick check looks back on.
    const since = Date.parse("2026-12-20T00:00:00+01:00");
    const copies = Array.from({ length: 510 }, (_, n) => {
      const start = since + n * QUARTER;
      return `insert into bookings (code, office, service, mode, start_at, end_at, desk, state, version, locale, created_at, updated_at)
        select 'C-${n}', office, service, mode, ${start}, ${start + QUARTER}, desk, 'expired', 1, locale, created_at, updated_at
        from bookings where code = '${code}'`;
    });
    const told = Array.from({ length: 510 }, (_, n) => {
      const start = since + n * QUARTER;
      return [
        `insert into events (booking, at, kind, actor, office, state, mode, start_at, end_at, desk, version)
          select 'C-${n}', at, 'held', actor, office, 'held', mode, ${start}, ${start + QUARTER}, desk, 1
          from events where booking = '${code}' and kind = 'held'`,
        `insert into events (booking, at, kind, actor, office, state, mode, start_at, end_at, desk, version)
          select 'C-${n}', at, 'expired', 'system', office, 'expired', mode, ${start}, ${start + QUARTER}, desk, 1
          from events where booking = '${code}' and kind = 'held'`,
      ];
    });
    await byHand(town, engine, ...copies, ...told.flat());
    for (const full of [false, true]) expect(await wrong(core, full)).toEqual([]);
    await byHand(town, engine, `update bookings set desk = 2 where code = '${code}'`);
    expect(await wrong(core, false)).toEqual([]);
    expect(await wrong(core, true)).toContainEqual(
      expect.objectContaining({ check: "event-log", level: "error", detail: `1/511: ${code}` }),
    );
    await byHand(town, engine, `update bookings set desk = 2 where code = 'C-509'`);
    expect(await wrong(core, false)).toContainEqual(
      expect.objectContaining({
        check: "event-log",
        level: "error",
        detail: expect.stringMatching(/^1\/\d+: C-509$/),
      }),
    );
  });
});

test("a SQLite file in which an index says something else than its table is told as damaged", async () => {
  await using town = await openTown();
  await confirmBooking(town.core, TEN);
  await town.core.close();
  const path = join(town.folder, "data/ricevimenti.sqlite");
  const database = new DatabaseSync(path, { readOnly: true });
  const { page } = database
    .prepare("select rootpage as page from sqlite_master where name = 'bookings_by_office'")
    .get() as {
    page: number;
  };
  const { page_size: size } = database.prepare("pragma page_size").get() as { page_size: number };
  database.close();
  const bytes = await readFile(path);
  // The one entry stands at the end of the page and begins with the office's name.
  const entry = bytes.indexOf("tributi-imu", (page - 1) * size);
  expect(entry).toBeLessThan(page * size);
  bytes.write("tributi-xyz", entry);
  await writeFile(path, bytes);
  const core = await town.another();
  expect(await wrong(core, true)).toEqual([
    expect.objectContaining({ check: "database", level: "error", ailment: "damaged" }),
  ]);
});
