import type { Actor, Holder, Outcome, RefusalCode } from "@ricevimenti/core";
import { dateOf, type GridSlot } from "./grid.ts";
import { tellCancelled, tellConfirmed, tellExpired, tellMoved, tellRequested } from "./messages.ts";
import { passOn } from "./pass-on.ts";
import { MINUTE, type ModelBooking, type TownModel, type Visit } from "./town-model.ts";

/** What every answer tells of the booking. */
type Facts = Pick<ModelBooking, "code" | "desk" | "state" | "start" | "mode" | "version" | "email">;
export type Made = {
  readonly booking: Facts;
  readonly already?: boolean;
  /** Where it is about somebody on a waiting list. */
  readonly entry?: { readonly code: string; readonly until: number };
};

/** What the town must answer: yes when no rule is broken, otherwise one of those that are. */
export interface Expected {
  readonly broken: readonly RefusalCode[];
  /** Does it in the model. Throws when the real answer is not the one that follows. */
  readonly happens: (made: Made) => void;
  /** The answer says nothing of the booking. */
  readonly isSilent?: boolean;
}

/** What is wrong with what was answered, or null; when it was yes, the model does it too. */
export function disagreement(
  model: TownModel,
  { broken, happens, isSilent = false }: Expected,
  outcome: Outcome<Made>,
): string | null {
  if (!outcome.ok) {
    const { code } = outcome.refusal;
    return broken.includes(code)
      ? null
      : `refused with ${code}, where ${broken.join(", ") || "nothing"} was wrong`;
  }
  if (broken.length > 0) return `accepted, although ${broken.join(", ")}`;
  try {
    happens(outcome);
    if (!isSilent) expectTold(outcome.booking, model.booking(outcome.booking.code));
    return null;
  } catch (cause) {
    return (cause as Error).message;
  }
}

function expectTold(told: Facts, booking: ModelBooking | undefined): void {
  if (!booking) throw new Error(`told of ${told.code}, which is nobody's`);
  for (const fact of ["desk", "start", "mode", "version", "email"] as const) {
    const real = fact === "email" ? (told.email?.toLowerCase() ?? null) : told[fact];
    mustBe(real, booking[fact], `the ${fact} of ${told.code}`);
  }
}

export interface HoldStep extends Visit {
  readonly holder: Holder;
}

export function expectHold(model: TownModel, step: HoldStep): Expected {
  const { office, service, mode, start, holder } = step;
  const asStaff = holder.startsWith("staff:");
  const same = model
    .heldBy(holder)
    .find(
      (held) =>
        held.office === office && held.start === start && held.mode === mode && held.service === service,
    );
  if (same && !asStaff && isKnown(model, step))
    return { broken: [], happens: ({ booking }) => mustBe(booking.code, same.code, "the same hold") };

  const policy = model.policyOf(office);
  const former = asStaff
    ? []
    : model
        .heldBy(holder)
        .sort((a, b) => a.created - b.created)
        .slice(0, Math.max(0, model.heldBy(holder).length + 1 - policy.max_held));
  const given = model.copy();
  for (const { code } of former)
    Object.assign(given.booking(code) ?? {}, { state: "expired", expires: null });
  const unconfirmed = model
    .live()
    .filter((one) => one.holder === holder && model.stateOf(one) === "pending").length;
  const tooMany = !asStaff && unconfirmed >= policy.max_unconfirmed;
  return {
    broken: [...(tooMany ? (["limit_unconfirmed"] as const) : []), ...broken(given, step, asStaff)],
    happens: ({ booking }) => {
      if (model.booking(booking.code)) throw new Error("the code of another booking");
      for (const held of former) Object.assign(held, { state: "expired", expires: null });
      const slot = slotOf(model, step);
      mustBeFree(model, office, slot, booking.desk);
      model.bookings.push({
        ...step,
        code: booking.code,
        created: model.now,
        end: slot.end,
        desk: booking.desk,
        state: "held",
        expires: model.now + policy.hold_minutes * MINUTE,
        version: 1,
        email: null,
      });
      for (const office of new Set(former.map((held) => held.office))) passOn(model, office);
    },
  };
}

