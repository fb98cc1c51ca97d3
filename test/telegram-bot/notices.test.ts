import { DeliveryError } from "@ricevimenti/core";
import { telegramTransport } from "@ricevimenti/telegram-bot";
import { expect, test } from "vitest";
import { confirmBooking, requestBooking } from "../support/town.ts";
import { openBotTown } from "./support/bot-town.ts";

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
  expect(told.buttons.flat().map(({ text }) => text)).toEqual(["MODIFICA", "ANNULLA PRENOTAZIONE"]);
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
  const cancelled = await mario.waitFor("Il tuo appuntamento è stato annullato");
  expect(cancelled.buttons).toEqual([]);
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
  expect(told.text).toContain(`MODIFICA: ${links.manage}/modifica`);
  expect(told.buttons).toEqual([]);
  expect(told.documents).toHaveLength(1);
  await mario.send("/appuntamenti");
  const list = await mario.waitFor("I tuoi appuntamenti");
  expect(list.text).toContain(`PARTECIPA: ${links.join}`);
});

test("a chat that has blocked the bot is given up, and the mail still goes out", async () => {
  await using world = await openBotTown({ strict: false });
  const mario = world.person();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  await confirmBooking(world.town.core, "2026-12-10T10:15:00+01:00");
  mario.block();
  await world.deliver();
  const outbox = await world.town.core.records.outbox.find({ states: ["failed"] });
  expect(outbox).toMatchObject([{ kind: "invitation", channel: "telegram", error: "telegram: blocked" }]);
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
