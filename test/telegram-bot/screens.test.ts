import { readFileSync } from "node:fs";
import { LOCALES, type Office, type OfficeSummary, type Slot, texts } from "@ricevimenti/core";
import { expect, test } from "vitest";
import type { Choice } from "../../packages/telegram-bot/src/conversation/draft.ts";
import { NOTE_IDS } from "../../packages/telegram-bot/src/conversation/note.ts";
import { pressData, readPress } from "../../packages/telegram-bot/src/conversation/press.ts";
import {
  readTimeArgument,
  timeArgument,
} from "../../packages/telegram-bot/src/conversation/time-argument.ts";
import { byDay } from "../../packages/telegram-bot/src/days.ts";
import { fitsButton } from "../../packages/telegram-bot/src/public-link.ts";
import { formScreen } from "../../packages/telegram-bot/src/screens/form.ts";
import { withNote } from "../../packages/telegram-bot/src/screens/note.ts";
import { officesScreen } from "../../packages/telegram-bot/src/screens/offices.ts";
import { keyboard, pageOf, type Telling } from "../../packages/telegram-bot/src/screens/screen.ts";
import { servicesScreen } from "../../packages/telegram-bot/src/screens/services.ts";
import { summaryScreen } from "../../packages/telegram-bot/src/screens/summary.ts";
import { timesScreen } from "../../packages/telegram-bot/src/screens/times.ts";

const LONGEST = "a234567890b234567890c234567890d234567890";
/** The largest whole number JavaScript is sure of, in base 36. */
const LONGEST_STAMP = Number.MAX_SAFE_INTEGER.toString(36);
const NINE = Date.parse("2021-12-13T09:00:00+01:00");
const ITALIAN: Telling = { say: texts("bot", "it"), locale: "it", timezone: "Europe/Rome", now: NINE };
const OFFICE: Office = {
  id: LONGEST,
  name: "Tributo IMU",
  unit: "Servizio 3.1. Tributi. IMU",
  services: [{ id: LONGEST, name: "Informazioni IMU", bring: ["Documento d'identità"] }],
};

function slot(time: string, modes: Slot["modes"], minutes = 15): Slot {
  const start = Date.parse(`2021-12-13T${time}:00+01:00`);
  return { office: OFFICE.id, start, end: start + minutes * 60_000, modes, free: 1 };
}

function labels(screen: { readonly rows: readonly (readonly { readonly text: string }[])[] }) {
  return screen.rows.map((row) => row.map(({ text }) => text)).filter((row) => row.length > 0);
}

/** What every button of the bot's catalogues is called, without `button-`. */
function buttonIds(): readonly string[] {
  const folder = new URL("../../packages/core/locales/", import.meta.url);
  return ["common", "bot"].flatMap((area) =>
    [...readFileSync(new URL(`${area}.it.ftl`, folder), "utf8").matchAll(/^button-([a-z-]+) =/gm)].map(
      ([, id = ""]) => id,
    ),
  );
}

test("no button carries more than Telegram's 64 bytes, however long the ids", () => {
  const summary: OfficeSummary = {
    office: OFFICE,
    timezone: "Europe/Rome",
    openNow: true,
    next: null,
    nextRelease: null,
  };
  const screens = [
    officesScreen({ town: "Comune", offices: Array(30).fill(summary), page: 1, isAwaited: true }, ITALIAN),
    servicesScreen({ office: OFFICE, page: 0 }, ITALIAN),
    timesScreen(
      {
        office: OFFICE,
        service: null,
        moving: null,
        day: "2021-12-13",
        slots: [slot("10:00", ["in_person", "virtual"])],
        page: 0,
      },
      ITALIAN,
    ),
  ];
  const data = screens.flatMap((screen) =>
    keyboard(screen, LONGEST_STAMP)
      .inline_keyboard.flat()
      .map((button) => ("callback_data" in button ? button.callback_data : "")),
  );
  expect(data).toContain(`office:${LONGEST_STAMP}:${LONGEST}`);
  expect(data).toContain(`service:${LONGEST_STAMP}:${LONGEST}`);
  for (const one of data) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(64);
});

test("a press reads back as it was written", () => {
  const press = { verb: "office", stamp: "k3f9", argument: LONGEST } as const;
  expect(readPress(pressData(press))).toEqual(press);
  expect(readPress("office:k3f9")).toBeNull();
  expect(readPress("officer:k3f9:x")).toBeNull();
  const start = Date.parse("2026-12-14T10:00:00+01:00");
  expect(readTimeArgument(timeArgument(start, "virtual"))).toEqual({ start, mode: "virtual" });
  expect(readTimeArgument("zzzzzzzzzzz-0")).toBeNull();
  expect(readTimeArgument(`${start}`)).toBeNull();
});

test("times show hour and mode, day and length standing above them", () => {
  const slots = [slot("10:00", ["in_person"]), slot("10:15", ["in_person", "virtual"])];
  const screen = timesScreen(
    { office: OFFICE, service: null, moving: null, day: "2021-12-13", slots, page: 0 },
    ITALIAN,
  );
  expect(screen.text.source).toContain("<b>lunedì 13 dicembre 2021</b>\nOgni appuntamento dura 15 minuti.");
  expect(labels(screen)).toEqual([
    ["10:00 - In Presenza"],
    ["10:15 - In Presenza", "10:15 - VIRTUALE"],
    ["« Indietro", "Ricomincia"],
  ]);
});

