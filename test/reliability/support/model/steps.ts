import { WEEKDAYS } from "@ricevimenti/core";
import fc from "fast-check";
import type { TelegramMood } from "./messages.ts";
import { OFFICES, SERVICES, TIMETABLES } from "./timetables.ts";

/** People with a chat or browser of their own each; the official books for others. */
export const HOLDERS = ["telegram:1", "telegram:2", "telegram:3", "web:a", "staff:anna"] as const;
export const EMAILS = [
  "mario@example.org",
  "Mario@Example.ORG",
  "anna@example.org",
  "luca@example.org",
] as const;

/** Numbers choose among what there is at that moment, counted round: so a sequence stays one when parts are left out. */
const pick = fc.nat({ max: 999 });
const holder = fc.constantFrom(...HOLDERS);
const mode = fc.constantFrom("in_person" as const, "virtual" as const);
const actor = fc.oneof(
  { weight: 4, arbitrary: fc.constant("citizen" as const) },
  { weight: 1, arbitrary: fc.constant("staff:anna" as const) },
);
const office = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(OFFICES[0], OFFICES[0], OFFICES[1]) },
  { weight: 1, arbitrary: fc.constant(OFFICES[2]) },
);
const service = fc.oneof(
  { weight: 20, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: fc.constant(SERVICES[0]) },
  { weight: 1, arbitrary: fc.constantFrom(...SERVICES) },
);
/** `free`: one of the next that are shown; `any`: of the timetable; `another's`: what somebody has or had; `odd`: off the grid. */
const time = fc.record({
  of: fc.oneof(
    { weight: 12, arbitrary: fc.constant("free" as const) },
    { weight: 3, arbitrary: fc.constant("any" as const) },
    { weight: 4, arbitrary: fc.constant("another's" as const) },
    { weight: 1, arbitrary: fc.constant("odd" as const) },
  ),
  pick,
});
/** The version a link was made for: the present one, that before, or none. */
const version = fc.oneof(
  { weight: 6, arbitrary: fc.constant("present" as const) },
  { weight: 1, arbitrary: fc.constant("former" as const) },
  { weight: 2, arbitrary: fc.constant("none" as const) },
);

const hold = fc.record({ do: fc.constant("hold" as const), holder, office, service, mode, time });
const request = fc.record({
  do: fc.constant("request" as const),
  pick,
  /** Mostly one's own hold. */
  stranger: fc.nat({ max: 9 }),
  email: fc.constantFrom(...EMAILS),
  consent: fc.nat({ max: 9 }).map((n) => n > 0),
  verified: fc.nat({ max: 9 }).map((n) => n === 0),
});
const confirm = fc.record({ do: fc.constant("confirm" as const), pick, version, actor });
const cancel = fc.record({ do: fc.constant("cancel" as const), pick, version, actor });
const move = fc.record({ do: fc.constant("move" as const), pick, version, actor, time, mode });
const release = fc.record({ do: fc.constant("release" as const), pick, holder });

/** What changes a booking; several of these may be asked for at once. */
const action = fc.oneof(
  { weight: 7, arbitrary: hold },
  { weight: 6, arbitrary: request },
  { weight: 5, arbitrary: confirm },
  { weight: 2, arbitrary: cancel },
  { weight: 4, arbitrary: move },
  { weight: 1, arbitrary: release },
);
export type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** What is waited for. */
const wish = {
  mode: fc.option(mode),
  days: fc.option(fc.subarray([...WEEKDAYS], { minLength: 1 }), { freq: 1 }),
  part: fc.option(fc.constantFrom("after" as const, "before" as const), { freq: 1 }),
  /** Days from today that are waited for. */
  ahead: fc.option(fc.nat({ max: 2 }), { freq: 1 }),
};
/** Chats, and one browser that gives an address. */
const join = fc.record({
  do: fc.constant("join" as const),
  ...{ ...wish, office, service, email: fc.constantFrom(...EMAILS) },
  holder: fc.constantFrom(HOLDERS[0], HOLDERS[1], HOLDERS[2], HOLDERS[3]),
  consent: fc.nat({ max: 9 }).map((n) => n > 0),
});
const stranger = fc.nat({ max: 9 }).map((n) => n === 0);
/** What somebody on a waiting list does. */
const onList = fc.oneof(
  { weight: 5, arbitrary: join },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("prove" as const), pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("change" as const), pick, ...wish }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leave" as const), pick, stranger }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("answer" as const),
      ...{ pick, stranger, swaps: fc.boolean() },
      says: fc.constantFrom("yes" as const, "yes" as const, "no" as const),
    }),
  },
);
export type ListAction = typeof onList extends fc.Arbitrary<infer T> ? T : never;

const mood = fc.oneof(
  { weight: 5, arbitrary: fc.constant<TelegramMood>("well") },
  { weight: 2, arbitrary: fc.constantFrom<TelegramMood>("down", "asks for patience", "blocked") },
);
const advance = fc.oneof(
  fc.record({
    do: fc.constant("wait" as const),
    minutes: fc.constantFrom(1, 1, 1, 4, 4, 9, 10, 30, 60, 120, 300),
  }),
  /** To the next time at which something changes by itself, or a thousandth of a second beside it. */
  fc.record({ do: fc.constant("wait until" as const), pick, beside: fc.constantFrom(-1, 0, 1) }),
);

export const step = fc.oneof(
  { weight: 24, arbitrary: action },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("at once" as const),
      actions: fc.array(action, { minLength: 2, maxLength: 3 }),
    }),
  },
  { weight: 8, arbitrary: onList },
  { weight: 4, arbitrary: advance },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("tick" as const), telegram: fc.boolean(), mood }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("retry" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("import" as const),
      file: fc.nat({ max: TIMETABLES.length - 1 }),
      only: fc.option(fc.constantFrom(OFFICES[0], OFFICES[1]), { freq: 2 }),
      prune: fc.nat({ max: 3 }).map((n) => n === 0),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("follow" as const), pick, version, mangled: fc.nat({ max: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("enter the room" as const),
      pick,
      role: fc.constantFrom("citizen" as const, "moderator" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("search" as const),
      office,
      service,
      mode: fc.option(mode),
      fromHours: fc.integer({ min: -5, max: 80 }),
      hours: fc.integer({ min: 0, max: 40 }),
    }),
  },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
