import { join } from "node:path";
import {
  BOOKING_STATES,
  type Booking,
  type Core,
  entryOf,
  type Holder,
  type Office,
  type WritableRecords,
} from "@ricevimenti/core";
import { telegramCourier } from "@ricevimenti/telegram-bot";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../support/clock.ts";
import type { Participant } from "../support/telegram/participant.ts";
import { startTelegram } from "../support/telegram/server.ts";
import { accepted, confirmBooking, ENGINES, openTown, type TestEngine } from "../support/town.ts";
import { Doomed } from "./support/doomed.ts";
import { type FastTime, fastClock } from "./support/fast-clock.ts";
import { WAITING_ACTIONS, type WaitingAction, type WaitingOrders } from "./support/waiting-people.ts";

const KILLS = 16;
/** Processes alive at the same time; each is followed by another one that has been waiting behind it. */
const LANES = 2;
const CHATS = 90;
const ADDRESSES = 30;
const GROUP = -500;
const BEGINNING = "2026-12-07T03:00:00+01:00";
/** Offers lapse after two and a half seconds of the machine's. */
const SPEED = 120;
const MINUTE = 60_000;
/** Milliseconds after "go". */
const LONGEST_LIFE = 3_000;
const EVER = { from: 0, to: Number.MAX_SAFE_INTEGER, states: BOOKING_STATES };

const OFFICE: Office = {
  id: "anagrafe",
  name: "Anagrafe",
  email: "anagrafe@comune.ozieri.ss.it",
  hours: [{ days: ["fri"], from: "09:00", to: "12:00", slot: 15, modes: ["in_person"] }],
  policy: { horizon_days: 5, waiting_minutes: 5, waiting_offers: 100 },
};
/**
 * What ended a moment before may not have been seen to: PostgreSQL numbers lines of the log as they are written, not as
 * they come to count, and whoever is just answering an offer is not made another. So many lines, and so much of the
 * fast clock, may be under way in two processes.
 */
const UNDER_WAY: Readonly<Record<TestEngine, { readonly lines: number; readonly time: number }>> = {
  sqlite: { lines: 0, time: 0 },
  postgres: { lines: 24, time: 2 * MINUTE },
};

describe.each(ENGINES)("on %s, killed while times of the waiting list are offered and answered", (engine) => {
  test(`${KILLS} times, each time is one person's in order, and what was said is kept and told`, async () => {
    await using town = await openTown({ engine, offices: [OFFICE], start: BEGINNING });
    const telegram = await startTelegram({ now: town.clock.now });
    try {
      const { slots } = accepted(await town.core.listSlots({ office: OFFICE.id }));
      for (const [index, { start }] of slots.entries())
        await confirmBooking(town.core, new Date(start).toISOString(), {
          ...{ office: OFFICE.id, chat: 5_000 + index },
          citizen: { name: "Altra Persona", email: `altra${index}@example.org`, reason: "Pratica" },
        });
      const people = await town.core.atomically(joinAll);
      const persons = Array.from({ length: CHATS }, (_, n) =>
        telegram.person({ id: n + 1, firstName: "Mario" }),
      );
      // A bot writes to nobody who has not written first.
      for (const person of persons) await person.send("/start");
      const group = telegram
        .group({ id: GROUP, title: "Anagrafe" })
        .member(persons[0] as (typeof persons)[number]);
      const { code } = accepted(await town.core.groups.code({ office: OFFICE.id }));
      await town.core.groups.link({ code, chat: GROUP });

      const time: FastTime = { epoch: town.clock.now(), began: Date.now(), speed: SPEED };
      const far = { token: telegram.token, apiRoot: telegram.url };
      const orders = { folder: town.folder, env: town.env, time, telegram: far, people };
      const lines = await killAll((seed) => ({ ...orders, seed }));

      town.clock.set(fastClock(time).now());
      const core = await town.reopen();
      const courier = telegramCourier(core, far);
      for (let round = 0; round < 3; round++) {
        town.clock.advance({ minutes: 6 });
        await core.tick([courier]);
      }
      const findings = await core.doctor({ full: true });
      const grave = findings.filter(({ level, check }) => level === "error" || check.startsWith("messages"));
      expect(grave.filter(({ level }) => level !== "ok")).toEqual([]);

      const count = await expectInOrder(core, people, UNDER_WAY[engine]);
      await expectKept(core, lines);
      const told = await expectTold(core, people, persons, group);
      console.info(
        `waiting list on ${engine}: ${KILLS} SIGKILLs; ${count.offers} offers of ${count.freed} times that came free, ${count.taken} taken, none out of order, none twice; ${told.offers} told in chats, ${told.group} messages in the group, ${told.again} of both again`,
      );
      expect(count.offers).toBeGreaterThan(KILLS / 2);
      expect(count.taken).toBeGreaterThan(0);
      expect(told.again).toBeLessThanOrEqual(KILLS * 6);
    } finally {
      await telegram.close();
    }
  }, 120_000);
});

