import { DeliveryError } from "@ricevimenti/core";
import { telegramTransport } from "@ricevimenti/telegram-bot";
import { expect, test } from "vitest";
import { confirmBooking, requestBooking } from "../support/town.ts";
import { openBotTown } from "./support/bot-town.ts";
import { ITALIAN_JOURNEY, walk } from "./support/journey.ts";

test("the chat hears that its request has expired", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  await requestBooking(world.town.core, "2026-12-10T10:15:00+01:00");
  world.town.clock.advance({ hours: 2, minutes: 1 });
  await world.deliver();
  const told = await mario.waitFor("La tua richiesta è scaduta");
  expect(told.text).toContain("gio 10/12/26 - 10:15 (15 min.) - In Presenza");
});

test("the chat is reminded the day before and two hours before, with the place", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  await confirmBooking(world.town.core, "2026-12-11T10:15:00+01:00");
  await world.deliver();
  const reminders = () => mario.messages().filter(({ text }) => text.includes("Ti ricordiamo")).length;
  world.town.clock.set("2026-12-10T10:14:00+01:00");
  await world.deliver();
  expect(reminders()).toBe(0);
  world.town.clock.set("2026-12-10T10:15:00+01:00");
  await world.deliver();
  const told = await mario.waitFor("Ti ricordiamo il tuo appuntamento");
  expect(told.text).toContain("Dove: Via Vittorio Veneto 11");
  expect(told.buttons.flat().map(({ text }) => text)).toEqual([
    "Come arrivare",
    "Arrivo",
    "Sono in ritardo",
    "MODIFICA",
    "ANNULLA PRENOTAZIONE",
  ]);
  expect(told.buttons[0]?.[0]?.url).toBe(
    "https://www.openstreetmap.org/search?query=Via+Vittorio+Veneto+11%2C+Ozieri",
  );
  world.town.clock.set("2026-12-11T08:15:00+01:00");
  await world.deliver();
  expect(reminders()).toBe(2);
  world.town.clock.set("2026-12-11T10:16:00+01:00");
  await world.deliver();
  expect(reminders()).toBe(2);
});

test("the chat hears when the office moves or cancels the appointment", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  const booking = await confirmBooking(world.town.core, "2026-12-10T10:15:00+01:00");
  await world.deliver();
  const start = Date.parse("2026-12-11T11:00:00+01:00");
  await world.town.core.move({ code: booking.code, start, mode: "virtual", actor: "staff:test" });
  await world.deliver();
  const moved = await mario.waitFor("Il tuo appuntamento è stato modificato");
  expect(moved.text).toContain("ven 11/12/26 - 11:00 (15 min.) - VIRTUALE");
  expect(moved.documents).toHaveLength(1);
  expect(moved.buttons.flat()[0]?.text).toBe("PARTECIPA");
  await world.town.core.cancel({ code: booking.code, actor: "staff:test" });
  await world.deliver();
  const cancelled = await mario.waitFor("L’ufficio ha annullato il tuo appuntamento");
  expect(cancelled.buttons).toEqual([]);
});

test("the chat is offered other times when the office cannot keep one, and takes one with one press", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  const { core } = world.town;
  const booking = await confirmBooking(core, "2026-12-14T10:15:00+01:00");
  await world.deliver();
  const { municipality, offices } = await core.exportTimetable();
  const closed = offices.map((office) => ({ ...office, closures: [{ from: "2026-12-14" }] }));
  await core.importTimetable(
    { ...(municipality && { municipality }), offices: closed },
    { actor: "staff:test", onConflict: "reoffer" },
  );
  const held = await core.alternativesTo(booking);
  await world.deliver();
  const told = await mario.waitFor("L’ufficio non può più riceverti in questo orario");
  const labels = told.buttons.flat().map(({ text }) => text);
  expect(labels).toHaveLength(5);
  expect(labels.slice(3)).toEqual(["Scegli un altro orario", "ANNULLA PRENOTAZIONE"]);
  await mario.press(labels[1] ?? "");
  await mario.waitFor("Fatto: l’appuntamento è stato modificato");
  const found = await core.getBooking(booking.code);
  expect(found).toMatchObject({ booking: { start: held[1]?.start, state: "confirmed" } });
  expect(await core.alternativesTo(booking)).toEqual([]);
});

