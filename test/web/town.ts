import { join } from "node:path";
import type { Booking, Core, Instant, Locale, Mode, Municipality, Office } from "@ricevimenti/core";
import { type ListenOptions, type RunningWeb, startWeb } from "@ricevimenti/web-join";
import Database from "better-sqlite3";
import { accepted, openTown as openTownHall, type TestEngine, type TestTown } from "../support/town.ts";

/** Thursday 10 December 2026, 09:00 in Rome. */
export const NOW = Date.parse("2026-12-10T09:00+01:00");
/** Monday 14 December 2026, 10:00 in Rome: the office below is open, nobody has booked. */
export const START = Date.parse("2026-12-14T10:00+01:00");
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const VIDEO = "https://video.example.org";

/** What these tests say of the town beyond what every test does. */
export const MUNICIPALITY: Partial<Municipality> = {
  email: "comune@example.org",
  privacy: { version: "2026-01" },
};

export const OFFICE: Office = {
  id: "tributi-imu",
  name: "Tributo IMU",
  unit: "Servizio 3.1. Tributi. IMU",
  email: "tributi@example.org",
  place: "Via Vittorio Veneto 11",
  phone: "079 000000",
  services: [{ id: "imu", name: "Informazioni IMU", minutes: 15, bring: ["Documento d'identità"] }],
  hours: [{ days: ["mon", "wed"], from: "10:00", to: "12:00", slot: 15, modes: ["in_person", "virtual"] }],
};

/** A line of the log, as written. */
export interface LogLine {
  readonly event: string;
  readonly [field: string]: unknown;
}

/** A town hall with its pages listening, and a clock that stands still until it is set. */
export interface Town {
  readonly core: Core;
  readonly env: TestTown["env"];
  readonly url: string;
  readonly log: readonly LogLine[];
  readonly folder: string;
  /** Mails that a round of the worker has delivered, oldest first. */
  readonly mails: TestTown["mails"];
  /** Another process's view of the same database, with pages of its own. */
  neighbour(): Promise<Pick<Town, "core" | "url">>;
  now: Instant;
  close(): Promise<void>;
}

export async function openTown(
  options: {
    readonly offices?: readonly Office[];
    readonly municipality?: Partial<Municipality>;
    readonly web?: Partial<ListenOptions>;
    readonly engine?: TestEngine;
  } = {},
): Promise<Town> {
  const publicUrl = options.web?.publicUrl ?? "http://appuntamenti.example.org";
  const hall = await openTownHall({
    offices: options.offices ?? [OFFICE],
    municipality: {
      ...MUNICIPALITY,
      ...options.municipality,
      // The tests of one file are a crowd.
      policy: { challenge_unconfirmed: 10_000, ...options.municipality?.policy },
    },
    start: new Date(NOW).toISOString(),
    ...(options.engine && { engine: options.engine }),
    env: { PUBLIC_URL: publicUrl, JITSI_URL: VIDEO, JITSI_APP_ID: "town", JITSI_APP_SECRET: "s".repeat(32) },
  });
  const defaults = { host: "127.0.0.1", port: 0, publicUrl, videoOrigin: VIDEO, version: "0.0.0" };
  const { core, clock, folder, env, logged } = hall;
  const web = await startWeb(core, { ...defaults, ...options.web }).catch(async (cause: unknown) => {
    await hall[Symbol.asyncDispose]();
    throw cause;
  });
  const neighbours: RunningWeb[] = [];
  return {
    core,
    url: web.url,
    folder,
    mails: hall.mails,
    env,
    neighbour: async () => {
      const other = await hall.another();
      const running = await startWeb(other, { ...defaults, ...options.web });
      neighbours.push(running);
      return { core: other, url: running.url };
    },
    get log() {
      return logged.map((line) => JSON.parse(line) as LogLine);
    },
    get now() {
      return clock.now();
    },
    set now(instant) {
      clock.set(instant);
    },
    close: async () => {
      for (const running of [web, ...neighbours]) await running.close();
      await hall[Symbol.asyncDispose]();
    },
  };
}

/** An answer, read whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Opens a page as a browser does, without following redirects. */
export async function open(
  { url }: Pick<Town, "url">,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Answer> {
  const answer = await fetch(url + path, { method, headers, redirect: "manual" });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** Presses a button as a browser does from one of our own pages. */
export async function press(
  { url }: Pick<Town, "url">,
  path: string,
  fields: Record<string, string> = {},
  headers: Record<string, string> = { "sec-fetch-site": "same-origin", origin: "null" },
): Promise<Answer> {
  const body = new URLSearchParams(fields);
  const answer = await fetch(url + path, { method: "POST", body, headers, redirect: "manual" });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** Every row of every table, to tell whether anything has changed. */
export function everyRow({ folder }: Pick<Town, "folder">): Record<string, unknown[]> {
  const database = new Database(join(folder, "data", "ricevimenti.sqlite"), { readonly: true });
  try {
    const tables = database
      .prepare("select name from sqlite_master where type = 'table'")
      .pluck()
      .all() as string[];
    return Object.fromEntries(
      tables.map((name) => [name, database.prepare(`select * from "${name}"`).all()]),
    );
  } finally {
    database.close();
  }
}

/** What a booking should be like, where it matters. */
export interface Wish {
  readonly start?: Instant;
  readonly mode?: Mode;
  readonly locale?: Locale;
  readonly name?: string;
  readonly confirmed?: boolean;
}

let visitors = 0;

/** A booking of a citizen who has not booked before. */
export async function book({ core }: Pick<Town, "core">, wish: Wish = {}): Promise<Booking> {
  visitors += 1;
  const holder = `web:visitor-${visitors}` as const;
  const { start = START, mode = "virtual", locale = "it", name = "Mario Rossi", confirmed = true } = wish;
  const { code } = accepted(
    await core.hold({ office: OFFICE.id, service: "imu", start, mode, holder, locale }),
  ).booking;
  const form = {
    name,
    email: `visitor${visitors}@example.org`,
    reason: "Calcolo dell'imposta",
    consent: true,
  };
  const { booking } = accepted(await core.request({ code, holder, form }));
  return confirmed ? accepted(await core.confirm({ code, actor: "citizen" })).booking : booking;
}

/** {@link book} at the first time that is still free. */
export async function bookNext(town: Pick<Town, "core">, wish: Wish = {}): Promise<Booking> {
  const [next] = accepted(
    await town.core.listSlots({
      office: OFFICE.id,
      service: "imu",
      from: START,
      mode: wish.mode ?? "virtual",
    }),
  ).slots;
  if (!next) throw new Error("nothing is free any more");
  return book(town, { ...wish, start: next.start });
}

/** The path of one of the booking's links. */
export function pathTo(
  { core }: Pick<Town, "core">,
  booking: Booking,
  purpose: "confirm" | "manage" | "join" | "calendar",
): string {
  return new URL(core.linksOf(booking)[purpose]).pathname;
}