/** Chats and addresses by turns, in the order of their places; who they are by the code of their entry. */
async function joinAll(core: Core, records: WritableRecords): Promise<Record<string, Holder>> {
  const people: Record<string, Holder> = {};
  const picked = { days: [], parts: [], modes: [] };
  const { wish } = accepted(await core.waiting.consider({ office: OFFICE.id, picked }));
  const every = Math.round((CHATS + ADDRESSES) / ADDRESSES);
  for (let n = 0, chat = 1; n < CHATS + ADDRESSES; n++) {
    const isChat = n % every > 0;
    const holder: Holder = isChat ? `telegram:${chat}` : `web:${n}`;
    const form = { name: "Anna Verdi", email: `web${n}@example.org`, reason: "Pratica", consent: true };
    const { entry } = accepted(
      await core.waiting.join({ office: OFFICE.id, wish, holder, locale: "it", ...(!isChat && { form }) }),
    );
    if (isChat) {
      const updated = core.clock.now();
      await records.chats.save({ id: chat++, locale: "it", draft: null, version: 0, screen: null, updated });
    } else accepted(await core.waiting.prove(entry.code));
    people[entry.code] = holder;
  }
  return people;
}

/** Starts and kills so many processes, a few at a time, each at one of its actions of a kind or just after; what they said. */
async function killAll(ordersFor: (seed: number) => WaitingOrders): Promise<readonly string[]> {
  const random = seededRandom(7);
  const draw = (below: number) => (random(1)[0] ?? 0) % below;
  const lines: string[] = [];
  let begun = 0;
  const next = () => {
    const orders = ordersFor(++begun);
    const compiled = { NODE_COMPILE_CACHE: join(orders.folder, "compiled") };
    const process = new Doomed("waiting-people.ts", JSON.stringify(orders), compiled);
    const aim = WAITING_ACTIONS[begun % WAITING_ACTIONS.length] as WaitingAction;
    return { process, aim, ready: process.says("ready"), nth: 1 + draw(4), pause: draw(8) };
  };
  const lane = async () => {
    let current = next();
    for (;;) {
      const { process, aim, nth, pause } = current;
      await current.ready;
      // There may be nothing of the kind to do: then it is killed at whatever it does.
      const moment = Promise.race([process.says(`> ${aim}`, nth), passed(LONGEST_LIFE)]);
      process.tell("go");
      const successor = begun >= KILLS ? null : next();
      await moment;
      await passed(pause);
      await process.kill();
      lines.push(...process.lines);
      if (!successor) return;
      current = successor;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return lines;
}

function passed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** An offer as the log tells of it: from which line to which, and until when by the clock at the latest. */
interface Offered {
  readonly entry: string;
  readonly start: number;
  readonly at: number;
  readonly since: number;
  readonly until: number;
  readonly lapses: number;
  readonly isTaken: boolean;
}

/**
 * Nobody is offered two times at once, or the same twice; and when a time is offered, everybody who came before has
 * something else before them, has had that time already, or has left with another.
 */
async function expectInOrder(
  core: Core,
  people: Readonly<Record<string, Holder>>,
  underWay: { readonly lines: number; readonly time: number },
) {
  const codes = Object.keys(people);
  const bookings = await core.agenda(EVER);
  const byHolder = new Map(Object.entries(people).map(([code, holder]) => [holder, code]));
  const offers: Offered[] = [];
  for (const booking of bookings) {
    const entry = entryOf(booking) ?? (booking.holder && byHolder.get(booking.holder));
    if (!entry) continue;
    const [first, ...rest] = await core.records.events.of(booking.code);
    if (first?.actor !== "system") throw new Error(`${booking.code} was not offered`);
    const isTaken = entryOf(booking) === null;
    const end = rest[0]?.seq ?? Number.POSITIVE_INFINITY;
    const { seq: since, at, start } = first;
    offers.push({ entry, start, at, since, until: end, lapses: at + 5 * MINUTE, isTaken });
  }
  const wrong: string[] = [];
  for (const offer of offers) {
    const { entry, start, at, since } = offer;
    const others = offers.filter((one) => one.since < since);
    const theirs = (code: string) => others.filter((one) => one.entry === code);
    const isOpen = (one: Offered, { lines, time } = UNDER_WAY.sqlite) =>
      one.isTaken || (one.until > since - lines && one.lapses > at - time);
    if (theirs(entry).some((one) => one.start === start)) wrong.push(`${entry}: the same time twice`);
    if (theirs(entry).some((one) => one.isTaken)) wrong.push(`${entry}: after they had taken one`);
    if (theirs(entry).some((one) => isOpen(one))) wrong.push(`${entry}: two at once`);
    if (others.some((one) => one.start === start && !one.isTaken && isOpen(one)))
      wrong.push(`${new Date(start).toISOString()}: two people at once`);
    for (const before of codes.slice(0, codes.indexOf(entry))) {
      const known = theirs(before);
      if (known.some((one) => one.start === start || isOpen(one, underWay))) continue;
      wrong.push(`${entry} before ${before} at ${since}`);
    }
  }
  expect(wrong).toEqual([]);
  const freed = bookings.filter(({ state }) => state === "cancelled").length;
  return { offers: offers.length, taken: offers.filter(({ isTaken }) => isTaken).length, freed };
}

/** What each acknowledgement says has happened, has. */
async function expectKept(core: Core, lines: readonly string[]): Promise<void> {
  const lost: string[] = [];
  for (const line of lines) {
    const [kind = "", code = "", version] = line.split(" ");
    if (version === undefined) continue;
    const booking = await core.records.bookings.get(code);
    const events = (await core.records.events.of(code)).map((event) => `${event.kind} ${event.version}`);
    const isKept: Readonly<Record<string, (booking: Booking) => boolean>> = {
      freed: () => events.includes(`cancelled ${version}`),
      taken: (one) => entryOf(one) === null,
      // Or taken, by whoever pressed the other button first.
      declined: (one) => entryOf(one) === null || one.state === "expired",
      requested: () => events.includes("requested 1"),
      confirmed: () => events.includes("confirmed 1"),
    };
    if (!booking || !isKept[kind]?.(booking)) lost.push(line);
  }
  expect(lost, "acknowledged and lost").toEqual([]);
}

/** Chats were told of their own offers, and the group of what was booked and called off: each at least once. */
async function expectTold(
  core: Core,
  people: Readonly<Record<string, Holder>>,
  persons: readonly Participant[],
  group: Participant,
) {
  const outbox = (await core.records.outbox.find({})).filter(({ channel }) => channel === "telegram");
  const sent = outbox.filter(({ state }) => state === "sent");
  const offers = new Map<number, string[]>();
  const own = new Set<string>();
  for (const { booking: code } of sent.filter(({ kind }) => kind === "waiting_offer")) {
    const booking = await core.records.bookings.get(code);
    const holder = people[(booking && entryOf(booking)) ?? ""] ?? booking?.holder ?? "";
    const chat = Number(holder.slice("telegram:".length));
    offers.set(chat, [...(offers.get(chat) ?? []), code]);
    own.add(`${chat}`);
  }
  let again = 0;
  for (const [index, person] of persons.entries()) {
    const told = person.messages().filter(({ text }) => text.includes("Si è liberato un posto")).length;
    const due = offers.get(index + 1)?.length ?? 0;
    expect(told, `offers told to ${index + 1}`).toBeGreaterThanOrEqual(due);
    again += told - due;
  }
  const heard = group
    .messages()
    .flatMap(({ text }) => /^(🆕|❌)[\s\S]*: (\w{3}-\w{3})/u.exec(text)?.slice(1).join(" ") ?? []);
  const toHear = sent.flatMap(({ kind, booking }) =>
    kind === "office_booked" ? [`🆕 ${booking}`] : kind === "office_cancelled" ? [`❌ ${booking}`] : [],
  );
  expect(
    toHear.filter((one) => !heard.includes(one)),
    "not told in the group",
  ).toEqual([]);
  again += heard.length - toHear.length;
  return { offers: sent.filter(({ kind }) => kind === "waiting_offer").length, group: heard.length, again };
}
