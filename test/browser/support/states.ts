import type { Page } from "playwright-core";
import { accepted } from "../../support/town.ts";
import { book, bookNext, HOUR, MINUTE, pathTo, type Town } from "../../web/town.ts";
import { firstTime, press, walk, wordsIn } from "./steps.ts";
import { WAITING_STATES } from "./waiting-states.ts";

const say = wordsIn("it");

/** A page as a citizen may come to see it. */
export interface State {
  /** Of its pictures. */
  readonly name: string;
  /** Leads the browser there; the clock is set back afterwards. */
  readonly reach: (page: Page, town: Town) => Promise<unknown>;
  /** Does something to the browser that lasts: the next page is opened in another one. */
  readonly spoils?: true;
}

const visit =
  (path: string): State["reach"] =>
  (page) =>
    page.goto(path);

/** Every page, and every state of it that looks different. */
export const STATES: readonly State[] = [
  { name: "home", reach: visit("/") },
  { name: "home-search", reach: visit("/?cerca=sociale") },
  { name: "home-search-none", reach: visit("/?cerca=piscina") },
  { name: "home-english", reach: visit("/?lang=en") },
  { name: "services", reach: visit("/servizi") },
  { name: "service", reach: visit("/servizi/tributi-imu/imu") },
  { name: "privacy", reach: visit("/privacy") },
  { name: "accessibility", reach: visit("/accessibilita") },
  { name: "not-found", reach: visit("/piscina") },

  { name: "place", reach: visit("/prenota") },
  { name: "place-missing", reach: visit("/prenota?passo=luogo") },
  { name: "place-for-topic", reach: visit("/prenota?servizio=imu") },
  { name: "place-topic-unknown", reach: visit("/prenota?servizio=piscina") },
  { name: "topic", reach: visit("/prenota?ufficio=servizio-sociale-amministrativo") },
  { name: "topic-missing", reach: visit("/prenota?ufficio=servizio-sociale-amministrativo&passo=argomento") },
  { name: "time", reach: visit("/prenota?ufficio=tributi-imu&servizio=imu") },
  { name: "time-none", reach: visit("/prenota?ufficio=anagrafe") },
  {
    name: "time-missing",
    reach: async (page) => {
      await walk(page, "time");
      await press(page, say("button-next"));
    },
  },
  {
    name: "time-lost",
    reach: async (page, town) => {
      await walk(page, "time");
      const first = page.locator('input[name="orario"]').first();
      const [start, mode] = ((await first.getAttribute("value")) ?? "").split(".");
      await firstTime(page).click();
      await book(town, { start: Number(start), mode: mode === "virtual" ? "virtual" : "in_person" });
      await press(page, say("button-next"));
    },
  },
  { name: "details", reach: (page) => walk(page, "details") },
  {
    name: "details-errors",
    reach: async (page) => {
      await walk(page, "details");
      await page.getByLabel(say("ask-reason")).fill("");
      await press(page, say("button-next"));
    },
  },
  { name: "applicant", reach: (page) => walk(page, "applicant") },
  {
    name: "applicant-errors",
    reach: async (page) => {
      await walk(page, "applicant");
      await page.getByLabel(say("ask-name")).fill("");
      await page.getByLabel(say("ask-email")).fill("mario.rossi");
      await press(page, say("button-next"));
    },
  },
  { name: "summary", reach: (page) => walk(page, "summary") },
  {
    name: "summary-no-consent",
    reach: async (page) => {
      await walk(page, "summary");
      await press(page, say("button-request"));
    },
  },
  {
    name: "held-over",
    spoils: true,
    reach: async (page) => {
      await page.clock.install();
      await walk(page, "details");
      await page.clock.fastForward("11:00");
    },
  },
  {
    name: "lapsed",
    reach: async (page, town) => {
      await walk(page, "applicant");
      town.now += 11 * MINUTE;
      await page.reload();
    },
  },
  { name: "unknown-request", reach: visit("/prenota/K7P4QX/dettagli") },
  { name: "sent", reach: (page) => walk(page, "sent", { email: "sent@example.org" }) },
  {
    name: "sent-again",
    reach: async (page) => {
      await walk(page, "sent", { email: "again@example.org" });
      await press(page, say("button-send-again"));
    },
  },
  {
    name: "sent-correction-wrong",
    reach: async (page) => {
      await walk(page, "sent", { email: "wrong@example.org" });
      await page.getByLabel(say("ask-email")).fill("mario");
      await press(page, say("button-correct"));
    },
  },

  { name: "confirm", reach: linked("confirm", { confirmed: false }) },
  { name: "confirm-already", reach: linked("confirm") },
  {
    name: "confirm-expired",
    reach: linked("confirm", { confirmed: false }, { later: 3 * HOUR }),
  },
  { name: "booking", reach: linked("manage") },
  { name: "booking-in-person", reach: linked("manage", { mode: "in_person" }) },
  { name: "booking-pending", reach: linked("manage", { confirmed: false }) },
  { name: "booking-confirmed", reach: linked("manage", {}, { query: "?esito=confermata" }) },
  {
    name: "booking-cancelled",
    reach: async (page, town) => {
      const booking = await bookNext(town);
      await page.goto(pathTo(town, booking, "manage"));
      await press(page, say("button-cancel"), "link");
      await press(page, say("button-cancel"));
    },
  },
  { name: "booking-expired", reach: linked("manage", { confirmed: false }, { later: 3 * HOUR }) },
  { name: "booking-over", reach: linked("manage", {}, { later: 200 * 24 * HOUR }) },
  { name: "cancel", reach: linked("manage", {}, { below: "/annulla" }) },
  { name: "move", reach: linked("manage", {}, { below: "/modifica" }) },
  {
    name: "move-missing",
    reach: async (page, town) => {
      await page.goto(`${pathTo(town, await bookNext(town), "manage")}/modifica`);
      await press(page, say("move-submit"));
    },
  },
  {
    name: "moved",
    reach: async (page, town) => {
      await page.goto(`${pathTo(town, await bookNext(town), "manage")}/modifica`);
      await firstTime(page).click();
      await press(page, say("move-submit"));
    },
  },
  {
    name: "link-outdated",
    reach: async (page, town) => {
      const booking = await bookNext(town);
      const old = pathTo(town, booking, "join");
      await page.goto(`${pathTo(town, booking, "manage")}/modifica`);
      await firstTime(page).click();
      await press(page, say("move-submit"));
      await page.goto(old);
    },
  },
  { name: "link-invalid", reach: visit("/prenotazione/K7P4QX-1-aaaaaaaaaaaaaaaaaaaaaaaa") },
  { name: "erase", reach: linked("manage", {}, { below: "/cancella-dati" }) },
  {
    name: "erased",
    reach: async (page, town) => {
      await page.goto(`${pathTo(town, await bookNext(town), "manage")}/cancella-dati`);
      await press(page, say("button-erase"));
    },
  },
  { name: "join-countdown", reach: linked("join") },
  {
    name: "join-open",
    reach: async (page, town) => {
      const booking = await bookNext(town);
      town.now = booking.start;
      await page.goto(pathTo(town, booking, "join"));
    },
  },
  { name: "join-over", reach: linked("join", {}, { later: 200 * 24 * HOUR }) },
  { name: "join-in-person", reach: linked("join", { mode: "in_person" }) },
  {
    name: "limit",
    reach: async (page, town) => {
      await walk(page, "sent", { email: "limit@example.org" });
      const code = /prenota\/([^/]+)/.exec(page.url())?.[1] ?? "";
      const { booking } = accepted(await town.core.getBooking(code));
      if (booking.holder === null) throw new Error("the browser holds nothing");
      for (let time = 0; time < 3; time += 1) await town.core.resend({ code, holder: booking.holder });
      await press(page, say("button-send-again"));
    },
  },
  {
    name: "booking-late",
    reach: async (page, town) => {
      const booking = await bookNext(town, { mode: "in_person" });
      town.now = booking.start - 10 * MINUTE;
      await page.goto(pathTo(town, booking, "manage"));
    },
  },
  ...WAITING_STATES,
  {
    // The last: it changes the timetable.
    name: "booking-proposals",
    reach: async (page, town) => {
      const { code, start } = await bookNext(town);
      const { municipality, offices } = await town.core.exportTimetable();
      const from = new Date(start).toISOString().slice(0, 10);
      const closed = offices.map((office) => ({
        ...office,
        closures: [...(office.closures ?? []), { from }],
      }));
      await town.core.importTimetable(
        { ...(municipality && { municipality }), offices: closed },
        { actor: "staff:anna", onConflict: "reoffer" },
      );
      const { booking } = accepted(await town.core.getBooking(code));
      await page.goto(pathTo(town, booking, "manage"));
    },
  },
];

/** The page behind a link of a booking's mail. */
function linked(
  purpose: "confirm" | "manage" | "join",
  wish: Parameters<typeof bookNext>[1] = {},
  { later = 0, below = "", query = "" } = {},
): State["reach"] {
  return async (page, town) => {
    const booking = await bookNext(town, wish);
    town.now += later;
    await page.goto(`${pathTo(town, booking, purpose)}${below}${query}`);
  };
}
