import type { Booking, Municipality, Office } from "@ricevimenti/core";
import { compilePlan, type OpeningPlan } from "../../packages/core/src/domain/opening-plan.ts";
import { DAY, type Instant, MINUTE } from "../../packages/core/src/domain/slot.ts";
import { freeSlots } from "../../packages/core/src/domain/slots.ts";
import { historyOf } from "./booking-stories.ts";

/** Which town, how large, and as seen when. */
export interface TownSize {
  readonly municipality: Municipality;
  readonly offices: readonly Office[];
  /** Exactly so many, over as many years as it takes to sell them. */
  readonly bookings: number;
  /** When the last of them begins, at the latest. */
  readonly until: Instant;
  /** What begins later than now is confirmed; what is earlier has come to its end. */
  readonly now: Instant;
  /** How many of the times that the offices offer are asked for, of 1. */
  readonly busy?: number;
  /** The same number, the same town. */
  readonly seed?: number;
}

const HOUR = 60 * MINUTE;
/** Days made at a time: of however many years, no more is in memory. */
const WINDOW = 28 * DAY;
/** Appointments of one person, on average. */
const RETURNING = 3;
const NOTHING = { cells: [], desks: [] };
const GRID = { lead_minutes: 0, horizon_days: 400 };

/** Invented bookings of a span of time, the earliest first. */
export interface Window {
  readonly from: Instant;
  readonly to: Instant;
  readonly bookings: readonly Booking[];
}

/**
 * A town's bookings as they would have come: on the times of its own timetable, holidays left out, most of them kept,
 * some cancelled or never confirmed, by people of whom many come again. The earliest first, so that rows lie in the
 * order in which a town would have written them.
 */
export function* inventedBookings(size: TownSize): Generator<Window> {
  const plans = size.offices.map((office) => ({ office, plan: compilePlan(office, size.municipality) }));
  let left = size.bookings;
  const spans: { readonly from: Instant; readonly to: Instant; readonly skip: number }[] = [];
  for (let to = size.until; left > 0; to -= WINDOW) {
    const span = { from: to - WINDOW, to };
    const found = choices(size, plans, span).length;
    spans.push({ ...span, skip: Math.max(0, found - left) });
    left -= found;
    if (spans.length > 5_000) throw new Error("these offices sell nothing");
  }
  let number = 0;
  for (const { from, to, skip } of spans.reverse()) {
    const chosen = choices(size, plans, { from, to }).slice(skip);
    yield { from, to, bookings: chosen.map((choice) => bookingOf(choice, number++, size)) };
  }
}

interface Choice {
  readonly office: Office;
  readonly start: Instant;
  readonly end: Instant;
  readonly desk: number;
  readonly modes: readonly Booking["mode"][];
  /** Chance, in [0, 1). */
  readonly dice: number;
}

/** Which times of a span somebody took: the same ones each time they are asked for. */
function choices(
  { busy = 0.75, seed = 1 }: TownSize,
  plans: readonly { readonly office: Office; readonly plan: OpeningPlan }[],
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Choice[] {
  const chance = chanceOf(seed, Math.floor(from / DAY));
  const chosen: Choice[] = [];
  for (const { office, plan } of plans) {
    // Hours that open for booking only shortly before, and those within the lead time, were sold all the same.
    for (const { start, end, modes, free } of freeSlots(
      plan,
      { from, to, now: from, policy: GRID, asStaff: true },
      NOTHING,
    ))
      for (let desk = 1; start >= from && desk <= free; desk++)
        if (chance() < busy) chosen.push({ office, start, end, desk, modes, dice: chance() });
  }
  return chosen.sort((one, other) => one.start - other.start);
}

/** What became of a booking that is over, and of how many in a hundred. */
const OUTCOMES = [
  ["attended", 0.82],
  ["no_show", 0.88],
  ["cancelled", 0.96],
  ["expired", 1],
] as const;

function bookingOf(
  { office, start, end, desk, modes, dice }: Choice,
  number: number,
  size: TownSize,
): Booking {
  const person = (number * 48_271 + 7) % Math.max(1, Math.ceil(size.bookings / RETURNING));
  const first = FIRST_NAMES[person % FIRST_NAMES.length] ?? "";
  const last = LAST_NAMES[Math.floor(person / FIRST_NAMES.length) % LAST_NAMES.length] ?? "";
  const created = Math.min(
    start - (1 + Math.floor(dice * 20)) * DAY + Math.floor(dice * 9 * HOUR),
    size.now - HOUR,
  );
  const service = office.services?.[number % office.services.length];
  const allowed = modes.filter((mode) => service?.modes?.includes(mode) ?? true);
  const state =
    start > size.now
      ? "confirmed"
      : (OUTCOMES.find(([, below]) => (dice * 97) % 1 < below)?.[0] ?? "attended");
  const booking: Booking = {
    code: codeOf(number, size.seed ?? 1),
    office: office.id,
    service: service?.id ?? null,
    mode: allowed[number % Math.max(1, allowed.length)] ?? modes[0] ?? "in_person",
    start,
    end,
    desk,
    state,
    expires: null,
    version: state === "cancelled" ? 2 : 1,
    holder: `web:invented-${person}`,
    locale: "it",
    name: `${first} ${last}`,
    email: `${first}.${last}.${person}@example.org`.toLowerCase().replaceAll(/[' ]/g, ""),
    reason: service?.name ?? REASONS[number % REASONS.length] ?? "",
    consent: { version: "1", at: created },
    created,
    updated: created,
  };
  return { ...booking, updated: historyOf(booking).at(-1)?.at ?? created };
}

const LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ";
const CODES = LETTERS.length ** 6;

/** Another code for every number: counted by a step that shares no factor with how many there are. */
function codeOf(number: number, seed: number): string {
  let rest = (number * 104_729 + seed * 15_485_863) % CODES;
  let code = "";
  for (let place = 0; place < 6; place++) {
    code += LETTERS.charAt(rest % LETTERS.length);
    rest = Math.floor(rest / LETTERS.length);
  }
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/** Numbers in [0, 1) that look like chance and are the same for the same seed and day (a 32-bit xorshift). */
function chanceOf(seed: number, day: number): () => number {
  let state = (seed * 2_654_435_761 + day * 40_503) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  // Seeds that are close to each other are so for a few steps.
  for (let step = 0; step < 8; step++) next();
  return next;
}

const FIRST_NAMES =
  "Mario Giulia Antonio Maria Francesco Anna Salvatore Rita Paolo Elena Giovanni Lucia Gavino Grazia Efisio Sara".split(
    " ",
  );
const LAST_NAMES =
  "Rossi Sanna Piras Melis Serra Carta Deledda Manca Lai Pinna Murgia Loi Puddu Usai Porcu Fadda Cossu Dessì".split(
    " ",
  );
const REASONS = [
  "Chiarimenti su un avviso ricevuto",
  "Presentazione di una domanda",
  "Informazioni su una pratica in corso",
  "Ritiro di un documento",
];
