import type { Core, Courier, Outcome } from "@ricevimenti/core";
import { DeliveryError } from "@ricevimenti/core";
import { expect } from "vitest";
import type { TestTown } from "../../../support/town.ts";
import { type Asked, asked, mostly, versionOf } from "./actions.ts";
import { bookingsIn, bookingsOf, expectSame } from "./comparison.ts";
import { deliver, PATIENCE, retryFailed, type TelegramMood } from "./messages.ts";
import { passOnAll } from "./pass-on.ts";
import { disagreement, type Made, sweep } from "./rules.ts";
import { HOLDERS, type Step } from "./steps.ts";
import { takeOver } from "./timetable-change.ts";
import { TIMETABLES } from "./timetables.ts";
import { MINUTE, TownModel } from "./town-model.ts";
import { askedOfList } from "./waiting-actions.ts";

const HOUR = 60 * MINUTE;
/** The timetables are known to the model until a few days later. */
const LONGEST = 6 * 24 * HOUR;

/** A real town and its model, taking the same steps. */
export class Play {
  model: TownModel;
  readonly town: TestTown;
  /** Two processes on one database. */
  readonly cores: readonly [Core, Core];
  /** Keys of what Telegram has been told. */
  readonly said: string[] = [];
  /** How often each action was accepted, and each refusal given. */
  readonly answers: Map<string, number>;
  #mood: TelegramMood = "well";

  constructor(town: TestTown, another: Core, beginning: number, answers: Map<string, number>) {
    this.answers = answers;
    this.town = town;
    this.cores = [town.core, another];
    this.model = new TownModel(beginning, TIMETABLES[0] as (typeof TIMETABLES)[number]);
  }

  async take(step: Step, core: Core): Promise<string> {
    const { model } = this;
    switch (step.do) {
      case "at once":
        return this.#atOnce(step.actions.map((action) => asked(model, action)));
      case "wait":
        return this.#waitUntil(model.now + step.minutes * MINUTE);
      case "wait until": {
        const ends = [
          ...model.waiting.map(({ until }) => until),
          ...model.bookings.flatMap(({ expires, start, end }) => [expires ?? 0, start, end]),
          ...model.outbox.filter(({ state }) => state === "waiting").map(({ next }) => next),
        ].filter((end) => end > model.now);
        const soon = [...new Set(ends)].sort((a, b) => a - b).slice(0, 4);
        return this.#waitUntil((soon[step.pick % soon.length] ?? model.now) + step.beside);
      }
      case "tick":
        return this.#tick(core, step.telegram, step.mood);
      case "retry":
        expect(await core.retryFailed(), "tried again").toBe(retryFailed(model));
        return "retry";
      case "import": {
        const { municipality, offices } = TIMETABLES[step.file] ?? {};
        const file = {
          ...(municipality ? { municipality } : {}),
          offices: (offices ?? []).filter(({ id }) => step.only === null || id === step.only),
        };
        const { prune } = step;
        const dry = await core.importTimetable(file, { prune, dryRun: true, actor: "staff:anna" });
        expect(await core.importTimetable(file, { prune, actor: "staff:anna" }), "import").toEqual(dry);
        model.known = await bookingsOf(core);
        expect(dry, "import").toEqual(takeOver(model, file, prune));
        if (!dry.unchanged) passOnAll(model);
        expect(await core.exportTimetable(), "export").toEqual(model.timetable);
        return `import ${step.file} ${step.only ?? "whole"}${prune ? " prune" : ""}`;
      }
      case "follow":
        return this.#follow(core, step);
      case "enter the room":
        return this.#enterRoom(core, step);
      case "search": {
        const { office, service, mode } = step;
        const from = model.now + step.fromHours * HOUR;
        const to = from + step.hours * HOUR;
        const narrow = { ...(service === null ? {} : { service }), ...(mode === null ? {} : { mode }) };
        const found = await core.listSlots({ office, from, to, ...narrow });
        const known = model.office(office) && (service === null || model.service(office, service));
        const unknown = model.office(office) ? "service_unknown" : "office_unknown";
        const shown = known
          ? model.slots({ office, from: Math.max(from, model.now), to, ...narrow })
          : unknown;
        expect(found.ok ? found.slots : found.refusal.code, "slots searched for").toEqual(shown);
        return `search ${office}`;
      }
      case "join":
      case "prove":
      case "change":
      case "leave":
      case "answer":
        return this.#atOnce([askedOfList(model, step)], core);
      default:
        return this.#atOnce([asked(model, step)], core);
    }
  }

  /** Nothing but what the model says is there. */
  expectSame(core: Core): Promise<void> {
    return expectSame(core, this.model, HOLDERS);
  }

