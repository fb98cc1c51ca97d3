import { LOCALES, texts } from "@ricevimenti/core";
import { expect, test } from "vitest";
import { confirmBooking } from "../support/town.ts";
import { inAnyLanguage } from "./support/any-language.ts";
import { openBotTown } from "./support/bot-town.ts";
import { ENGLISH_JOURNEY, ITALIAN_JOURNEY, walk } from "./support/journey.ts";

const MENU = ["start", "prenota", "appuntamenti", "lingua", "privacy", "aiuto", "annulla"];

test("the menu is there in each language, and is sent to Telegram only when it changes", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  const mary = world.person({ id: 2002, languageCode: "en" });
  const hans = world.person({ id: 2003, languageCode: "pt" });
  expect(mario.commands().map(({ command }) => command)).toEqual(MENU);
  expect(mary.commands().find(({ command }) => command === "prenota")?.description).toBe(
    "Book an appointment",
  );
  for (const [index, locale] of LOCALES.entries()) {
    const someone = world.person({ id: 3000 + index, languageCode: locale });
    expect(someone.commands().map(({ command }) => command)).toEqual(MENU);
    expect(someone.commands().find(({ command }) => command === "prenota")?.description).toBe(
      texts("bot", locale)("command-prenota"),
    );
  }
  expect(hans.commands()).toEqual(mario.commands());
  const told = () => world.telegram.calls.filter(({ method }) => /^set(My|Chat)/.test(method)).length;
  expect(told()).toBe(4 * LOCALES.length);
  await world.restart();
  expect(told()).toBe(4 * LOCALES.length);
});

test("whoever's language we do not speak is shown the town's", async () => {
  await using world = await openBotTown({ municipality: { locale: "de" } });
  const described = (languageCode: string, id: number) =>
    world
      .person({ id, languageCode })
      .commands()
      .find(({ command }) => command === "prenota")?.description;
  expect(described("pt", 2001)).toBe("Termin vormerken");
  expect(described("de", 2002)).toBe("Termin vormerken");
  expect(described("it", 2003)).toBe("Prenota un appuntamento");
  const paulo = world.person({ id: 2004, firstName: "Paulo", languageCode: "pt-BR" });
  await paulo.send("/start");
  await paulo.waitFor("Wählen Sie das Amt");
});

test("the profile's texts are there in each language, no longer than Telegram takes", async () => {
  for (const locale of LOCALES) {
    const say = texts("bot", locale);
    expect(say("profile-description").length).toBeLessThanOrEqual(512);
    expect(say("profile-short").length).toBeLessThanOrEqual(120);
  }
  await using world = await openBotTown();
  const answered = async (method: string, language: string) => {
    const { url, token } = world.telegram;
    const response = await fetch(`${url}/bot${token}/${method}?language_code=${language}`);
    return (await response.json()) as unknown;
  };
  expect(await answered("getMyDescription", "pt")).toMatchObject({
    result: { description: expect.stringContaining("prenoti un appuntamento") },
  });
  for (const locale of LOCALES) {
    expect(await answered("getMyShortDescription", locale === "it" ? "" : locale)).toMatchObject({
      result: { short_description: texts("bot", locale)("profile-short") },
    });
  }
  expect(await answered("getMyShortDescription", "en")).toMatchObject({
    result: { short_description: expect.stringContaining("Book an appointment") },
  });
});

test("the language changes at once, for the screens and for the mails of the booking under way", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "10:15 (15 min.)");
  await mario.send("/lingua");
  await mario.waitFor("Scegli la lingua");
  await mario.press("English");
  const screen = await mario.waitFor("Your name and surname");
  expect(screen.text).toContain("From now on I will write to you in English.");
  await walk(mario, ENGLISH_JOURNEY.slice(5));
  expect(await world.town.core.bookingsOf("telegram:1001")).toMatchObject([
    { locale: "en", state: "pending" },
  ]);
  await world.restart();
  await mario.send("/aiuto");
  await mario.waitFor("How it works");
});

test("/lingua offers each language by its own name, and answers in the one chosen", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  for (const [name, locale] of [
    ["Deutsch", "de"],
    ["Français", "fr"],
    ["Slovenščina", "sl"],
    ["English", "en"],
    ["Italiano", "it"],
  ] as const) {
    await mario.send("/lingua");
    const screen = await mario.waitFor(inAnyLanguage("language-title"));
    expect(screen.buttons.slice(0, 5).flatMap((row) => row.map(({ text }) => text))).toEqual([
      ...["Italiano", "English", "Deutsch", "Français", "Slovenščina"],
    ]);
    await mario.press(name);
    await mario.waitFor(texts("bot", locale)("note-language-set"));
  }
});

test("a client in a language we do not speak is spoken to in the town's", async () => {
  await using world = await openBotTown();
  const paulo = world.person({ id: 2002, firstName: "Paulo", languageCode: "pt-BR" });
  await paulo.send("/start");
  await paulo.waitFor("Scegli l’ufficio");
});