test("links to this machine are written out, since Telegram refuses them as buttons", async () => {
  await using world = await openBotTown({ env: { PUBLIC_URL: "http://localhost:8080" } });
  const mario = world.person();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  const booking = await confirmBooking(world.town.core, "2026-12-10T10:15:00+01:00", { mode: "virtual" });
  await world.deliver();
  const told = await mario.waitFor("Il tuo appuntamento è confermato");
  const links = world.town.core.linksOf(booking);
  expect(told.text).toContain(`PARTECIPA: ${links.join}`);
  expect(told.buttons.flat().map(({ text }) => text)).toEqual(["MODIFICA", "ANNULLA PRENOTAZIONE"]);
  expect(told.documents).toHaveLength(1);
  await mario.send("/appuntamenti");
  const list = await mario.waitFor("I tuoi appuntamenti");
  expect(list.text).toContain(`PARTECIPA: ${links.join}`);
});

test("the buttons under a reminder move and cancel, weeks later and below everything else", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  const booking = await confirmBooking(world.town.core, "2026-12-22T10:15:00+01:00");
  await world.deliver();
  const told = mario.screen();
  const button = (label: string) => told.buttons.flat().find(({ text }) => text === label) ?? { text: "" };
  world.town.clock.advance({ days: 10 });
  await mario.pressButton(told.messageId, button("MODIFICA"));
  const days = await mario.waitFor("Stai modificando questo appuntamento");
  expect(days.messageId).toBeGreaterThan(told.messageId);
  await mario.pressButton(told.messageId, button("ANNULLA PRENOTAZIONE"));
  await mario.waitFor("Vuoi davvero annullare");
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  await mario.pressButton(told.messageId, button("ANNULLA PRENOTAZIONE"));
  await mario.waitFor("Vuoi davvero annullare");
  await mario.press("ANNULLA PRENOTAZIONE");
  await mario.waitFor("l’appuntamento è stato annullato");
  expect(await world.town.core.getBooking(booking.code)).toMatchObject({ booking: { state: "cancelled" } });
  world.town.clock.advance({ minutes: 1 });
  await mario.pressButton(told.messageId, button("ANNULLA PRENOTAZIONE"));
  const over = await mario.waitFor("Questo pulsante non vale più");
  expect(over.text).toContain("Non hai appuntamenti");
});

test("the buttons under a reminder reach the office's agenda, until the appointment is over", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  const booking = await confirmBooking(world.town.core, "2026-12-10T10:15:00+01:00");
  world.town.clock.set("2026-12-10T08:15:00+01:00");
  await world.deliver();
  const told = await mario.waitFor("Ti ricordiamo il tuo appuntamento");
  const announced = async () =>
    (await world.town.core.agenda({ from: booking.start, to: booking.end })).map((entry) => entry.announced);
  const press = (label: string) =>
    mario.pressButton(told.messageId, told.buttons.flat().find(({ text }) => text === label) ?? { text: "" });
  await press("Arrivo");
  await mario.waitFor("l’ufficio sa che stai arrivando");
  expect(await announced()).toEqual(["coming"]);
  await press("Sono in ritardo");
  await mario.waitFor("abbiamo avvisato l’ufficio che sei in ritardo");
  expect(await announced()).toEqual(["late"]);
  world.town.clock.set("2026-12-10T10:31:00+01:00");
  await press("Arrivo");
  await mario.waitFor("Non hai appuntamenti");
  expect(await announced()).toEqual(["late"]);
});

test("when the room of a video appointment opens, the chat has the way in, once", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  const booking = await confirmBooking(world.town.core, "2026-12-10T10:15:00+01:00", { mode: "virtual" });
  await world.deliver();
  const opened = () => mario.messages().filter(({ text }) => text.includes("è aperta")).length;
  world.town.clock.set("2026-12-10T10:04:59+01:00");
  await world.deliver();
  expect(opened()).toBe(0);
  world.town.clock.set("2026-12-10T10:05:00+01:00");
  await world.deliver();
  const told = await mario.waitFor("La stanza del tuo appuntamento è aperta");
  expect(told.buttons).toMatchObject([
    [{ text: "ENTRA NELLA STANZA", url: world.town.core.linksOf(booking).join }],
    [{ text: "Sono in ritardo" }],
  ]);
  await world.deliver();
  expect(opened()).toBe(1);
});

