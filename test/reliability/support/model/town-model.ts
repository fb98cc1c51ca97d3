import {
  type BookingState,
  DEFAULT_POLICY,
  type Holder,
  type Mode,
  type Office,
  type Policy,
  type Service,
  type Slot,
  type TimetableFile,
  type WhyUnfit,
} from "@ricevimenti/core";
import { cellsOf, dateOf, type GridSlot, gridOf } from "./grid.ts";
import type { ModelMessage } from "./messages.ts";
import type { ModelEntry } from "./pass-on.ts";

export const CELL = 300_000;
export const MINUTE = 60_000;

export interface ModelBooking {
  readonly code: string;
  readonly office: string;
  readonly service: string | null;
  readonly holder: Holder;
  readonly created: number;
  mode: Mode;
  start: number;
  end: number;
  desk: number;
  /** As last written; {@link TownModel.stateOf} tells what it is by the clock. */
  state: BookingState;
  expires: number | null;
  version: number;
  /** In small letters: how addresses are compared. */
  email: string | null;
}

export interface Visit {
  readonly office: string;
  readonly service: string | null;
  readonly mode: Mode;
  readonly start: number;
}

/** The town as DESIGN.md describes it, in lists that are searched from end to end: slow, small, and nothing of the code it checks. */
export class TownModel {
  readonly beginning: number;
  now: number;
  timetable: TimetableFile;
  /** Offices that have been taken away, as they last were. */
  former: readonly Office[] = [];
  bookings: ModelBooking[] = [];
  outbox: ModelMessage[] = [];
  /** Who waits for a time, in their order, also those whose time of waiting is over. */
  waiting: ModelEntry[] = [];
  /** The real bookings by now, for what nobody is told: the codes and desks of times that were offered. */
  known: readonly (Pick<ModelBooking, "code" | "desk" | "start"> & { readonly holder: Holder | null })[] = [];

  constructor(beginning: number, timetable: TimetableFile) {
    this.beginning = beginning;
    this.now = beginning;
    this.timetable = timetable;
  }

  /** Another that goes its own way. */
  copy(): TownModel {
    const copy = new TownModel(this.beginning, this.timetable);
    copy.now = this.now;
    copy.former = this.former;
    copy.bookings = this.bookings.map((booking) => ({ ...booking }));
    copy.outbox = this.outbox.map((message) => ({ ...message }));
    copy.waiting = this.waiting.map((entry) => ({ ...entry }));
    copy.known = this.known;
    return copy;
  }

  get town() {
    if (!this.timetable.municipality) throw new Error("a timetable of the model names its town");
    return this.timetable.municipality;
  }

  office(id: string): Office | undefined {
    return this.timetable.offices.find((office) => office.id === id);
  }

  service(office: string, id: string | null): Service | undefined {
    return this.office(office)?.services?.find((service) => service.id === id);
  }

  /** The bookings of an office that is no longer there go by the rules it last had. */
  policyOf(id: string): Policy {
    const office = this.office(id) ?? this.former.findLast((one) => one.id === id);
    return { ...DEFAULT_POLICY, ...this.town.policy, ...office?.policy };
  }

  booking(code: string): ModelBooking | undefined {
    return this.bookings.find((booking) => booking.code === code);
  }

  stateOf({ state, expires }: ModelBooking): BookingState {
    return expires !== null && expires <= this.now ? "expired" : state;
  }

  /** Bookings that take a citizen's and an office's time: asked for or sure, and not over. */
  live(): ModelBooking[] {
    return this.bookings.filter(
      (booking) => ["pending", "confirmed"].includes(this.stateOf(booking)) && booking.end > this.now,
    );
  }

  heldBy(holder: Holder): ModelBooking[] {
    return this.bookings.filter((booking) => booking.holder === holder && this.stateOf(booking) === "held");
  }

  /** Every desk's five minutes that are taken, as `cell/desk`, in order. */
  claims(office: string, except?: string): string[] {
    const cells: [number, number][] = [];
    for (const booking of this.bookings) {
      if (booking.office !== office || booking.code === except) continue;
      if (!["held", "pending", "confirmed"].includes(this.stateOf(booking))) continue;
      for (let cell = booking.start / CELL; cell < booking.end / CELL; cell++)
        cells.push([cell, booking.desk]);
    }
    return cells.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map((claim) => claim.join("/"));
  }

  /** Desks that somebody has at some time of a slot. */
  busyDesks(office: string, slot: Pick<GridSlot, "start" | "end">, except?: string): Set<number> {
    const busy = this.bookings.filter(
      (booking) =>
        booking.office === office &&
        booking.code !== except &&
        ["held", "pending", "confirmed"].includes(this.stateOf(booking)) &&
        booking.start < slot.end &&
        slot.start < booking.end,
    );
    return new Set(busy.map(({ desk }) => desk));
  }

  grid(office: string, service: string | null): ReadonlyMap<number, GridSlot> {
    const definition = this.office(office);
    if (!definition) return new Map();
    return gridOf(definition, this.town, this.beginning, this.service(office, service)?.minutes);
  }

  modesOf(office: string, service: string | null, slot: GridSlot): Mode[] {
    const competent = this.service(office, service)?.modes;
    return slot.modes.filter((mode) => !competent || competent.includes(mode));
  }

  /** What a citizen is shown. */
  slots(query: { office: string; service?: string | null; mode?: Mode; from?: number; to?: number }): Slot[] {
    const { office, service = null, mode, from = 0, to = Number.MAX_VALUE } = query;
    const { lead_minutes: lead, horizon_days: horizon } = this.policyOf(office);
    const lastDate = dateOf(this.now, this.town.timezone, horizon);
    const shown: Slot[] = [];
    for (const slot of this.grid(office, service).values()) {
      const { start, end } = slot;
      if (start < Math.max(from, this.now + lead * MINUTE) || start >= to || slot.date > lastDate) continue;
      const modes = this.modesOf(office, service, slot);
      const free = slot.desks - this.busyDesks(office, slot).size;
      if (free > 0 && (mode ? modes.includes(mode) : modes.length > 0))
        shown.push({ office, start, end, modes, free });
    }
    return shown;
  }

  isOpen(office: string): boolean {
    const definition = this.office(office);
    const cell = Math.floor(this.now / CELL) * CELL;
    return definition !== undefined && cellsOf(definition, this.town, this.beginning).has(cell);
  }

  /** What speaks against a visit agreed on, by its office, its service, and the hours of its mode with its desk manned. */
  whyUnfit({ office, service, start, end, mode, desk }: ModelBooking): WhyUnfit | null {
    const definition = this.office(office);
    if (!definition) return "office_removed";
    const about = service === null ? undefined : this.service(office, service);
    if (service !== null && !about) return "service_removed";
    if (about?.modes?.includes(mode) === false) return "mode_not_offered";
    if ((about?.minutes ?? 0) * 60_000 > end - start) return "service_longer";
    const cells = cellsOf(definition, this.town, this.beginning);
    for (let at = start; at < end; at += CELL) {
      const cell = cells.get(at);
      if (!cell?.modes.includes(mode) || cell.desks < desk) return "outside_hours";
    }
    return null;
  }
}