export interface RequestStep {
  readonly code: string;
  readonly holder: Holder;
  readonly email: string;
  readonly consent: boolean;
  readonly verified: boolean;
}

export function expectRequest(model: TownModel, step: RequestStep): Expected {
  const booking = model.booking(step.code);
  if (!booking || booking.holder !== step.holder) return no("hold_expired");
  const state = model.stateOf(booking);
  if (state === "pending" || state === "confirmed")
    return { broken: [], happens: (made) => mustBe(made.booking.state, state, "the request as it was") };
  if (state !== "held") return no("hold_expired");

  const { office, start } = booking;
  const policy = model.policyOf(office);
  const email = step.email.toLowerCase();
  const theirs = model.live().filter((one) => one.email === email);
  const waiting = model
    .live()
    .filter((one) => model.stateOf(one) === "pending")
    .filter(
      (one) => one.email === email || (one.holder === step.holder && !step.holder.startsWith("staff:")),
    );
  const expires = step.verified ? null : Math.min(model.now + policy.confirm_minutes * MINUTE, start);
  const wrong: [RefusalCode, boolean][] = [
    ["form_invalid", !step.consent],
    ["office_unknown", !model.office(office)],
    ["limit_office", theirs.filter((one) => one.office === office).length >= policy.max_live_per_office],
    ["limit_total", theirs.length >= policy.max_live],
    ["limit_unconfirmed", !step.verified && waiting.length >= policy.max_unconfirmed],
    ["slot_past", expires !== null && expires <= model.now],
  ];
  return {
    broken: wrong.filter(([, is]) => is).map(([code]) => code),
    happens: () => {
      Object.assign(booking, { email, expires, state: step.verified ? "confirmed" : "pending" });
      if (step.verified) tellConfirmed(model, booking);
      else tellRequested(model, booking);
    },
  };
}

/** Only one's own hold can be given back; nothing to give back is fine. */
export function expectRelease(
  model: TownModel,
  { code, holder }: Pick<RequestStep, "code" | "holder">,
): Expected {
  return {
    broken: [],
    isSilent: true,
    happens: () => {
      const held = model.booking(code);
      if (held?.holder !== holder || model.stateOf(held) !== "held") return;
      Object.assign(held, { state: "expired", expires: null });
      passOn(model, held.office);
    },
  };
}

export interface ChangeStep {
  readonly code: string;
  readonly version: number | undefined;
  readonly actor: Actor;
}

export function expectConfirm(model: TownModel, { code, version }: ChangeStep): Expected {
  const booking = model.booking(code);
  if (!booking) return no("booking_unknown");
  if (version !== undefined && version !== booking.version) return no("link_outdated");
  const state = model.stateOf(booking);
  if (state === "confirmed")
    return { broken: [], happens: ({ already }) => mustBe(already, true, "confirmed already") };
  if (state === "expired") return no("confirmation_expired");
  if (state !== "pending") return no("wrong_state");
  return {
    broken: [],
    happens: ({ already }) => {
      mustBe(already, false, "confirmed now");
      Object.assign(booking, { state: "confirmed", expires: null });
      tellConfirmed(model, booking);
    },
  };
}

export function expectCancel(model: TownModel, { code, version, actor }: ChangeStep): Expected {
  const booking = model.booking(code);
  if (!booking) return no("booking_unknown");
  const state = model.stateOf(booking);
  if (state === "cancelled")
    return { broken: [], happens: ({ already }) => mustBe(already, true, "cancelled already") };
  const wrong = standing(model, booking, version, actor);
  return {
    broken: wrong,
    happens: ({ already }) => {
      mustBe(already, false, "cancelled now");
      Object.assign(booking, { state: "cancelled", expires: null, version: booking.version + 1 });
      tellCancelled(model, booking, state === "confirmed", actor !== "citizen");
      passOn(model, booking.office);
    },
  };
}

export type MoveStep = ChangeStep & Pick<Visit, "start" | "mode">;