test("/annulla gives the time back and forgets what was written", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await mario.send("/annulla");
  await mario.waitFor("Non stai compilando nessuna richiesta");
  await walk(mario, ITALIAN_JOURNEY, "Riepilogo");
  await mario.send("/annulla");
  await mario.waitFor("la richiesta è stata interrotta");
  expect(await world.town.core.records.bookings.heldBy("telegram:1001", world.town.clock.now())).toEqual([]);
  const chat = await world.town.core.records.chats.get(1001);
  expect(chat?.draft).not.toContain("mario.rossi");
});

test("/appuntamenti lists what is to come, with the ways to change, join and cancel", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await mario.send("/appuntamenti");
  await mario.waitFor("Non hai appuntamenti");
  const confirmed = await confirmBooking(world.town.core, "2026-12-10T10:15:00+01:00", { mode: "virtual" });
  await walk(mario, [
    {
      does: "",
      act: () => mario.send("/start ufficio_tributi-tari"),
      sees: "Scegli il giorno",
      isPress: false,
    },
    { does: "", act: () => mario.press("14"), sees: "lunedì", isPress: true },
    { does: "", act: () => mario.press("09:20"), sees: "Il tuo nome", isPress: true },
    ...ITALIAN_JOURNEY.slice(5),
  ]);
  await mario.send("/appuntamenti");
  const screen = await mario.waitFor("I tuoi appuntamenti");
  expect(screen.text).toContain("gio 10/12/26 - 10:15 (15 min.) - VIRTUALE");
  expect(screen.text).toContain("Stato: confermata");
  expect(screen.text).toContain("lun 14/12/26 - 09:20 (20 min.) - In Presenza");
  expect(screen.text).toContain("premi CONFERMA PRENOTAZIONE nella mail entro le ore 11:00");
  const links = world.town.core.linksOf(confirmed);
  expect(screen.buttons.flat().map(({ text, url }) => url ?? text)).toEqual([
    links.join,
    "1. MODIFICA",
    "1. ANNULLA PRENOTAZIONE",
    "2. MODIFICA",
    "2. ANNULLA PRENOTAZIONE",
    "« Torna alla richiesta",
  ]);
});

test("cancelling asks once, then does it; the office and the slot are free again", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  const booking = await confirmBooking(world.town.core, "2026-12-10T10:15:00+01:00");
  await mario.send("/appuntamenti");
  await mario.waitFor("I tuoi appuntamenti");
  await mario.press("ANNULLA PRENOTAZIONE");
  await mario.waitFor("Vuoi davvero annullare");
  await mario.press("No, tieni l’appuntamento");
  await mario.waitFor("I tuoi appuntamenti");
  expect(await world.town.core.bookingsOf("telegram:1001")).toHaveLength(1);
  await mario.press("ANNULLA PRENOTAZIONE");
  await mario.waitFor("Vuoi davvero annullare");
  await mario.press("ANNULLA PRENOTAZIONE");
  const screen = await mario.waitFor("l’appuntamento è stato annullato");
  expect(screen.text).toContain("Non hai appuntamenti");
  expect(await world.town.core.getBooking(booking.code)).toMatchObject({ booking: { state: "cancelled" } });
});

test("of two bookings the one chosen is cancelled", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  const first = await confirmBooking(world.town.core, "2026-12-10T10:15:00+01:00");
  const citizen = { name: "Mario Rossi", email: "altro@example.org", reason: "Altro" };
  const second = await confirmBooking(world.town.core, "2026-12-11T10:15:00+01:00", { citizen });
  await mario.send("/appuntamenti");
  await mario.waitFor("I tuoi appuntamenti");
  await mario.press("2. ANNULLA PRENOTAZIONE");
  await mario.waitFor("Vuoi davvero annullare");
  await mario.press("ANNULLA PRENOTAZIONE");
  await mario.waitFor("l’appuntamento è stato annullato");
  expect(await world.town.core.bookingsOf("telegram:1001")).toMatchObject([{ code: first.code }]);
  expect(await world.town.core.getBooking(second.code)).toMatchObject({ booking: { state: "cancelled" } });
});

test("a booking moved by the office while the question stood open is not cancelled by the old question", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  const booking = await confirmBooking(world.town.core, "2026-12-10T10:15:00+01:00");
  await mario.send("/appuntamenti");
  await mario.waitFor("I tuoi appuntamenti");
  await mario.press("ANNULLA PRENOTAZIONE");
  await mario.waitFor("Vuoi davvero annullare");
  const start = Date.parse("2026-12-11T11:00:00+01:00");
  await world.town.core.move({ code: booking.code, start, mode: "in_person", actor: "staff:test" });
  await mario.press("ANNULLA PRENOTAZIONE");
  const screen = await mario.waitFor("I tuoi appuntamenti");
  expect(screen.text).toContain("ven 11/12/26 - 11:00");
  expect(await world.town.core.getBooking(booking.code)).toMatchObject({ booking: { state: "confirmed" } });
});

test("in a group the bot keeps silent", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  const member = world.telegram.group({ id: -5, title: "Ufficio Tributi" }).member(mario);
  await member.send("/start");
  await member.send("/appuntamenti");
  await world.telegram.settled();
  await world.stopBot();
  expect(member.messages().filter(({ isFromBot }) => isFromBot)).toEqual([]);
  expect(await world.town.core.records.chats.get(-5)).toBeNull();
});
