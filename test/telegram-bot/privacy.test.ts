import { expect, test } from "vitest";
import { confirmBooking } from "../support/town.ts";
import { openBotTown } from "./support/bot-town.ts";
import { ITALIAN_JOURNEY, walk } from "./support/journey.ts";

test("/privacy shows who keeps what for how long, and the town's notice", async () => {
  await using world = await openBotTown({
    municipality: { privacy: { version: "2", url: "https://www.example.org/privacy" } },
  });
  const mario = world.person();
  await mario.send("/privacy");
  const screen = await mario.waitFor("I tuoi dati");
  expect(screen.text).toContain("Comune di Ozieri");
  expect(screen.text).toContain("vengono cancellati 180 giorni dopo");
  expect(screen.buttons.flat()[0]).toMatchObject({ url: "https://www.example.org/privacy" });
});

test("without a notice of the town's own, ours is shown; on this machine as text, not as a button", async () => {
  await using world = await openBotTown({ env: { PUBLIC_URL: "http://localhost:8080" } });
  const mario = world.person();
  await mario.send("/privacy");
  const screen = await mario.waitFor("I tuoi dati");
  expect(screen.text).toContain("Leggi l’informativa sulla privacy: http://localhost:8080/privacy");
});

test("all that is kept is handed out as a JSON document, once for one press", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  const anna = world.person({ id: 2002, firstName: "Anna", lastName: "Serra" });
  await walk(anna, ITALIAN_JOURNEY);
  const citizen = { name: "Mario Rossi", email: "m.rossi@example.org", reason: "Saldo <IMU>" };
  const booking = await confirmBooking(world.town.core, "2026-12-11T10:15:00+01:00", { citizen });
  await mario.send("/start ufficio_tributi-tari");
  await mario.waitFor("Scegli il giorno");
  await mario.press("14");
  await mario.waitFor("lunedì 14");
  await mario.press("09:20");
  await mario.waitFor("Il tuo nome");
  await mario.send("Maria Bianchi");
  await mario.waitFor("Domanda 2");
  await mario.send("/privacy");
  await mario.waitFor("I tuoi dati");
  await Promise.all([mario.press("Scarica i miei dati"), mario.press("Scarica i miei dati")]);
  const screen = await mario.waitFor("Ecco i tuoi dati");
  await world.telegram.settled();
  await world.stopBot();

  const files = mario.messages().flatMap(({ documents }) => documents);
  expect(files).toHaveLength(1);
  const fileAt = mario.messages().findIndex(({ documents }) => documents.length > 0);
  expect(mario.messages()[fileAt + 1]?.messageId).toBe(screen.messageId);
  expect(files[0]?.fileName).toBe("ricevimenti.json");
  const text = files[0]?.content.toString("utf8") ?? "";
  expect(text).not.toMatch(/Anna|staff:/);
  const data = JSON.parse(text);
  expect(data).toMatchObject({
    municipality: "Comune di Ozieri",
    chat: { id: 1001, language: "it", form: { name: "Maria Bianchi", email: null } },
  });
  expect(data.bookings).toHaveLength(2);
  expect(data.bookings[0]).toMatchObject({
    code: booking.code,
    state: "confirmed",
    start: "2026-12-11T09:15:00.000Z",
    name: "Mario Rossi",
    email: "m.rossi@example.org",
    reason: "Saldo <IMU>",
    consent: { notice: "1" },
  });
  expect(data.bookings[0].history.map(({ what }: { what: string }) => what)).toEqual([
    "held",
    "requested",
    "confirmed",
  ]);
});

test("the document is not lost when Telegram is away, nor sent twice when only the screen fails", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await mario.send("/privacy");
  await mario.waitFor("I tuoi dati");
  world.telegram.fault({ kind: "500", method: "sendDocument" });
  world.telegram.fault({ kind: "429", method: "sendMessage", retryAfter: 1 });
  await mario.press("Scarica i miei dati");
  await mario.waitFor("Ecco i tuoi dati");
  expect(mario.messages().flatMap(({ documents }) => documents)).toHaveLength(1);
});

test("erasing asks once, cancels what was still to come, and leaves nothing", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  const citizen = { name: "Mario Rossi", email: "altro@example.org", reason: "Altro" };
  const other = await confirmBooking(world.town.core, "2026-12-11T10:15:00+01:00", { citizen });
  await mario.send("/privacy");
  await mario.waitFor("I tuoi dati");
  await mario.press("Cancella i miei dati");
  await mario.waitFor("2 appuntamenti non ancora svolti verranno annullati.");
  await mario.press("No, non cancellare");
  await mario.waitFor("Il titolare del trattamento");
  expect(await world.town.core.bookingsOf("telegram:1001")).toHaveLength(2);
  await mario.press("Cancella i miei dati");
  await mario.waitFor("Vuoi davvero cancellare");
  await mario.press("Sì, cancella tutto");
  await mario.waitFor("I tuoi dati sono stati cancellati.");
  await world.stopBot();

  const { core } = world.town;
  expect(await core.records.chats.get(1001)).toBeNull();
  expect(await core.records.bookings.find({ holder: "telegram:1001" })).toEqual([]);
  expect(await core.getBooking(other.code)).toMatchObject({
    booking: { state: "cancelled", name: null, email: null, reason: null, holder: null },
  });
  // The message that told of a request to be confirmed no longer does.
  expect(mario.transcript()).not.toContain("NON è ancora prenotato");

  await world.startBot();
  await mario.press("Ricomincia");
  await mario.waitFor("Scegli l’ufficio");
});

test("an appointment that has begun is still needed: nothing is erased, and the citizen told", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  const booking = await confirmBooking(world.town.core, "2026-12-09T10:15:00+01:00");
  world.town.clock.set("2026-12-09T10:20:00+01:00");
  await mario.send("/privacy");
  await mario.waitFor("I tuoi dati");
  await mario.press("Cancella i miei dati");
  await mario.waitFor("Vuoi davvero cancellare");
  await mario.press("Sì, cancella tutto");
  await mario.waitFor("è già iniziato");
  expect(await world.town.core.getBooking(booking.code)).toMatchObject({
    booking: { state: "confirmed", name: "Mario Rossi" },
  });
});

test("nobody erases or takes away by a forged button, and a crash before the goodbye says it after the restart", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  for (const verb of ["eraseall", "export", "erase"]) {
    const { messageId } = mario.screen();
    await mario.pressData(messageId, `${verb}:-:`);
    await world.telegram.settled();
  }
  await mario.waitFor(({ screen }) => screen?.text.startsWith("Questo pulsante non vale più") ?? false);
  expect(await world.town.core.bookingsOf("telegram:1001")).toHaveLength(1);
  await mario.send("/privacy");
  await mario.waitFor("I tuoi dati");
  await mario.press("Cancella i miei dati");
  await mario.waitFor("Vuoi davvero");
  for (const method of ["sendMessage", "editMessageText"]) {
    world.telegram.fault({ kind: "drop", method, times: 1000 });
  }
  await mario.press("Sì, cancella tutto");
  await world.telegram.settled();
  await world.stopBot();
  world.telegram.clearFaults();
  await world.startBot();
  await mario.waitFor("I tuoi dati sono stati cancellati.");
  await world.stopBot();
  expect(await world.town.core.records.chats.get(1001)).toBeNull();
});
