import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Office, type PolicySettings, parseTimetable } from "@ricevimenti/core";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "../../support/browser.ts";
import { openTown, type Town, VIDEO } from "../../web/town.ts";

const EXAMPLE = resolve(import.meta.dirname, "../../../packages/cli/examples/ozieri.yaml");

/** The handbook's nine offices, one that opens only next year, and one with hardly a time. */
export async function offices(): Promise<readonly Office[]> {
  const timetable = await parseTimetable(await readFile(EXAMPLE));
  if (!timetable.ok) throw new Error(`the example timetable is wrong: ${JSON.stringify(timetable.problems)}`);
  const coming: Office = {
    id: "anagrafe",
    name: "Anagrafe",
    unit: "Servizio 1.1. Demografici",
    email: "anagrafe@comune.ozieri.ss.it",
    hours: [
      {
        days: ["mon"],
        from: "09:00",
        to: "12:00",
        slot: 15,
        modes: ["in_person"],
        valid_from: "2027-09-06",
      },
    ],
  };
  /** One time a week: people wait for it. */
  const rare: Office = {
    id: "stato-civile",
    name: "Stato civile",
    services: [{ id: "certificati", name: "Certificati" }],
    hours: [{ days: ["mon"], from: "10:00", to: "10:15", slot: 15, modes: ["in_person", "virtual"] }],
    policy: { horizon_days: 14 },
  };
  return [...timetable.file.offices, coming, rare];
}

/** A telephone, and the desk's screen. */
export const PHONE = { width: 320, height: 640 };
export const DESK = { width: 1280, height: 900 };

/** A town hall with its pages listening, and people with browsers in front of it. */
export interface BrowserTown extends Town {
  /** A browser of somebody new: no cookies yet. */
  visitor(options?: BrowserContextOptions): Promise<Visitor>;
}

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Requests that left the town's own server, and messages that a page's console wrote as errors. */
  readonly strayed: readonly string[];
}

/** One browser for a whole file of tests; each visitor is a profile of its own in it. */
export async function openBrowserTown(more: PolicySettings = {}): Promise<BrowserTown> {
  const policy = { horizon_days: 120, max_unconfirmed: 50, max_live: 50, max_live_per_office: 50, ...more };
  const [browser, town] = await Promise.all([
    launchBrowser(),
    offices().then((offices) => openTown({ offices, municipality: { policy } })),
  ]);
  return {
    ...town,
    get now() {
      return town.now;
    },
    set now(instant) {
      town.now = instant;
    },
    get log() {
      return town.log;
    },
    visitor: (options) => visitorOf(browser, town, options),
    close: async () => {
      await browser.close();
      await town.close();
    },
  };
}

async function visitorOf(
  browser: Browser,
  town: Town,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: town.url,
    locale: "it-IT",
    timezoneId: "Europe/Rome",
    viewport: PHONE,
    ...options,
  });
  const strayed: string[] = [];
  // Listened to, not held up: a browser whose requests are held up goes without its cache.
  context.on("request", (request) => {
    const { origin } = new URL(request.url());
    if (origin !== town.url && origin !== VIDEO) strayed.push(request.url());
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    // A refusal's status is written there by the browser, and is meant.
    if (message.type() === "error" && !message.text().includes("the server responded with a status of")) {
      strayed.push(message.text());
    }
  });
  page.on("pageerror", (error) => strayed.push(error.message));
  page.setDefaultTimeout(10_000);
  return { context, page, strayed };
}
