import type { Holder, Mode, Wish } from "@ricevimenti/core";
import { DateTime } from "luxon";
import { tellConfirmed } from "./messages.ts";
import { entryOf, giveBack, type ModelEntry, offersTo, openOffers, passOn, waitingFor } from "./pass-on.ts";
import { type ChangeStep, type Expected, expectMove } from "./rules.ts";
import { MINUTE, type ModelBooking, type TownModel } from "./town-model.ts";

const DAY = 24 * 60 * MINUTE;

export interface JoinStep extends Pick<ModelEntry, "office" | "service" | "wish" | "holder" | "email"> {
  readonly consent: boolean;
}

export function expectJoin(model: TownModel, step: JoinStep): Expected {
  const { office, service, wish, holder, email } = step;
  const person = email === null ? holder : email.toLowerCase();
  const known = waitingFor(model, office).find(
    (one) => (one.email === null ? one.holder : one.email.toLowerCase()) === person,
  );
  if (!model.office(office)) return { broken: ["office_unknown"], happens: () => {} };
  if (service !== null && !model.service(office, service))
    return { broken: ["service_unknown"], happens: () => {} };
  if (email !== null && !step.consent) return { broken: ["form_invalid"], happens: () => {} };
  const asked = (known?.asked ?? 0) + (email === null ? 0 : 1);
  const tooOften = asked > model.policyOf(office).max_resends + 1;
  return {
    broken: tooOften ? ["resend_limit"] : [],
    isSilent: true,
    happens: ({ entry: told, already }) => {
      const { code = "", until = 0 } = told ?? {};
      if (known?.email != null && known.proven) {
        mustBe([code, until, already], [known.code, known.until, true], "who waits already");
        known.asked = asked;
        tellOf(model, known);
        return;
      }
      const fresh = { office, service, wish, holder, email, proven: email === null, asked };
      const entry: ModelEntry = { ...fresh, code, until: forgottenAt(model, fresh) };
      mustBe([until, already], [entry.until, known !== undefined], "until when, and whether they waited");
      if (known) {
        mustBe(code, known.code, "the code");
        Object.assign(known, entry);
      } else model.waiting.push(entry);
      if (email === null) passOn(model, office);
      else tellOf(model, entry);
    },
  };
}

/** The mail that asks for the proof, or says that they wait already. */
function tellOf(model: TownModel, { code, asked, until }: ModelEntry): void {
  model.outbox.push({
    ...{ key: `${code}.${asked}.waiting_proof.mail`, code, version: asked, kind: "waiting_proof" },
    ...{ channel: "mail", due: model.now, until, state: "waiting", attempts: 0, next: model.now },
  });
}

export function expectProve(model: TownModel, code: string): Expected {
  const entry = waitingFor(model).find((one) => one.code === code);
  if (!entry) return { broken: ["link_invalid"], happens: () => {} };
  const { office, service, proven } = entry;
  const isSilent = true;
  if (proven)
    return { broken: [], isSilent, happens: ({ already }) => mustBe(already, true, "proven already") };
  if (!model.office(office)) return { broken: ["office_unknown"], happens: () => {} };
  if (service !== null && !model.service(office, service))
    return { broken: ["service_unknown"], happens: () => {} };
  return {
    ...{ broken: [], isSilent },
    happens: ({ already }) => {
      mustBe(already, false, "proven now");
      Object.assign(entry, { proven: true, until: forgottenAt(model, { ...entry, proven: true }) });
      passOn(model, office);
    },
  };
}

export function expectChange(model: TownModel, code: string, wish: Wish): Expected {
  const entry = waitingFor(model).find((one) => one.code === code);
  const no = (why: Expected["broken"][number]): Expected => ({ broken: [why], happens: () => {} });
  if (!entry) return no("link_outdated");
  const { office, service, proven } = entry;
  if (!proven) return no("wrong_state");
  if (!model.office(office)) return no("office_unknown");
  if (service !== null && !model.service(office, service)) return no("service_unknown");
  return {
    ...{ broken: [], isSilent: true },
    happens: ({ entry: told }) => {
      Object.assign(entry, { wish, until: forgottenAt(model, { ...entry, wish }) });
      mustBe([told?.code, told?.until], [code, entry.until], "whose wish it is, and until when");
      passOn(model, office);
    },
  };
}

