import { join } from "node:path";
import type { Booking, Core, Office } from "@ricevimenti/core";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../support/clock.ts";
import { accepted, ENGINES, openTown, type TestEngine } from "../support/town.ts";
import { ACTIONS, type Action, DONE, type Orders } from "./support/busy-town.ts";
import { Doomed } from "./support/doomed.ts";
import { type FastTime, fastClock } from "./support/fast-clock.ts";
import { type Letter, letters } from "./support/mailbox.ts";
import { PostOffice } from "./support/post-office.ts";

/** Half as many on PostgreSQL, where everything takes longer. */
const KILLS: Readonly<Record<TestEngine, number>> = { sqlite: 200, postgres: 200 };
const SEED = 20_261_209;
/** Processes alive at the same time; each is followed by another one that has been waiting behind it. */
const LANES = 2;
/** A process comes to these only after many others. */
const RARE: readonly Action[] = ["move", "cancel"];
const HOUR = 3_600_000;
/** A Monday before dawn: while the test runs, no reminder falls due and no visit begins. */
const BEGINNING = "2026-12-07T03:00:00+01:00";

const OFFICE: Office = {
  id: "anagrafe",
  name: "Anagrafe",
  email: "anagrafe@comune.ozieri.ss.it",
  hours: [
    {
      days: ["mon", "tue", "wed", "thu", "fri"],
      from: "08:00",
      to: "20:00",
      slot: 5,
      modes: ["in_person", "virtual"],
      desks: 4,
    },
  ],
};

describe.each(ENGINES)("on %s, killed at any moment of any action", (engine) => {
  const kills = KILLS[engine];

  test(`${kills} times, the town loses nothing it has acknowledged and says everything once`, async () => {
    await using server = await PostOffice.open();
    await using town = await openTown({
      engine,
      offices: [OFFICE],
      env: { MAIL_URL: server.url },
      start: BEGINNING,
    });
    const time: FastTime = { epoch: Date.parse(BEGINNING), began: Date.now(), speed: 60 };
    const { slots } = accepted(
      await town.core.listSlots({ office: "anagrafe", from: time.epoch + 48 * HOUR }),
    );
    const orders = { folder: town.folder, env: town.env, time, office: "anagrafe", citizens: 4 };
    const starts = slots.map(({ start }) => start);
    const lives = await killAll(kills, (seed) => ({ ...orders, starts, seed }), server);

    town.clock.set(fastClock(time).now());
    const core = await town.reopen();
    await finish(core, town.clock);
    await expectSound(core, lives, server, kills);
  }, 600_000);
});

/** One process's life: what it said, and what it was about to do when it was killed. */
interface Life {
  readonly lines: readonly string[];
  readonly aim: Action;
}

/** Starts and kills so many processes, a few at a time. Each is killed at one of its actions of a kind, or just after. */
async function killAll(
  kills: number,
  ordersFor: (seed: number) => Orders,
  server: PostOffice,
): Promise<readonly Life[]> {
  const random = seededRandom(SEED);
  const draw = (below: number) => (random(1)[0] ?? 0) % below;
  const lives: Life[] = [];
  let begun = 0;
  const next = () => {
    const orders = ordersFor(SEED + begun);
    const compiled = { NODE_COMPILE_CACHE: join(orders.folder, "compiled") };
    const process = new Doomed("busy-town.ts", JSON.stringify(orders), compiled);
    const aim = ACTIONS[begun % ACTIONS.length] as Action;
    begun++;
    return {
      process,
      aim,
      ready: process.says("ready"),
      nth: 1 + draw(RARE.includes(aim) ? 1 : 4),
      pause: draw(5),
      byMail: draw(2),
    };
  };
  const lane = async () => {
    let current = next();
    for (;;) {
      await current.ready;
      const { process, aim, nth, pause, byMail } = current;
      const isLast = begun >= kills;
      const moment =
        aim === "deliver" && byMail === 1
          ? process.outliving(server.taken(server.posted.length + nth))
          : // A round of deliveries goes on for as long as there is something to deliver.
            process.says(`> ${aim}`, aim === "deliver" ? 1 : nth);
      process.tell("go");
      const successor = isLast ? null : next();
      await moment;
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause - 1));
      await process.kill();
      lives.push({ lines: process.lines, aim });
      if (!successor) return;
      current = successor;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return lives;
}

/** The one who comes after all of them: waits until the dead workers' leases are over, and does what they left undone. */
async function finish(core: Core, clock: { advance(by: { minutes: number }): void; now(): number }) {
  for (let round = 0; round < 10; round++) {
    clock.advance({ minutes: 3 });
    await core.tick();
    const next = await core.records.outbox.nextDue(["mail"]);
    if (next === null || next > clock.now() + HOUR) return;
  }
  throw new Error("messages still wait after half an hour");
}

