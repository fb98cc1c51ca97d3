import { expect, test } from "vitest";
import { minutesLeft } from "../../packages/telegram-bot/src/screens/requested.ts";
import type { Person } from "../support/telegram/person.ts";
import { refused } from "../support/town.ts";
import { type BotTown, openBotTown } from "./support/bot-town.ts";
import { ITALIAN_JOURNEY, walk } from "./support/journey.ts";

const labels = (person: Person) =>
  person
    .screen()
    .buttons.flat()
    .map(({ text }) => text);

async function booking(world: BotTown, chat = 1001) {
  const [found] = await world.town.core.bookingsOf(`telegram:${chat}`);
  if (!found) throw new Error("there is no booking");
  return found;
}

test("the time left to confirm goes down in the message itself, which says so when it is confirmed", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  const { messageId, text } = mario.screen();
  expect(text).toContain("Hai ancora 2 ore.");
  world.town.clock.advance({ minutes: 31 });
  await mario.waitFor("Hai ancora 1 ora e 30 minuti.");
  world.town.clock.advance({ minutes: 72 });
  await mario.waitFor("Hai ancora 20 minuti.");
  const { code } = await booking(world);
  await world.town.core.confirm({ code, actor: "citizen" });
  const confirmed = await mario.waitFor("L’appuntamento è prenotato.");
  expect(confirmed.messageId).toBe(messageId);
  expect(confirmed.text).not.toContain("NON è ancora prenotato");
  expect(labels(mario)).toEqual(["I miei appuntamenti", "Prenota un nuovo appuntamento"]);
});

test("a request that has lapsed says so in its message, although nobody has swept it up", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  world.town.clock.advance({ hours: 2 });
  await mario.waitFor("La richiesta è scaduta");
});

test("a request withdrawn or moved elsewhere says so in its message", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  const { code } = await booking(world);
  const start = Date.parse("2026-12-11T11:00:00+01:00");
  await world.town.core.move({ code, start, mode: "in_person", actor: "citizen" });
  await mario.waitFor("ven 11/12/26 - 11:00 (15 min.) - In Presenza");
  await world.town.core.cancel({ code, actor: "citizen" });
  await mario.waitFor("Questo appuntamento è stato annullato.");
});

test("a message left behind further up in the chat is kept true, too", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  const { messageId } = mario.screen();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  const left = () => mario.messages().find((message) => message.messageId === messageId)?.text ?? "";
  world.town.clock.advance({ minutes: 15 });
  await mario.waitFor(() => left().includes("Hai ancora 1 ora e 50 minuti.") || left());
  const { code } = await booking(world);
  await world.town.core.confirm({ code, actor: "citizen" });
  await mario.waitFor(() => left().includes("L’appuntamento è prenotato.") || left());
  expect(mario.screen().text).toContain("Scegli l’ufficio");
});

test("confirmed while no bot ran, the message is put right when the confirmation is told", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  const { messageId } = mario.screen();
  const { code } = await booking(world);
  await world.stopBot();
  await world.town.core.confirm({ code, actor: "citizen" });
  await world.deliver();
  const message = mario.messages().find((one) => one.messageId === messageId);
  expect(message?.text).toContain("L’appuntamento è prenotato.");
  expect(mario.screen().text).toContain("Il tuo appuntamento è confermato");
});

test("edits come at sensible intervals: ten minutes, then five, then one", () => {
  const told = Array.from({ length: 7201 }, (_, second) => minutesLeft(7_200_000, second * 1000));
  const edits = told.filter((minutes, second) => second > 0 && minutes !== told[second - 1]);
  expect(edits).toEqual([
    ...[110, 100, 90, 80, 70, 60, 55, 50, 45, 40, 35, 30, 25, 20, 15],
    ...[14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
  ]);
});

test("the mail is sent again, as often as it may be and no more", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  for (const left of ["ancora 2 volte", "ancora 1 volta", "non possiamo mandarla altre volte"]) {
    await mario.press("Invia di nuovo la mail");
    await mario.waitFor(left);
    world.town.clock.advance({ seconds: 5 });
  }
  await mario.press("Invia di nuovo la mail");
  await mario.waitFor("il numero massimo di volte");
  await world.deliver();
  const mails = await world.town.mails();
  expect(mails).toHaveLength(4);
});

