import { expect, test } from "vitest";
import { openBotTown } from "./support/bot-town.ts";
import { ITALIAN_JOURNEY, walk } from "./support/journey.ts";

const STALE = "Questo pulsante non vale più";

test("a button of an earlier booking says so and shows where things stand", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli l’ufficio");
  const old = mario.screen();
  const oldOffice = old.buttons.flat()[0];
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  await walk(mario, ITALIAN_JOURNEY.slice(1), "Il tuo indirizzo e-mail");

  await mario.pressButton(old.messageId, oldOffice ?? { text: "" });
  const screen = await mario.waitFor(STALE);
  expect(screen.text).toContain("Il tuo indirizzo e-mail");
  // The question is still open.
  await mario.send("mario.rossi@example.org");
  await mario.waitFor("Motivo richiesta");
});

test("an old day is not taken for a day of the office chosen since", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli il giorno");
  const old = mario.screen();
  const monday = old.buttons.flat().find(({ text }) => text === "14");
  await mario.send("/start ufficio_tributi-tari");
  await mario.waitFor("Tributo TARI");
  await mario.pressButton(old.messageId, monday ?? { text: "" });
  const screen = await mario.waitFor(STALE);
  expect(screen.text).toContain("Tributo TARI");
  expect(screen.text).toContain("Scegli il giorno");
});

test("a button of a month ago, when nothing is left of the conversation, begins anew", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "giovedì 10 dicembre");
  const old = mario.screen();
  await world.town.core.atomically(async (_core, { chats }) => chats.forget(1001));
  world.town.clock.advance({ days: 31 });
  await mario.pressButton(old.messageId, old.buttons.flat()[0] ?? { text: "" });
  const screen = await mario.waitFor(STALE);
  expect(screen.text).toContain("Scegli l’ufficio");
});

test("data that no button of ours has is answered like an old button", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli il giorno");
  const { messageId } = mario.screen();
  for (const data of ["", "x", "office", "office:0:tributi-imu", "cancel:0:K7P-4QX", "::::", "yes:zzzz:"]) {
    await mario.pressData(messageId, data);
    await mario.waitFor(STALE);
  }
});

test("a forged button with a current stamp cannot leave the step, nor reach another chat's booking", async () => {
  await using world = await openBotTown();
  const anna = world.person({ id: 2002, firstName: "Anna", lastName: "Serra" });
  await walk(anna, ITALIAN_JOURNEY);
  const [hers] = await world.town.core.bookingsOf("telegram:2002");
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli il giorno");
  for (const forged of [
    "request::",
    "consent::",
    "yes::",
    "time::zzzzzzzzzzzzz-9",
    "page::NaN",
    "edit::email",
    "name::",
    "keep::",
    "language::de",
    "service::none",
  ]) {
    const screen = mario.screen();
    const stamp = screen.buttons.flat()[0]?.callbackData?.split(":")[1] ?? "";
    await mario.pressData(screen.messageId, forged.replace("::", `:${stamp}:`));
    await mario.waitFor(STALE);
    expect(mario.screen().text).toContain("Scegli il giorno");
  }
  for (const verb of ["cancel", "move"]) {
    const screen = mario.screen();
    await mario.pressData(screen.messageId, `${verb}:-:${hers?.code}`);
    const own = await mario.waitFor(STALE);
    expect(own.text).toContain("Non hai appuntamenti");
  }
  expect(await world.town.core.bookingsOf("telegram:2002")).toMatchObject([{ state: "pending" }]);
});

test("a forged office or day leads nowhere harmful", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  const forge = async (verb: string, argument: string) => {
    const screen = mario.screen();
    const stamp = screen.buttons.flat()[0]?.callbackData?.split(":")[1] ?? "";
    await mario.pressData(screen.messageId, `${verb}:${stamp}:${argument}`);
  };
  await walk(mario, ITALIAN_JOURNEY, "Scegli l’ufficio");
  await forge("office", "no-such-office");
  await mario.waitFor("Questo ufficio non esiste");
  await walk(mario, ITALIAN_JOURNEY, "Per quale argomento");
  await forge("service", "no-such-topic");
  await mario.waitFor("Non ci sono orari liberi");
  await mario.press("Indietro");
  await mario.waitFor("Per quale argomento");
  await mario.press("Informazioni IMU");
  await mario.waitFor("Scegli il giorno");
  await forge("day", "1999-02-31");
  await mario.waitFor("non ci sono più orari liberi");
});

test("an office removed meanwhile is explained, with a way to begin anew", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli il giorno");
  const file = await world.town.core.exportTimetable(["tributi-tari"]);
  await world.town.core.importTimetable(file, { prune: true, actor: "staff:test" });
  await mario.press("10");
  await mario.waitFor("non si può più continuare");
  await mario.press("Ricomincia");
  const offices = await mario.waitFor("Scegli l’ufficio");
  expect(offices.text).not.toContain("Tributo IMU");
});

test("of two phones of one account that press different buttons at once, one is told that things have moved on", async () => {
  await using world = await openBotTown();
  const [phone, other] = [world.person(), world.person()];
  await walk(phone, ITALIAN_JOURNEY, "Scegli l’ufficio");
  await Promise.all([phone.press("Tributo IMU"), other.press("Tributo TARI")]);
  const screen = await phone.waitFor(STALE);
  expect(screen.text).toMatch(/Per quale argomento|Scegli il giorno/);
  await world.telegram.settled();
  await world.stopBot();
  expect(phone.messages().filter(({ isFromBot }) => isFromBot)).toHaveLength(1);
});