async function expectSound(core: Core, lives: readonly Life[], server: PostOffice, kills: number) {
  for (const full of [false, true]) {
    const findings = await core.doctor({ full });
    // What the doctor says of rooms and passwords is of no interest here.
    const grave = findings.filter(({ level, check }) => level === "error" || check.startsWith("messages"));
    expect(grave.filter(({ level }) => level !== "ok")).toEqual([]);
    expect(grave.map(({ check }) => check)).toEqual(["messages", "messages-given-up", "messages-overdue"]);
  }
  const acknowledged = lives.flatMap(({ lines }) => lines.flatMap(acknowledgementOf));
  await expectKept(core, acknowledged);
  const mailbox = await letters(server.posted);
  const bookings = await core.agenda({
    from: 0,
    to: Number.MAX_SAFE_INTEGER,
    states: ["confirmed", "cancelled"],
  });
  expectTold(bookings, mailbox);
  await expectNothingInvented(core, mailbox);

  const interrupted = interruptions(lives);
  const confirmed = bookings.filter(({ state }) => state === "confirmed").length;
  console.info(
    `kill on ${core.config.database.engine}: ${lives.length} SIGKILLs in the middle of ${Object.entries(
      interrupted,
    )
      .map(([action, count]) => `${count} x ${action}`)
      .join(
        ", ",
      )}; ${acknowledged.length} acknowledged actions kept, ${confirmed} confirmed bookings with one invitation and one office mail each, ${server.posted.length - mailbox.length} deliveries repeated under their Message-ID`,
  );
  expect(lives).toHaveLength(kills);
  for (const action of ACTIONS)
    expect(interrupted[action], `killed in the middle of ${action}`).toBeGreaterThan(0);
  expect(confirmed).toBeGreaterThan(kills / 2);
}

interface Acknowledgement {
  readonly kind: string;
  readonly code: string;
  readonly version: number;
}

function acknowledgementOf(line: string): Acknowledgement[] {
  const [kind = "", code = "", version = ""] = line.split(" ");
  return version === "" ? [] : [{ kind, code, version: Number(version) }];
}

/** Every action that somebody was told of is in the log, and the booking is at least as far. */
async function expectKept(core: Core, acknowledged: readonly Acknowledgement[]): Promise<void> {
  const byCode = Map.groupBy(acknowledged, ({ code }) => code);
  const lost: string[] = [];
  for (const [code, all] of byCode) {
    const events = await core.records.events.of(code);
    const booking = await core.records.bookings.get(code);
    for (const { kind, version } of all) {
      const isThere = events.some((event) => event.kind === kind && event.version === version);
      if (!isThere || !booking || booking.version < version) lost.push(`${kind} ${code} ${version}`);
    }
    const { kind = "" } = all.at(-1) ?? {};
    const may = STANDS[kind] ?? [];
    if (booking && !may.includes(booking.state)) lost.push(`${kind} ${code}: ${booking.state}`);
  }
  expect(lost, "acknowledged and lost").toEqual([]);
}

/** What a booking may be after each acknowledgement that was the last: that, or what was done without a word more. */
const STANDS: Readonly<Record<string, readonly Booking["state"][]>> = {
  held: ["held", "expired", "pending"],
  released: ["expired"],
  requested: ["pending", "expired", "confirmed"],
  confirmed: ["confirmed", "cancelled"],
  moved: ["confirmed", "cancelled"],
  cancelled: ["cancelled"],
};

/** One invitation and one office mail for what stands; for what was called off after it was told, one of each too. */
function expectTold(bookings: readonly Booking[], mailbox: readonly Letter[]): void {
  const calendars = Map.groupBy(mailbox, ({ calendar }) => calendar ?? "");
  const told = Map.groupBy(mailbox, ({ code, version, kind }) =>
    kind.startsWith("office_") ? `${code} ${version}` : "",
  );
  const wrong = bookings.flatMap(({ code, version, state }) => {
    const uid = `${code}@ricevimenti.example.org ${version - 1}`;
    const invitations = calendars.get(`REQUEST ${uid}`)?.length ?? 0;
    const revocations = calendars.get(`CANCEL ${uid}`)?.length ?? 0;
    const office = told.get(`${code} ${version}`)?.length ?? 0;
    const isRight =
      state === "confirmed" ? invitations === 1 && revocations === 0 && office === 1 : invitations === 0;
    return isRight ? [] : [{ code, version, state, invitations, revocations, office }];
  });
  expect(wrong, "bookings told of wrongly").toEqual([]);
  for (const [calendar, same] of calendars)
    if (calendar !== "") expect(same, `letters with ${calendar}`).toHaveLength(1);
}

/** Nobody is invited, and no office is told, of what was never confirmed. */
async function expectNothingInvented(core: Core, mailbox: readonly Letter[]): Promise<void> {
  const codes = new Set(
    mailbox.filter(({ kind, calendar }) => calendar || kind.startsWith("office_")).map(({ code }) => code),
  );
  for (const code of codes) {
    const kinds = (await core.records.events.of(code)).map(({ kind }) => kind);
    expect(kinds, `${code} was told of`).toContain("confirmed");
  }
}

/** How many actions of each kind were begun and neither acknowledged nor refused when the end came. */
function interruptions(lives: readonly Life[]): Record<Action, number> {
  const said = Map.groupBy(
    lives.flatMap(({ lines }) => lines),
    (line) => (line.startsWith(">") || line.startsWith("refused") ? line : (line.split(" ")[0] ?? "")),
  );
  const count = (line: string) => said.get(line)?.length ?? 0;
  return Object.fromEntries(
    ACTIONS.map((action) => [
      action,
      count(`> ${action}`) - count(DONE[action]) - count(`refused ${action}`),
    ]),
  ) as Record<Action, number>;
}
