import type { Actor, Core, Outcome } from "@ricevimenti/core";
import {
  type Expected,
  expectCancel,
  expectConfirm,
  expectHold,
  expectMove,
  expectRelease,
  expectRequest,
  type Made,
} from "./rules.ts";
import { type Action, HOLDERS } from "./steps.ts";
import { CELL, MINUTE, type ModelBooking, type TownModel } from "./town-model.ts";

/** An action as it is asked for: of the real town, and of the model. */
export interface Asked {
  readonly what: string;
  readonly ask: (core: Core) => Promise<Outcome<Made>>;
  readonly expect: (model: TownModel) => Expected;
}

type Hold = Extract<Action, { do: "hold" }>;
type Other = Exclude<Action, Hold>;

/** What each action is mostly done to. */
const SUITS = {
  request: "held",
  release: "held",
  confirm: "pending",
  cancel: "confirmed",
  move: "confirmed",
};
const FORM = { name: "Mario Rossi", reason: "Chiarimenti" };

/** Makes an action of the numbers that were drawn for it. Where there is nothing yet to do it to, a slot is held. */
export function asked(model: TownModel, action: Action): Asked {
  if (action.do === "hold") return askedToHold(model, action);
  const { pick } = action;
  const booking = mostly(SUITS[action.do], model, pick);
  if (booking) return askedOf(model, booking, action);
  const holder = HOLDERS[pick % HOLDERS.length] as Hold["holder"];
  const time = { of: "free", pick } as const;
  return askedToHold(model, { do: "hold", office: "singolo", service: null, mode: "virtual", holder, time });
}

function askedToHold(model: TownModel, action: Hold): Asked {
  const { office, service, mode, holder } = action;
  const start = timeOf(model, action, office, service);
  const actor: Actor = holder.startsWith("staff:") ? "staff:anna" : "citizen";
  const input = { office, start, mode, holder, actor, locale: "it" as const };
  return {
    what: `hold ${office} ${service ?? ""} ${mode} ${new Date(start).toISOString()} by ${holder}`,
    ask: (core) => core.hold(service === null ? input : { ...input, service }),
    expect: (at) => expectHold(at, { office, service, mode, start, holder }),
  };
}

function askedOf(model: TownModel, booking: ModelBooking, action: Other): Asked {
  const { code } = booking;
  switch (action.do) {
    case "request": {
      const holder = action.stranger === 0 ? ("telegram:9" as const) : booking.holder;
      const { email, consent, verified } = action;
      const actor: Actor = verified ? "staff:anna" : "citizen";
      const form = { ...FORM, email, consent };
      return {
        what: `request ${code} by ${holder} for ${email}`,
        ask: (core) => core.request({ code, holder, form, verified, actor }),
        expect: (at) => expectRequest(at, { code, holder, email, consent, verified }),
      };
    }
    case "release": {
      const { holder } = action;
      return {
        what: `release ${code} by ${holder}`,
        ask: async (core) => {
          await core.release({ code, holder });
          return { ok: true, booking };
        },
        expect: (at) => expectRelease(at, { code, holder }),
      };
    }
    case "confirm":
    case "cancel":
    case "move":
      return askedToChange(model, booking, action);
    default:
      throw new Error(`unknown action ${JSON.stringify(action satisfies never)}`);
  }
}

function askedToChange(
  model: TownModel,
  booking: ModelBooking,
  action: Extract<Action, { do: "confirm" | "cancel" | "move" }>,
): Asked {
  const { actor } = action;
  const { code } = booking;
  const version = versionOf(booking, action.version);
  const change = { code, actor, ...(version === undefined ? {} : { version }) };
  const wanted = { code, actor, version };
  const what = `${action.do} ${code} version ${version ?? "any"} by ${actor}`;
  if (action.do === "confirm")
    return { what, ask: (core) => core.confirm(change), expect: (at) => expectConfirm(at, wanted) };
  if (action.do === "cancel")
    return { what, ask: (core) => core.cancel(change), expect: (at) => expectCancel(at, wanted) };
  const { mode } = action;
  const start = timeOf(model, action, booking.office, booking.service);
  return {
    what: `${what} to ${new Date(start).toISOString()} ${mode}`,
    ask: (core) => core.move({ ...change, start, mode }),
    expect: (at) => expectMove(at, { ...wanted, start, mode }),
  };
}

/** A booking in that state; now and then one in any. */
export function mostly(state: string, model: TownModel, pick: number): ModelBooking | undefined {
  // What is offered to somebody can only be answered.
  const all = model.bookings.filter(({ holder }) => !holder.startsWith("waiting:"));
  const fitting = all.filter((booking) => model.stateOf(booking) === state);
  const among = pick % 8 > 0 ? fitting : all;
  return among[pick % among.length];
}

export function versionOf(booking: ModelBooking, which: "present" | "former" | "none"): number | undefined {
  return which === "none" ? undefined : Math.max(1, booking.version - (which === "former" ? 1 : 0));
}

/** How many of the next times are drawn from: few, so that people want the same ones. */
const WANTED = 8;

function timeOf(
  model: TownModel,
  { time: { of, pick }, mode }: Pick<Hold, "time" | "mode">,
  office: string,
  service: string | null,
): number {
  const known = model.service(office, service) ? service : null;
  const grid = [...model.grid(office, known).values()].filter(({ start }) => start > model.now - 30 * MINUTE);
  const times = {
    free: model.slots({ office, service: known, mode }),
    any: grid,
    "another's": model.bookings.filter((booking) => booking.office === office && booking.end > model.now),
    odd: grid,
  }[of];
  // Now and then one of a later day, or beyond what can be booked.
  const among = pick % 10 === 0 ? times : times.slice(0, WANTED);
  const start = among[pick % among.length]?.start ?? model.now + pick * CELL;
  return of === "odd" ? start + ((pick % 3) - 1) * CELL + (pick % 2) : start;
}
