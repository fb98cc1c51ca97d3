import { MODES, type Outcome, type Wish } from "@ricevimenti/core";
import type { Asked } from "./actions.ts";
import { dateOf } from "./grid.ts";
import { entryOf, openOffers, waitingFor } from "./pass-on.ts";
import type { Made } from "./rules.ts";
import type { ListAction } from "./steps.ts";
import type { TownModel } from "./town-model.ts";
import { decline, expectChange, expectJoin, expectProve, expectTake, leave } from "./waiting-list.ts";

type Join = Extract<ListAction, { do: "join" }>;

/** Makes an action of the numbers that were drawn for it. Where there is nothing yet to do it to, somebody joins. */
export function askedOfList(model: TownModel, action: ListAction): Asked {
  switch (action.do) {
    case "join":
      return askedToJoin(model, action);
    case "prove": {
      const entries = waitingFor(model).filter(({ email }) => email !== null);
      const { code = "AAA-AAA" } = entries[action.pick % entries.length] ?? {};
      return {
        what: `prove ${code}`,
        ask: async (core) => withBooking(await core.waiting.prove(code)),
        expect: (at) => expectProve(at, code),
      };
    }
    case "change": {
      // Also who is not on the list any more.
      const { code = "AAA-AAA" } = model.waiting[action.pick % model.waiting.length] ?? {};
      const wish = wishOf(model, action);
      return {
        what: `change ${code} ${JSON.stringify(wish)}`,
        ask: async (core) => withBooking(await core.waiting.change({ code, wish })),
        expect: (at) => expectChange(at, code, wish),
      };
    }
    case "leave": {
      const entries = waitingFor(model);
      const entry = entries[action.pick % entries.length];
      if (!entry) return askedToJoin(model, BY_DEFAULT);
      const { code } = entry;
      const holder = action.stranger ? "telegram:9" : entry.holder;
      return {
        what: `leave ${code} by ${holder}`,
        ask: (core) => silently(core.waiting.leave({ code, holder })),
        expect: (at) => ({ ...NO_MORE, happens: () => leave(at, code, holder) }),
      };
    }
    case "answer":
      return askedToAnswer(model, action);
    default:
      throw new Error(`unknown action ${JSON.stringify(action satisfies never)}`);
  }
}

/** Nothing can be wrong with it, and nothing is said of a booking. */
const NO_MORE = { broken: [], isSilent: true } as const;
const BY_DEFAULT: Join = {
  ...{ do: "join", office: "singolo", service: null, mode: null, holder: "telegram:1", consent: true },
  ...{ email: "mario@example.org", days: null, part: null, ahead: null },
};

function wishOf(model: TownModel, { mode, days, part, ahead }: Extract<ListAction, { mode: unknown }>): Wish {
  return {
    modes: mode === null ? MODES : [mode],
    days,
    ...{ from: null, to: ahead === null ? null : dateOf(model.now, model.town.timezone, ahead) },
    ...{ after: part === "after" ? "10:30" : null, before: part === "before" ? "10:30" : null },
  };
}

function askedToJoin(model: TownModel, action: Join): Asked {
  const { office, service, consent } = action;
  const holder = action.holder;
  const email = holder.startsWith("web:") ? action.email : null;
  const wish = wishOf(model, action);
  const form = email === null ? {} : { form: { name: "Mario Rossi", reason: "Chiarimenti", email, consent } };
  const input = {
    office,
    wish,
    holder,
    locale: "it" as const,
    ...(service !== null && { service }),
    ...form,
  };
  return {
    what: `join ${office} ${service ?? ""} ${JSON.stringify(wish)} by ${holder} ${email ?? ""}`,
    ask: async (core) => withBooking(await core.waiting.join(input)),
    expect: (at) => expectJoin(at, { office, service, wish, holder, email, consent }),
  };
}

function askedToAnswer(model: TownModel, action: Extract<ListAction, { do: "answer" }>): Asked {
  const { pick, says, stranger, swaps } = action;
  // Now and then one that is over.
  const offers = pick % 8 > 0 ? openOffers(model) : model.bookings;
  const offer = offers[pick % offers.length];
  if (!offer) return askedToJoin(model, BY_DEFAULT);
  const { code, office } = offer;
  const entry = entryOf(model, offer);
  const holder = stranger || !entry ? ("telegram:9" as const) : entry.holder;
  if (says === "no") {
    return {
      what: `decline ${code} by ${holder}`,
      ask: (core) => silently(core.waiting.decline({ code, holder })),
      expect: (at) => ({ ...NO_MORE, happens: () => decline(at, code, holder) }),
    };
  }
  const others = model.live().filter((one) => one.office === office && (stranger || one.holder === holder));
  const own = swaps ? others[pick % others.length] : undefined;
  const replacing = own ? { code: own.code, version: own.version } : null;
  return {
    what: `${replacing ? `swap ${replacing.code} for` : "take"} ${code} by ${holder}`,
    ask: (core) => core.waiting.take({ code, holder, ...(replacing && { replacing }) }),
    expect: (at) => expectTake(at, { code, holder, replacing }),
  };
}

const NONE: Made["booking"] = {
  ...{ code: "", desk: 0, state: "held", start: 0, mode: "virtual", version: 0, email: null },
};

function withBooking(outcome: Outcome<Omit<Made, "booking">>): Outcome<Made> {
  return outcome.ok ? { ...outcome, booking: NONE } : outcome;
}

async function silently(done: Promise<void>): Promise<Outcome<Made>> {
  await done;
  return { ok: true, booking: NONE };
}