test("a double tap sends the mail once", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  await Promise.all([mario.press("Invia di nuovo la mail"), mario.press("Invia di nuovo la mail")]);
  await mario.waitFor("ancora 2 volte");
  await world.telegram.settled();
  await world.deliver();
  expect(await world.town.mails()).toHaveLength(2);
});

test("a mistyped address is corrected without beginning again", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  const before = await booking(world);
  await mario.press("Correggi l’indirizzo");
  const asked = await mario.waitFor("è andata a questo indirizzo: mario.rossi@example.org");
  expect(asked.text).toContain("Il tuo indirizzo e-mail");
  await mario.send("mario rossi");
  await mario.waitFor("L’indirizzo e-mail non è corretto");
  await mario.send("m.rossi@gmial.com");
  await mario.waitFor("Volevi forse scrivere m.rossi@gmail.com?");
  await mario.press("Sì, ho sbagliato a scrivere");
  const screen = await mario.waitFor("mandato una nuova mail all’indirizzo corretto");
  expect(screen.text).toContain("mandato a m.rossi@gmail.com");
  const after = await booking(world);
  expect(after).toMatchObject({ code: before.code, email: "m.rossi@gmail.com", expires: before.expires });
  await world.deliver();
  const [mail] = await world.town.mails();
  expect(mail?.to).toMatchObject({ text: expect.stringContaining("m.rossi@gmail.com") });
  const old = world.town.core.linksOf(before).confirm.split("/").at(-1) ?? "";
  expect(refused(await world.town.core.follow("confirm", old))).toMatchObject({ code: "link_outdated" });
});

test("the correction can be given up, and does not disturb another request being filled in", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  const sent = mario.screen();
  await mario.press("Correggi l’indirizzo");
  await mario.waitFor("è andata a questo indirizzo");
  await mario.press("Torna alla richiesta");
  await mario.waitFor("NON è ancora prenotato");

  await mario.send("/start ufficio_tributi-tari");
  await mario.waitFor("Scegli il giorno");
  await walk(mario, [
    { does: "", act: () => mario.press("14"), sees: "lunedì 14", isPress: true },
    { does: "", act: () => mario.press("09:20"), sees: "Il tuo nome", isPress: true },
  ]);
  const button = sent.buttons.flat().find(({ text }) => text === "Correggi l’indirizzo");
  await mario.pressButton(sent.messageId, button ?? { text: "" });
  await mario.waitFor("è andata a questo indirizzo");
  await mario.send("altro@example.org");
  const screen = await mario.waitFor("mandato una nuova mail");
  expect(screen.text).toContain("Il tuo nome e cognome");
  await mario.send("Mario Rossi");
  await mario.waitFor("Domanda 2 di 3");
});

test("somebody else's request can neither be sent again nor corrected with a forged button", async () => {
  await using world = await openBotTown();
  const anna = world.person({ id: 2002, firstName: "Anna", lastName: "Serra" });
  await walk(anna, ITALIAN_JOURNEY);
  const { code } = await booking(world, 2002);
  const mario = world.person();
  await mario.send("/start");
  const { messageId } = await mario.waitFor("Scegli l’ufficio");
  await mario.pressData(messageId, `resend:-:${code}`);
  await mario.waitFor("Non c’è nessuna prenotazione con questo codice");
  await mario.pressData(messageId, `address:-:${code}`);
  await mario.waitFor("Questo pulsante non vale più");
  await world.deliver();
  expect(await world.town.mails()).toHaveLength(1);
});

test("a button that begins anew, far up in the chat, throws away nothing that is being filled in", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  const sent = mario.screen();
  await mario.send("/start ufficio_tributi-tari");
  await mario.waitFor("Scegli il giorno");
  await mario.press("14");
  await mario.waitFor("lunedì 14");
  await mario.press("09:20");
  await mario.waitFor("Il tuo nome");
  const button = sent.buttons.flat().find(({ text }) => text === "Prenota un nuovo appuntamento");
  await mario.pressButton(sent.messageId, button ?? { text: "" });
  const screen = await mario.waitFor("Questo pulsante non vale più");
  expect(screen.text).toContain("Il tuo nome e cognome");
});