export function expectMove(model: TownModel, { code, version, actor, start, mode }: MoveStep): Expected {
  const booking = model.booking(code);
  if (!booking) return no("booking_unknown");
  const { office, service } = booking;
  const wanted = { office, service, start, mode };
  const wrong = standing(model, booking, version, actor);
  if (booking.start === start && booking.mode === mode) wrong.push("nothing_to_move");
  wrong.push(...broken(model, wanted, actor !== "citizen", code));
  const expires = booking.expires === null ? null : Math.min(booking.expires, start);
  if (expires !== null && expires <= model.now) wrong.push("slot_past");
  return {
    broken: wrong,
    happens: ({ booking: made }) => {
      const { end } = slotOf(model, wanted);
      mustBeFree(model, office, slotOf(model, wanted), made.desk, code);
      Object.assign(booking, { start, end, mode, expires, desk: made.desk, version: booking.version + 1 });
      if (booking.state === "pending") tellRequested(model, booking);
      else tellMoved(model, booking);
      passOn(model, office);
    },
  };
}

/** The sweep: says of what has lapsed that it has. */
export function sweep(model: TownModel): number {
  const lapsed = model.bookings.filter(({ expires }) => expires !== null && expires <= model.now);
  for (const booking of lapsed) {
    Object.assign(booking, { state: "expired", expires: null });
    if (booking.email !== null) tellExpired(model, booking);
  }
  return lapsed.length;
}

/** Why a booking can no longer be changed. */
function standing(
  model: TownModel,
  booking: ModelBooking,
  version: number | undefined,
  actor: Actor,
): RefusalCode[] {
  const over = (actor === "citizen" ? booking.start : booking.end) <= model.now;
  const wrong: [RefusalCode, boolean][] = [
    ["link_outdated", version !== undefined && version !== booking.version],
    ["wrong_state", !["pending", "confirmed"].includes(model.stateOf(booking))],
    ["already_started", over],
  ];
  return wrong.filter(([, is]) => is).map(([code]) => code);
}

/** Every rule of the timetable that a visit breaks. Officials need no lead time, and may take a slot that has begun. */
function broken(model: TownModel, visit: Visit, asStaff: boolean, except?: string): RefusalCode[] {
  const { office, service, start, mode } = visit;
  if (!isKnown(model, visit)) return [model.office(office) ? "service_unknown" : "office_unknown"];
  const { lead_minutes: lead, horizon_days: horizon } = model.policyOf(office);
  const slot = model.grid(office, service).get(start);
  const { timezone } = model.town;
  const wrong: [RefusalCode, boolean][] = [
    ["slot_past", (asStaff ? (slot?.end ?? start) : start + 1) <= model.now],
    ["too_soon", !asStaff && start < model.now + lead * MINUTE],
    ["beyond_horizon", dateOf(start, timezone) > dateOf(model.now, timezone, horizon)],
    ["slot_not_offered", !slot],
    ["mode_not_offered", slot !== undefined && !model.modesOf(office, service, slot).includes(mode)],
    ["slot_taken", slot !== undefined && slot.desks <= model.busyDesks(office, slot, except).size],
  ];
  return wrong.filter(([, is]) => is).map(([code]) => code);
}

function isKnown(model: TownModel, { office, service }: Visit): boolean {
  return (
    model.office(office) !== undefined && (service === null || model.service(office, service) !== undefined)
  );
}

function slotOf(model: TownModel, { office, service, start }: Visit): GridSlot {
  const slot = model.grid(office, service).get(start);
  if (!slot) throw new Error("a time that is not in the timetable");
  return slot;
}

function mustBeFree(model: TownModel, office: string, slot: GridSlot, desk: number, except?: string): void {
  if (desk > slot.desks || model.busyDesks(office, slot, except).has(desk))
    throw new Error(`sold desk ${desk}, which is not free`);
}

function mustBe(real: unknown, wanted: unknown, what: string): void {
  if (real !== wanted) throw new Error(`${what}: ${String(real)} instead of ${String(wanted)}`);
}

function no(code: RefusalCode): Expected {
  return { broken: [code], happens: () => {} };
}
