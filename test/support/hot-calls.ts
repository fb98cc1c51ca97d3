import type { Core } from "@ricevimenti/core";
import type { Engine } from "../../packages/core/src/adapters/sql/connection.ts";
import { dollar, flatten } from "../../packages/core/src/adapters/sql/sql.ts";
import { sqlStore } from "../../packages/core/src/adapters/sql/store.ts";
import { createCore } from "../../packages/core/src/create-core.ts";
import { DAY } from "../../packages/core/src/domain/slot.ts";
import { deriveWith } from "../../packages/core/src/domain/token.ts";
import { loadConfig } from "../../packages/core/src/load-config.ts";
import { engineOf } from "../../packages/core/src/open-core.ts";
import { PlanCache } from "../../packages/core/src/use-cases/town.ts";
import { seededRandom } from "./clock.ts";
import { SILENT } from "./log.ts";
import { type Plan, plansOf, type Question, watched, wholeWalks } from "./query-plans.ts";
import { accepted, type TestTown } from "./town.ts";

/** Something that is asked of a town all day long. */
export interface HotCall {
  readonly what: string;
  readonly call: (core: Core, office: string, town: TestTown) => Promise<unknown>;
  /** Indexes that must answer it, however many bookings there have been. */
  readonly indexes: readonly RegExp[];
  /** A walk that ends after a given number of rows, where no index is needed to begin it. */
  readonly bounded?: RegExp;
}

const CITIZEN = {
  name: "Mario Rossi",
  email: "mario.rossi@example.org",
  reason: "Chiarimenti",
  consent: true,
};

/** In this order: the later ones work on what the earlier have left. */
export const HOT_CALLS: readonly HotCall[] = [
  { what: "the home page", call: (core) => core.listOffices(), indexes: [/claims key/] },
  { what: "slots", call: (core, office) => core.listSlots({ office }), indexes: [/claims key/] },
  {
    what: "hold, request and confirm",
    call: async (core, office) => {
      const code = await requested(core, office, "web:hot-1", CITIZEN.email);
      accepted(await core.confirm({ code, actor: "citizen" }));
    },
    indexes: [/bookings key/, /bookings_by_holder/, /bookings_by_email/, /claims key/],
  },
  {
    what: "a second hold, which gives the first back",
    call: async (core, office) => {
      await held(core, office, "web:hot-2");
      await held(core, office, "web:hot-2");
    },
    indexes: [/bookings_by_holder/],
  },
  {
    what: "move and cancel",
    call: async (core, office) => {
      const code = await requested(core, office, "web:hot-3", "hot-3@example.org");
      accepted(await core.confirm({ code, actor: "citizen" }));
      const time = { start: await freeTime(core, office), mode: "in_person" as const };
      accepted(await core.move({ code, actor: "citizen", ...time }));
      accepted(await core.cancel({ code, actor: "citizen" }));
    },
    indexes: [/bookings key/, /claims key/],
  },
  {
    what: "what a chat has booked",
    call: (core) => core.bookingsOf("web:hot-1"),
    indexes: [/bookings_by_holder/],
  },
  {
    what: "agenda of a day",
    call: (core, office, { clock }) =>
      core.agenda({ offices: [office], from: clock.now() + DAY, to: clock.now() + 2 * DAY }),
    // By office or by start: the engine knows which of them is less to read.
    indexes: [/bookings_by_/],
  },
  {
    what: "messages due, bookings lapsed, data to erase",
    call: async (core, office, { clock }) => {
      await requested(core, office, "web:hot-4", "hot-4@example.org");
      clock.advance({ hours: 25 });
      await core.tick();
    },
    indexes: [
      /outbox_waiting/,
      /bookings_by_expiry|bookings_unconfirmed/,
      /bookings_by_end/,
      /outbox_settled/,
    ],
  },
  {
    what: "doctor, quick",
    call: (core) => core.doctor(),
    indexes: [/bookings_by_start/, /claims key/, /events_by_booking/, /outbox_by_booking/],
    // The newest thousand events, from the end of their numbers.
    bounded: /SCAN (?:events|told)$|Backward using events key/,
  },
  {
    what: "privacy look-up by e-mail",
    call: (core) => core.exportPersonalData(CITIZEN.email, "staff:hot"),
    indexes: [/bookings_by_email/],
  },
];

/** A hot call whose statements have been seen. */
export interface Examined {
  readonly what: string;
  readonly plans: readonly Plan[];
  /** Each in a sentence; none when every statement goes by its index. */
  readonly faults: readonly string[];
}

/**
 * Does each of {@link HOT_CALLS} on a town as the program does it, and has the engine explain every statement that was
 * sent meanwhile: none is a copy of what the program says.
 */
export async function examineHotCalls(town: TestTown, office: string): Promise<readonly Examined[]> {
  const seen = new Map<string, Question>();
  const { core, engine } = await watchedCore(town, (question) => {
    const { text } = flatten(question.statement, dollar);
    if (!seen.has(text)) seen.set(text, question);
  });
  const address = town.env.DATABASE_URL ?? "";
  try {
    const examined: Examined[] = [];
    for (const { what, call, indexes, bounded } of HOT_CALLS) {
      seen.clear();
      await call(core, office, town);
      const plans = await plansOf(engine, address, [...seen.values()]);
      const missing = indexes
        .filter((index) => !plans.some(({ steps }) => index.test(steps)))
        .map((index) => `${what}: nothing goes by ${index}`);
      const walks = plans.flatMap((plan) =>
        wholeWalks(plan)
          .filter((step) => !bounded?.test(step))
          .map((step) => `${what}: ${step.trim()} for ${plan.statement}`),
      );
      examined.push({ what, plans, faults: [...missing, ...walks] });
    }
    return examined;
  } finally {
    await core.close();
  }
}

/** The town's own core over an engine that tells what it is sent. */
async function watchedCore(
  { folder: cwd, env, clock }: TestTown,
  tell: (question: Question) => void,
): Promise<{ readonly core: Core; readonly engine: Engine }> {
  const { openMailCourier } = await import("../../packages/core/src/adapters/mail/mail-courier.ts");
  const config = loadConfig({ env, cwd });
  const random = seededRandom(17);
  const engine = await engineOf(config, cwd, { clock, random, log: SILENT }, { create: false });
  const core = createCore(
    {
      clock,
      random,
      log: SILENT,
      store: sqlStore(watched(engine, tell)),
      derive: deriveWith("only what plans are looked at with: 32 bytes"),
      rooms: { sign: async () => ({ url: "", expires: 0 }) as never },
      plans: new PlanCache(),
      publicUrl: config.publicUrl,
    },
    { mail: openMailCourier(config, cwd), config, cwd },
  );
  return { core, engine };
}

async function freeTime(core: Core, office: string): Promise<number> {
  // Not the very first: it may be over by the time it is asked for.
  const start = accepted(await core.listSlots({ office })).slots[3]?.start;
  if (start === undefined) throw new Error(`${office} has no free time left`);
  return start;
}

async function held(core: Core, office: string, holder: `web:${string}`): Promise<string> {
  const start = await freeTime(core, office);
  const time = { office, start, mode: "in_person", holder, locale: "it" } as const;
  return accepted(await core.hold(time)).booking.code;
}

async function requested(
  core: Core,
  office: string,
  holder: `web:${string}`,
  email: string,
): Promise<string> {
  const code = await held(core, office, holder);
  accepted(await core.request({ code, holder, form: { ...CITIZEN, email } }));
  return code;
}