test("no room is announced for a video appointment that was moved or cancelled", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  const { code } = await confirmBooking(world.town.core, "2026-12-10T10:15:00+01:00", { mode: "virtual" });
  await world.deliver();
  const start = Date.parse("2026-12-11T10:15:00+01:00");
  await world.town.core.move({ code, start, mode: "virtual", actor: "citizen" });
  await world.deliver();
  world.town.clock.set("2026-12-10T10:06:00+01:00");
  await world.deliver();
  expect(mario.transcript()).not.toContain("è aperta");
  world.town.clock.set("2026-12-11T10:06:00+01:00");
  await world.deliver();
  await mario.waitFor("La stanza del tuo appuntamento è aperta");
});

test("a citizen who blocks the bot is noticed: the time held goes back, and mail does the telling", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await confirmBooking(world.town.core, "2026-12-10T10:15:00+01:00");
  await walk(mario, ITALIAN_JOURNEY.slice(0, 4));
  await mario.press("10:30 - VIRTUALE");
  await mario.waitFor("Il tuo nome");
  mario.block();
  await world.telegram.settled();
  const { core, clock } = world.town;
  expect(await core.records.bookings.heldBy("telegram:1001", clock.now())).toEqual([]);
  expect(await core.records.chats.get(1001)).toBeNull();
  await world.deliver();
  const mails = await world.town.mails();
  expect(mails.some(({ subject }) => subject?.includes("confermato"))).toBe(true);
  expect(await core.records.outbox.find({ states: ["failed"] })).toEqual([]);

  // What Telegram repeats is not a second goodbye.
  mario.unblock();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  await world.telegram.settled();
  world.telegram.redeliver(3);
  await world.telegram.settled();
  expect(await core.records.chats.get(1001)).not.toBeNull();
});

test("a block that is found out only by a delivery gives no alarm: the mail goes out", async () => {
  await using world = await openBotTown({ strict: false });
  const mario = world.person();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  await confirmBooking(world.town.core, "2026-12-10T10:15:00+01:00");
  await world.stopBot();
  mario.block();
  await world.deliver();
  const { core } = world.town;
  expect(await core.records.outbox.find({ states: ["failed", "waiting"] })).not.toContainEqual(
    expect.objectContaining({ kind: "invitation" }),
  );
  expect(await core.records.chats.get(1001)).toBeNull();
  expect(world.town.logged.join("\n")).not.toContain('"level":"error"');
  const mails = await world.town.mails();
  expect(mails.some(({ subject }) => subject?.includes("confermato"))).toBe(true);
});

test.each([
  ["429", { permanent: false, retryAfter: 7000 }],
  ["500", { permanent: false, retryAfter: null }],
  ["drop", { permanent: false, retryAfter: null }],
] as const)("a delivery that ends in %s can be tried again", async (kind, expected) => {
  await using world = await openBotTown();
  const mario = world.person();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  world.telegram.fault({ kind, method: "sendMessage", retryAfter: 7 });
  const error = await failure(world.telegram, 1001);
  expect(error).toMatchObject(expected);
});

test("an unknown chat is permanent, and no error names the chat, the text or the token", async () => {
  await using world = await openBotTown({ strict: false });
  const error = await failure(world.telegram, 987_654_321);
  expect(error).toMatchObject({ permanent: true, message: "telegram: chat_not_found" });
  const told = [error.message, String(error.cause), error.stack].join("\n");
  expect(told).not.toContain("987654321");
  expect(told).not.toContain("Mario");
  expect(told).not.toContain(world.telegram.token);
});

test("a text too long for a caption is sent before its file", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  const transport = telegramTransport({ token: world.telegram.token, apiRoot: world.telegram.url });
  const html = `<b>Prova</b> ${"x".repeat(1100)}`;
  const document = { filename: "a.ics", body: "BEGIN:VCALENDAR" };
  await transport.deliver({ channel: "telegram", chat: 1001, html, buttons: [], document });
  const [text, file] = mario.messages().slice(-2);
  expect(text?.text).toMatch(/^Prova x+$/);
  expect(file?.documents[0]?.fileName).toBe("a.ics");
});

async function failure(telegram: { token: string; url: string }, chat: number): Promise<DeliveryError> {
  const transport = telegramTransport({ token: telegram.token, apiRoot: telegram.url });
  const sent = transport.deliver({ channel: "telegram", chat, html: "Gentile Mario", buttons: [] });
  const error = await sent.then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(error instanceof DeliveryError)) throw new Error("was delivered, or failed otherwise");
  return error;
}
