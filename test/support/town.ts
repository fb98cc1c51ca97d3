import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Core,
  initialise,
  type Mode,
  type Municipality,
  type Office,
  openCore,
  type Refusal,
} from "@ricevimenti/core";
import { type ParsedMail, simpleParser } from "mailparser";
import { seededRandom, type TestClock, testClock } from "./clock.ts";
import { recordingLog } from "./log.ts";
import { freshDatabase, type TestDatabase } from "./postgres.ts";

/** For `describe.each`: what is promised is promised on both. */
export const ENGINES = ["sqlite", "postgres"] as const;
export type TestEngine = (typeof ENGINES)[number];

export const MUNICIPALITY: Municipality = {
  name: "Comune di Ozieri",
  timezone: "Europe/Rome",
  locale: "it",
  patron_saint: "06-13",
  email: "protocollo@comune.ozieri.ss.it",
};

/** Monday to Friday 10:00-12:00 in quarters of an hour, both modes, one desk. */
export const IMU: Office = {
  id: "tributi-imu",
  name: "Tributo IMU",
  unit: "Servizio 3.1. Tributi. IMU",
  email: "tributi.deledda@comune.ozieri.ss.it",
  place: "Via Vittorio Veneto 11",
  services: [{ id: "imu", name: "Informazioni IMU", bring: ["Documento d'identità"] }],
  hours: [
    {
      days: ["mon", "tue", "wed", "thu", "fri"],
      from: "10:00",
      to: "12:00",
      slot: 15,
      modes: ["in_person", "virtual"],
    },
  ],
};

/** A second office with two desks, in presence only. */
export const TARI: Office = {
  id: "tributi-tari",
  name: "Tributo TARI",
  email: "tari@comune.ozieri.ss.it",
  hours: [{ days: ["mon", "wed"], from: "09:00", to: "11:00", slot: 20, modes: ["in_person"], desks: 2 }],
};

/** A Wednesday at nine, in winter. */
export const WEDNESDAY_NINE = "2026-12-09T09:00:00+01:00";

export interface TestTown {
  readonly core: Core;
  readonly clock: TestClock;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Events and fields the core logged, as lines. */
  readonly logged: string[];
  /** Mails in the folder, oldest first. */
  mails(): Promise<readonly ParsedMail[]>;
  /** Closes and opens again, as after a restart. */
  reopen(): Promise<Core>;
  /** A second process's view of the same database. */
  another(): Promise<Core>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A whole town in a folder of its own, on a real SQLite file there or a real PostgreSQL database, with mail into files. */
export async function openTown(
  options: {
    readonly offices?: readonly Office[];
    readonly municipality?: Partial<Municipality>;
    readonly start?: string;
    readonly engine?: TestEngine;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<TestTown> {
  const folder = await mkdtemp(join(tmpdir(), "ricevimenti-"));
  const clock = testClock(options.start ?? WEDNESDAY_NINE);
  const logged: string[] = [];
  const log = recordingLog(logged);
  const database = options.engine === "postgres" ? await freshDatabase() : null;
  const env = { PUBLIC_URL: "https://ricevimenti.example.org", ...environmentOf(database), ...options.env };
  let seed = 1;
  const open = () => openCore({ env, cwd: folder, overrides: { clock, log, random: seededRandom(seed++) } });

  const municipality: Municipality = { ...MUNICIPALITY, ...options.municipality };
  await initialise({ env, cwd: folder, municipality, overrides: { clock, log, random: seededRandom(99) } });
  let core = await open();
  const others: Core[] = [];
  await core.importTimetable(
    { municipality, offices: options.offices ?? [IMU, TARI] },
    { actor: "staff:test" },
  );

  return {
    get core() {
      return core;
    },
    clock,
    folder,
    env,
    logged,
    mails: async () => {
      const mailFolder = join(folder, "data/mail");
      const names = await readdir(mailFolder).catch(() => []);
      const mails = await Promise.all(
        names
          .filter((name) => name.endsWith(".eml"))
          .map(async (name) => simpleParser(await readFile(join(mailFolder, name)))),
      );
      return mails.sort((a, b) => (a.messageId ?? "").localeCompare(b.messageId ?? ""));
    },
    reopen: async () => {
      await core.close();
      core = await open();
      return core;
    },
    another: async () => {
      const other = await open();
      others.push(other);
      return other;
    },
    [Symbol.asyncDispose]: async () => {
      for (const other of others) await other.close();
      await core.close();
      await database?.[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a process on that database is started with; nothing for the SQLite file of the defaults. */
function environmentOf(database: TestDatabase | null): Record<string, string> {
  return database ? { DATABASE_URL: database.url, APP_SECRET: "the same for every process of the town" } : {};
}

/** A citizen as the tests need one; the address makes them somebody else. */
export interface Citizen {
  readonly name: string;
  readonly email: string;
  readonly reason: string;
}
export const MARIO: Citizen = {
  name: "Mario Rossi",
  email: "mario.rossi@example.org",
  reason: "Chiarimenti sul saldo IMU",
};

/** Holds and asks for a slot as a citizen in a chat would; the refusal is a failure of the test. */
export async function requestBooking(
  core: Core,
  start: string,
  options: {
    readonly office?: string;
    readonly service?: string;
    readonly mode?: Mode;
    readonly citizen?: Citizen;
    readonly chat?: number;
  } = {},
) {
  const citizen = options.citizen ?? MARIO;
  const holder = `telegram:${options.chat ?? 1001}` as const;
  const held = accepted(
    await core.hold({
      office: options.office ?? "tributi-imu",
      ...(options.service !== undefined && { service: options.service }),
      start: Date.parse(start),
      mode: options.mode ?? "in_person",
      holder,
      locale: "it",
    }),
  );
  return accepted(
    await core.request({ code: held.booking.code, holder, form: { ...citizen, consent: true } }),
  ).booking;
}

/** The same, confirmed. */
export async function confirmBooking(...args: Parameters<typeof requestBooking>) {
  const booking = await requestBooking(...args);
  return accepted(await args[0].confirm({ code: booking.code, actor: "citizen" })).booking;
}

/** The value of an outcome that must be a yes. */
export function accepted<T>(
  outcome: ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: Refusal },
) {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome;
}

/** The refusal of an outcome that must be a no. */
export function refused(outcome: { readonly ok: boolean }): Refusal {
  if (outcome.ok) throw new Error("was not refused");
  return (outcome as unknown as { readonly refusal: Refusal }).refusal;
}