test("visits of different lengths say their own", () => {
  const slots = [slot("10:00", ["in_person", "virtual"], 15), slot("10:15", ["in_person"], 20)];
  const screen = timesScreen(
    { office: OFFICE, service: null, moving: null, day: "2021-12-13", slots, page: 0 },
    ITALIAN,
  );
  expect(labels(screen).slice(0, 3)).toEqual([
    ["10:00 (15 min.) - In Presenza"],
    ["10:00 (15 min.) - VIRTUALE"],
    ["10:15 (20 min.) - In Presenza"],
  ]);
});

test("a form shows the picked time in the handbook's words", () => {
  const choice: Choice = {
    office: OFFICE.id,
    service: null,
    start: slot("10:00", []).start,
    end: slot("10:00", []).end,
    mode: "in_person",
    code: "K7P-4QX",
    until: NINE + 600_000,
  };
  const screen = formScreen(
    { office: OFFICE, step: { choice, field: "name", suggestion: null, doubt: null }, value: null },
    ITALIAN,
  );
  expect(screen.text.source).toContain("lun 13/12/21 - 10:00 (15 min.) - In Presenza");
  expect(screen.text.source).toContain("riservato per te fino alle 09:10");
});

test("the request button is there only after the consent", () => {
  const choice: Choice = {
    office: OFFICE.id,
    service: LONGEST,
    start: slot("10:00", []).start,
    end: slot("10:00", []).end,
    mode: "virtual",
    code: "K7P-4QX",
    until: NINE + 600_000,
  };
  const show = (consent: boolean) =>
    summaryScreen(
      {
        office: OFFICE,
        choice,
        form: { name: "<i>Mario</i>", email: "m@example.org", reason: "A & B", consent },
        notice: "https://example.org/privacy",
        confirmMinutes: 120,
      },
      ITALIAN,
    );
  expect(labels(show(false)).flat()).not.toContain("Richiedi appuntamento");
  expect(labels(show(false)).flat()).toContain("Leggi l’informativa sulla privacy");
  expect(show(false).text.source).toContain("Accetto al trattamento dei dati inseriti in questo modulo");
  expect(labels(show(true)).flat()).toContain("Richiedi appuntamento");
  expect(show(true).text.source).toContain("Se non confermi entro 2 ore");
  expect(show(true).text.source).toContain("Nome e cognome: &lt;i&gt;Mario&lt;/i&gt;");
  expect(show(true).text.source).toContain("A &amp; B");
});

test("every note has its words in every language spoken", () => {
  const screen = servicesScreen({ office: OFFICE, page: 0 }, ITALIAN);
  for (const locale of LOCALES) {
    for (const id of NOTE_IDS) {
      const telling = { ...ITALIAN, locale, say: texts("bot", locale) };
      const shown = withNote({ kind: "said", id }, screen, telling).text.source;
      expect(shown).toMatch(/^<i>\S/);
    }
  }
});

test("days are those of the office's zone, also where another begins earlier", () => {
  const late = { ...slot("23:30", ["virtual"]) };
  const early = { ...slot("10:00", ["virtual"]) };
  expect([...byDay([early, late], "Europe/Rome").keys()]).toEqual(["2021-12-13"]);
  expect([...byDay([early, late], "Asia/Kolkata").keys()]).toEqual(["2021-12-13", "2021-12-14"]);
});

test.each([
  ["https://ricevimenti.example.org/x", true],
  ["http://ricevimenti.example.org", true],
  ["http://localhost:8080/x", false],
  ["http://app.localhost/x", false],
  ["http://127.0.0.1:8080/x", false],
  ["http://[::1]/x", false],
  ["https://intranet/x", false],
  ["javascript:alert(1)", false],
  ["not an address", false],
])("whether %s may stand on a button: %s", (url, expected) => {
  expect(fitsButton(url)).toBe(expected);
});

test("buttons are short enough for a phone in every language", () => {
  // Two stand side by side.
  const halves = [
    "back",
    "restart",
    "earlier",
    "later",
    "edit-name",
    "edit-email",
    "edit-reason",
    "edit-time",
  ];
  for (const locale of LOCALES) {
    const say = texts("bot", locale);
    for (const id of buttonIds()) {
      const most = halves.includes(id) ? 20 : 42;
      const label = say(`button-${id}`, { name: "", mode: say("mode-virtual"), day: "", time: "" });
      expect(label.length, `${locale} ${label}`).toBeLessThanOrEqual(most);
    }
  }
});

test.each([
  [0, [0]],
  [8, [8]],
  [9, [9]],
  [10, [8, 2]],
  [17, [8, 9]],
])("%i entries in eights stand on pages of %j: none stands alone", (count, sizes) => {
  const items = Array.from({ length: count }, (_, index) => index);
  const pages = sizes.map((_, page) => pageOf(items, page, 8));
  expect(pages.map((page) => page.items.length)).toEqual(sizes);
  expect(pages.flatMap((page) => page.items)).toEqual(items);
  expect(pageOf(items, 99, 8)).toEqual(pages.at(-1));
  expect(pages[0]?.pages).toBe(sizes.length);
});
