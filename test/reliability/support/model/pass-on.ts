import type { Holder, Mode, Wish } from "@ricevimenti/core";
import { DateTime } from "luxon";
import { dateOf, type GridSlot } from "./grid.ts";
import { MINUTE, type ModelBooking, type TownModel } from "./town-model.ts";

/** Somebody on a list; their place is that in {@link TownModel.waiting}. */
export interface ModelEntry {
  readonly code: string;
  readonly office: string;
  service: string | null;
  wish: Wish;
  holder: Holder;
  /** As it was written; null for a chat. */
  email: string | null;
  proven: boolean;
  asked: number;
  until: number;
}

/** Those who are still waiting, of one office or of all. */
export function waitingFor(model: TownModel, office?: string): ModelEntry[] {
  return model.waiting.filter((one) => one.until > model.now && (!office || one.office === office));
}

export function offersTo(model: TownModel, { code }: Pick<ModelEntry, "code">): ModelBooking[] {
  return model.bookings.filter(({ holder }) => holder === `waiting:${code}`);
}

/** Times that are on offer at this moment. */
export function openOffers(model: TownModel): ModelBooking[] {
  return model.bookings.filter((one) => one.holder.startsWith("waiting:") && model.stateOf(one) === "held");
}

export function entryOf(model: TownModel, offer: ModelBooking): ModelEntry | undefined {
  return model.waiting.find(({ code }) => offer.holder === `waiting:${code}`);
}

/** Offers what is free to who waits for it, one time to each, until nobody is left. Returns how many offers it made. */
export function passOn(model: TownModel, office: string): number {
  let count = 0;
  for (; ; count++) {
    const next = nextOffer(model, office);
    if (!next) return count;
    const { entry, slot, mode } = next;
    const holder = `waiting:${entry.code}` as const;
    // Which code and desk chance drew can only be read.
    const real = model.known.find(
      (one) => one.holder === holder && one.start === slot.start && !model.booking(one.code),
    );
    if (!real) throw new Error(`${new Date(slot.start).toISOString()} was not offered to ${entry.code}`);
    if (real.desk > slot.desks || model.busyDesks(office, slot).has(real.desk))
      throw new Error(`offered desk ${real.desk}, which is not free`);
    const expires = Math.min(model.now + model.policyOf(office).waiting_minutes * MINUTE, slot.start);
    const { code, desk } = real;
    const { service } = entry;
    model.bookings.push({
      ...{ code, desk, office, service, holder, mode, expires },
      ...{ start: slot.start, end: slot.end, created: model.now, state: "held", version: 1, email: null },
    });
    const channel = entry.email === null ? "telegram" : "mail";
    model.outbox.push({
      ...{ key: `${code}.1.waiting_offer.${channel}`, code, version: 1, kind: "waiting_offer", channel },
      ...{ due: model.now, until: expires, state: "waiting", attempts: 0, next: model.now },
    });
  }
}

/** The worker's round: every office that is waited for. */
export function passOnAll(model: TownModel): number {
  const offices = new Set(waitingFor(model).flatMap(({ proven, office }) => (proven ? [office] : [])));
  return [...offices].sort().reduce((count, office) => count + passOn(model, office), 0);
}

function nextOffer(model: TownModel, office: string) {
  if (!model.office(office)) return null;
  const { timezone } = model.town;
  const today = dateOf(model.now, timezone);
  for (const entry of waitingFor(model, office)) {
    const { proven, service, wish, holder, email } = entry;
    if (!proven || (service !== null && !model.service(office, service))) continue;
    const offers = offersTo(model, entry);
    if (offers.some((offer) => model.stateOf(offer) === "held")) continue;
    const ofToday = offers.filter(({ created }) => dateOf(created, timezone) === today);
    if (ofToday.length >= model.policyOf(office).waiting_offers) continue;
    const own = model
      .live()
      .filter((one) => one.office === office)
      .filter((one) => one.holder === holder || (email !== null && one.email === email.toLowerCase()))
      .map(({ start }) => start);
    for (const { start } of model.slots({ office, service })) {
      const slot = model.grid(office, service).get(start) as GridSlot;
      const mode = modeWished(wish, start, model.modesOf(office, service, slot), timezone);
      if (!mode || start >= Math.min(...own) || offers.some((offer) => offer.start === start)) continue;
      return { entry, slot, mode };
    }
  }
  return null;
}

function modeWished(wish: Wish, start: number, modes: readonly Mode[], zone: string): Mode | undefined {
  const local = DateTime.fromMillis(start, { zone, locale: "en" });
  const [day, date, time] = [
    local.toFormat("ccc").toLowerCase(),
    local.toFormat("yyyy-MM-dd"),
    local.toFormat("HH:mm"),
  ];
  const isWished =
    (wish.days === null || wish.days.some((one) => one === day)) &&
    (wish.from ?? "") <= date &&
    date <= (wish.to ?? "9999") &&
    (wish.after ?? "") <= time &&
    time < (wish.before ?? "99");
  return isWished ? wish.modes.find((mode) => modes.includes(mode)) : undefined;
}

export function giveBack(model: TownModel, booking: ModelBooking): void {
  if (model.stateOf(booking) === "held") Object.assign(booking, { state: "expired", expires: null });
}
