import {
  BOOKING_STATES,
  type Booking,
  type Core,
  type Holder,
  type OutboxEntry,
  type WaitingEntry,
} from "@ricevimenti/core";
import { expect } from "vitest";
import { waitingFor } from "./pass-on.ts";
import { OFFICES } from "./timetables.ts";
import { CELL, type ModelBooking, type TownModel } from "./town-model.ts";

const EVER = { from: 0, to: 8_640_000_000_000_000 };

/** Everything that can be asked of the town, beside what the model says. */
export async function expectSame(core: Core, model: TownModel, holders: readonly Holder[]): Promise<void> {
  same("bookings", await bookingsOf(core), bookingsIn(model));
  for (const holder of holders) {
    const theirs = (await core.bookingsOf(holder)).map(({ code }) => code);
    const live = inOrder(model.live().filter((booking) => booking.holder === holder));
    same(
      `live bookings of ${holder}`,
      theirs,
      live.map(({ code }) => code),
    );
  }
  for (const holder of holders) {
    const theirs = (await core.waiting.of({ holder })).map(waitOf);
    same(
      `what ${holder} waits for`,
      theirs,
      waitingFor(model)
        .filter((one) => one.holder === holder)
        .map(waitOf),
    );
  }
  for (const office of OFFICES) {
    const order = (await core.records.waiting.inOrder(office, model.now)).map(({ code }) => code);
    const proven = waitingFor(model, office).filter((one) => one.proven);
    same(
      `the order at ${office}`,
      order,
      proven.map(({ code }) => code),
    );
    const { cells, desks } = await core.records.claims.taken(office, 0, EVER.to / CELL, model.now);
    const claims = cells.map((cell, index) => `${cell}/${desks[index]}`);
    same(`claims of ${office}`, claims, model.claims(office));
    const listed = await core.listSlots({ office });
    const shown = model.office(office) ? model.slots({ office }) : "office_unknown";
    same(`free slots of ${office}`, listed.ok ? listed.slots : listed.refusal.code, shown);
  }
  const offices = (await core.listOffices()).map(({ office, openNow, next }) => [office.id, openNow, next]);
  const summaries = model.timetable.offices.map(({ id }) => [
    id,
    model.isOpen(id),
    model.slots({ office: id })[0] ?? null,
  ]);
  same("offices", offices, summaries);
  const outbox = (await core.records.outbox.find({})).map(messageOf);
  same("messages", outbox.sort(byKey), model.outbox.map(messageOf).sort(byKey));
}

function waitOf({
  code,
  office,
  service,
  wish,
  proven,
  asked,
  until,
}: Pick<WaitingEntry, "code" | "office" | "service" | "wish" | "proven" | "asked" | "until">) {
  return [
    code,
    office,
    service,
    wish.modes,
    wish.days,
    wish.to,
    wish.after,
    wish.before,
    proven,
    asked,
    until,
  ];
}

function messageOf({
  key,
  due,
  until,
  state,
  attempts,
  next,
}: Pick<OutboxEntry, "key" | "due" | "until" | "state" | "attempts" | "next">) {
  return [key, due, until, state, attempts, state === "waiting" ? next : null] as const;
}

/** The text of both is compared first: that is quick, and nearly always all. */
function same(what: string, real: unknown, wanted: unknown): void {
  if (JSON.stringify(real) !== JSON.stringify(wanted)) expect(real, what).toEqual(wanted);
}

/** Every booking there has ever been, as it stands by the clock. */
export async function bookingsOf(core: Core) {
  return (await core.agenda({ ...EVER, states: BOOKING_STATES })).map(factsOf);
}

export function bookingsIn(model: TownModel) {
  return inOrder(model.bookings).map((one) => wantedOf(model, one));
}

function factsOf(booking: Booking) {
  const { code, office, service, holder, created, mode, start, end, desk, state, version } = booking;
  const email = booking.email?.toLowerCase() ?? null;
  const expires = state === "held" || state === "pending" ? booking.expires : null;
  return { code, office, service, holder, created, mode, start, end, desk, state, version, email, expires };
}

function wantedOf(model: TownModel, booking: ModelBooking): ReturnType<typeof factsOf> {
  return factsOf({ ...booking, state: model.stateOf(booking) } as Booking);
}

function inOrder(bookings: readonly ModelBooking[]): ModelBooking[] {
  return bookings.toSorted((a, b) => a.start - b.start || a.desk - b.desk || (a.code < b.code ? -1 : 1));
}

function byKey(a: readonly [string, ...unknown[]], b: readonly [string, ...unknown[]]): number {
  return a[0] < b[0] ? -1 : 1;
}