/** Who is no longer there, or is another's, is left alone. */
export function leave(model: TownModel, code: string, holder: Holder): void {
  const entry = model.waiting.find((one) => one.code === code);
  if (!entry || entry.holder !== holder) return;
  model.waiting = model.waiting.filter((one) => one !== entry);
  for (const offer of offersTo(model, entry)) giveBack(model, offer);
  passOn(model, entry.office);
}

export function decline(model: TownModel, code: string, holder: Holder): void {
  const offer = openOffers(model).find((one) => one.code === code);
  if (!offer || entryOf(model, offer)?.holder !== holder) return;
  giveBack(model, offer);
  passOn(model, offer.office);
}

export interface TakeStep {
  readonly code: string;
  readonly holder: Holder;
  readonly replacing: { readonly code: string; readonly version: number } | null;
}

export function expectTake(model: TownModel, { code, holder, replacing }: TakeStep): Expected {
  const offer = openOffers(model).find((one) => one.code === code);
  const entry = offer && entryOf(model, offer);
  const no = (why: Expected["broken"][number]): Expected => ({ broken: [why], happens: () => {} });
  if (!offer || entry?.holder !== holder) return no("hold_expired");
  const { office } = offer;
  if (!model.office(office)) return no("office_unknown");
  const policy = model.policyOf(office);
  const gone = (at: TownModel) => {
    at.waiting = at.waiting.filter((one) => one.code !== entry.code);
  };
  const email = entry.email?.toLowerCase() ?? null;
  if (replacing) return expectSwap(model, { offer, entry, gone, replacing });
  if (email !== null) {
    const theirs = model.live().filter((one) => one.email === email);
    const broken: Expected["broken"][number][] = [];
    if (theirs.filter((one) => one.office === office).length >= policy.max_live_per_office)
      broken.push("limit_office");
    if (theirs.length >= policy.max_live) broken.push("limit_total");
    return {
      broken,
      happens: () => {
        gone(model);
        Object.assign(offer, { holder, email, state: "confirmed", expires: null });
        tellConfirmed(model, offer);
      },
    };
  }
  return {
    broken: [],
    happens: () => {
      gone(model);
      const given = model.heldBy(holder).sort((a, b) => a.created - b.created);
      for (const former of given) giveBack(model, former);
      Object.assign(offer, { holder, expires: model.now + policy.hold_minutes * MINUTE });
      for (const place of new Set(given.map((former) => former.office))) passOn(model, place);
    },
  };
}

function expectSwap(
  model: TownModel,
  {
    offer,
    entry: { holder, email },
    gone,
    replacing,
  }: {
    readonly offer: ModelBooking;
    readonly entry: ModelEntry;
    readonly gone: (at: TownModel) => void;
    readonly replacing: { readonly code: string; readonly version: number };
  },
): Expected {
  const own = model.booking(replacing.code);
  const isTheirs = email === null ? own?.holder === holder : own?.email === email.toLowerCase();
  if (!own || !isTheirs) return { broken: ["booking_unknown"], happens: () => {} };
  const { start, mode } = offer;
  const isLater = own.office === offer.office && own.service === offer.service && own.start > start;
  if (!isLater) return { broken: ["nothing_to_move"], happens: () => {} };
  const step: ChangeStep & { readonly start: number; readonly mode: Mode } = {
    ...{ code: replacing.code, version: replacing.version, actor: "citizen", start, mode },
  };
  const free = model.copy();
  giveBack(free, free.booking(offer.code) as ModelBooking);
  return {
    broken: expectMove(free, step).broken,
    happens: (made) => {
      gone(model);
      giveBack(model, offer);
      expectMove(model, step).happens(made);
    },
  };
}

function forgottenAt(model: TownModel, entry: Pick<ModelEntry, "office" | "wish" | "proven">): number {
  const policy = model.policyOf(entry.office);
  if (!entry.proven) return model.now + policy.confirm_minutes * MINUTE;
  const latest = model.now + policy.horizon_days * DAY;
  const { to } = entry.wish;
  if (to === null) return latest;
  const over = DateTime.fromISO(to, { zone: model.town.timezone }).plus({ days: 1 }).startOf("day");
  return Math.min(latest, over.toMillis());
}

function mustBe(real: unknown, wanted: unknown, what: string): void {
  if (JSON.stringify(real) !== JSON.stringify(wanted))
    throw new Error(`${what}: ${JSON.stringify(real)} instead of ${JSON.stringify(wanted)}`);
}