  /** Asks for everything at the same time, of both processes; some order of the actions must explain what came of it. */
  async #atOnce(actions: readonly Asked[], only?: Core): Promise<string> {
    const outcomes = await Promise.all(
      actions.map(({ ask }, index) => ask(only ?? (this.cores[index % 2] as Core))),
    );
    const stories = actions.map((action, index) => ({
      ...action,
      outcome: outcomes[index] as Outcome<Made>,
    }));
    const told = stories.map(({ what, outcome }) => `${what}: ${outcome.ok ? "yes" : outcome.refusal.code}`);
    const known = await bookingsOf(this.cores[0]);
    const real = JSON.stringify(known);
    const complaints: string[] = [];
    for (const order of permutations(stories)) {
      const model = Object.assign(this.model.copy(), { known });
      const complaint = order
        .map(({ expect, outcome }) => disagreement(model, expect(model), outcome))
        .find((one) => one !== null);
      if (complaint === undefined && JSON.stringify(bookingsIn(model)) === real) {
        this.model = model;
        for (const { what, outcome } of stories) this.#count(what, outcome);
        return told.join(" and ");
      }
      complaints.push(complaint ?? "other bookings");
    }
    throw new Error(`${told.join(" and ")}: ${complaints.join("; or ")}`);
  }

  #count(what: string, outcome: Outcome<unknown>): void {
    const answer = outcome.ok ? what.split(" ")[0] : outcome.refusal.code;
    this.answers.set(`${answer}`, (this.answers.get(`${answer}`) ?? 0) + 1);
  }

  #waitUntil(time: number): string {
    const { model, town } = this;
    model.now = Math.min(Math.max(time, model.now), model.beginning + LONGEST);
    town.clock.set(model.now);
    return `it is ${new Date(model.now).toISOString()}`;
  }

  async #tick(core: Core, telegram: boolean, mood: TelegramMood): Promise<string> {
    this.#mood = mood;
    const report = await core.tick(telegram ? [this.#courier] : []);
    this.model.known = await bookingsOf(core);
    const expired = sweep(this.model);
    const offered = passOnAll(this.model);
    const round = deliver(this.model, telegram ? ["mail", "telegram"] : ["mail"], mood);
    expect(report, "the worker's round").toMatchObject({ expired, offered, ...round });
    return `tick ${JSON.stringify(report)}`;
  }

  readonly #courier: Courier = {
    channel: "telegram",
    deliver: ({ message }) => this.#hear(message),
    deliverWaiting: ({ message }) => this.#hear(message),
  };

  async #hear(message: { readonly key: string }): Promise<void> {
    if (this.#mood === "well") this.said.push(message.key);
    else if (this.#mood === "blocked") throw new DeliveryError("telegram: blocked", { permanent: true });
    else throw new DeliveryError("telegram: down", this.#mood === "down" ? {} : { retryAfter: PATIENCE });
  }

  async #follow(core: Core, { pick, version: which, mangled }: Extract<Step, { do: "follow" }>) {
    const booking = mostly("confirmed", this.model, pick);
    if (!booking) return "no link to follow";
    const version = versionOf(booking, which) ?? booking.version;
    const link = core.linksOf({
      ...(await core.records.bookings.get(booking.code)),
      version,
    } as never).manage;
    const token = link.slice(link.lastIndexOf("/") + 1);
    const purpose = mangled === 1 ? "confirm" : "manage";
    const found = await core.follow(
      purpose,
      mangled === 2 ? `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}` : token,
    );
    const state = this.model.stateOf(booking);
    const refusal =
      mangled === 1 || mangled === 2
        ? { code: "link_invalid" }
        : version === booking.version
          ? null
          : { code: "link_outdated", state };
    expect(found.ok ? null : found.refusal, "following a link").toEqual(refusal);
    if (found.ok) expect(found.booking).toMatchObject({ code: booking.code, state });
    return `follow ${booking.code}`;
  }

  async #enterRoom(core: Core, { pick, role }: Extract<Step, { do: "enter the room" }>) {
    const { model } = this;
    const booking = mostly("confirmed", model, pick);
    if (!booking) return "no room to enter";
    const policy = model.policyOf(booking.office);
    const early = role === "citizen" ? policy.room_early_minutes : policy.room_staff_early_minutes;
    const isOpen =
      booking.start - early * MINUTE <= model.now &&
      model.now < booking.end + policy.room_late_minutes * MINUTE;
    const refusals = [
      ...(booking.mode === "virtual" ? [] : ["not_virtual"]),
      ...(model.stateOf(booking) === "confirmed" ? [] : ["wrong_state"]),
      ...(isOpen ? [] : ["room_closed"]),
    ];
    const entered = await core.room({ code: booking.code, role });
    if (entered.ok) expect(refusals, "let into the room").toEqual([]);
    else expect(refusals, "kept out of the room").toContain(entered.refusal.code);
    return `enter the room of ${booking.code}`;
  }
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
}
