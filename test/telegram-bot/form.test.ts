import { expect, test } from "vitest";
import { openBotTown } from "./support/bot-town.ts";
import { ITALIAN_JOURNEY, walk } from "./support/journey.ts";

test("the address used last is offered, and taken over with a press", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  await mario.send("/start ufficio_tributi-tari");
  await mario.waitFor("Scegli il giorno");
  await mario.press("14");
  await mario.waitFor("lunedì 14");
  await mario.press("09:20");
  await mario.waitFor("Il tuo nome");
  await mario.press("Sono Mario Rossi");
  await mario.waitFor("L’ultima volta hai usato questo indirizzo: mario.rossi@example.org");
  await mario.press("Usa lo stesso indirizzo");
  await mario.waitFor("Motivo richiesta");
  await mario.send("Pagamento a rate");
  const summary = await mario.waitFor("Riepilogo");
  expect(summary.text).toContain("E-mail: mario.rossi@example.org");
});

test("nobody is offered the address of another chat, nor one that was erased", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  const anna = world.person({ id: 2002, firstName: "Anna", lastName: "Serra" });
  await walk(anna, [
    ...ITALIAN_JOURNEY.slice(0, 4),
    { does: "", act: () => anna.press("10:30 - VIRTUALE"), sees: "Il tuo nome", isPress: true },
    ITALIAN_JOURNEY[5] ?? { does: "", act: async () => {}, sees: "", isPress: false },
  ]);
  expect(anna.screen().text).not.toContain("mario.rossi");
  const [booking] = await world.town.core.bookingsOf("telegram:1001");
  await world.town.core.forget({ code: booking?.code ?? "", actor: "citizen" });
  await walk(mario, ITALIAN_JOURNEY, "Il tuo indirizzo e-mail");
  expect(mario.screen().text).not.toContain("mario.rossi");
});

test("an address one slip away from a well-known provider is asked about", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Il tuo indirizzo e-mail");
  await mario.send("mario@gmial.com");
  const asked = await mario.waitFor("Volevi forse scrivere mario@gmail.com?");
  expect(asked.text).toContain("Hai scritto mario@gmial.com");
  await mario.press("No, l’indirizzo è giusto così");
  await mario.waitFor("Motivo richiesta");
  await mario.press("Indietro");
  await mario.waitFor("Avevi scritto: mario@gmial.com");
  await mario.send("mario@gmial.com");
  await mario.waitFor("Volevi forse");
  await mario.press("Sì, ho sbagliato a scrivere");
  await mario.waitFor("Motivo richiesta");
  await mario.send("Chiarimenti");
  const summary = await mario.waitFor("Riepilogo");
  expect(summary.text).toContain("E-mail: mario@gmail.com");
});

test("another address written instead of an answer to the doubt is taken", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Il tuo indirizzo e-mail");
  await mario.send("mario@gmial.com");
  await mario.waitFor("Volevi forse");
  await mario.send("mario@libero.it");
  await mario.waitFor("Motivo richiesta");
});

test("what was left half written is forgotten after an hour, and the citizen told", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Motivo richiesta");
  world.town.clock.advance({ minutes: 59 });
  await mario.send("Chiarimenti");
  await mario.waitFor("Riepilogo");
  world.town.clock.advance({ minutes: 61 });
  await mario.press("Accetto");
  const screen = await mario.waitFor("È passato molto tempo");
  expect(screen.text).toContain("Scegli l’ufficio");
  const chat = await world.town.core.records.chats.get(1001);
  expect(chat?.draft).not.toMatch(/Mario|example\.org|Chiarimenti/);
});

test("a request waiting to be confirmed does not keep half a form alive", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  await walk(mario, ITALIAN_JOURNEY.slice(0, 4));
  await mario.press("10:30 - VIRTUALE");
  await mario.waitFor("Il tuo nome");
  await mario.send("Mario Bianchi");
  await mario.waitFor("Il tuo indirizzo");
  const draft = async () => (await world.town.core.records.chats.get(1001))?.draft ?? "";
  expect(await draft()).toContain("Bianchi");
  world.town.clock.advance({ minutes: 62 });
  await mario.waitFor(({ messages }) => messages.some(({ text }) => text.includes("Hai ancora 1 ora.")));
  await world.stopBot();
  expect(await draft()).not.toContain("Bianchi");
  expect(await draft()).toContain("awaited");
});
