import { expect, test } from "vitest";
import { confirmBooking, requestBooking } from "../support/town.ts";
import { openBotTown } from "./support/bot-town.ts";
import { ITALIAN_JOURNEY, walk } from "./support/journey.ts";

const THURSDAY_QUARTER_PAST_TEN = "2026-12-10T10:15:00+01:00";

test("an appointment is moved in the chat, to another day and mode, with one question before", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  const booking = await confirmBooking(world.town.core, THURSDAY_QUARTER_PAST_TEN);
  await mario.send("/appuntamenti");
  await mario.waitFor("I tuoi appuntamenti");
  await mario.press("MODIFICA");
  const days = await mario.waitFor("Stai modificando questo appuntamento");
  expect(days.text).toContain("gio 10/12/26 - 10:15 (15 min.) - In Presenza");
  await mario.press("11");
  await mario.waitFor("venerdì 11 dicembre");
  await mario.press("11:00 - VIRTUALE");
  const question = await mario.waitFor("Vuoi spostare l’appuntamento");
  expect(question.text).toContain("Da: gio 10/12/26 - 10:15 (15 min.) - In Presenza");
  expect(question.text).toContain("A: ven 11/12/26 - 11:00 (15 min.) - VIRTUALE");
  expect(await world.town.core.bookingsOf("telegram:1001")).toMatchObject([{ version: 1 }]);
  await mario.press("Sì, sposta l’appuntamento");
  const list = await mario.waitFor("l’appuntamento è stato modificato");
  expect(list.text).toContain("ven 11/12/26 - 11:00 (15 min.) - VIRTUALE");
  expect(await world.town.core.bookingsOf("telegram:1001")).toMatchObject([
    { code: booking.code, version: 2, mode: "virtual", state: "confirmed" },
  ]);
});

test("its own time counts as free: the same time by video instead", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await confirmBooking(world.town.core, THURSDAY_QUARTER_PAST_TEN);
  await mario.send("/appuntamenti");
  await mario.waitFor("I tuoi appuntamenti");
  await mario.press("MODIFICA");
  await mario.waitFor("Stai modificando");
  await mario.press("10");
  await mario.waitFor("giovedì 10 dicembre");
  await mario.press("10:15 - VIRTUALE");
  await mario.waitFor("Vuoi spostare");
  await mario.press("Sì, sposta l’appuntamento");
  await mario.waitFor("l’appuntamento è stato modificato");
  expect(await world.town.core.bookingsOf("telegram:1001")).toMatchObject([{ mode: "virtual" }]);
});

test("a request still to be confirmed is moved, too, and says what that means", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  const before = await requestBooking(world.town.core, THURSDAY_QUARTER_PAST_TEN);
  await mario.send("/appuntamenti");
  await mario.waitFor("I tuoi appuntamenti");
  await mario.press("MODIFICA");
  await mario.waitFor("Stai modificando");
  await mario.press("11");
  await mario.waitFor("venerdì 11");
  await mario.press("10:00 - In Presenza");
  await mario.waitFor("il link della prima non varrà più");
  await mario.press("Sì, sposta");
  await mario.waitFor("è stato modificato");
  expect(await world.town.core.bookingsOf("telegram:1001")).toMatchObject([
    { state: "pending", expires: before.expires, version: 2 },
  ]);
});

test("the way back leads from the question to the list, and moves nothing", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await confirmBooking(world.town.core, THURSDAY_QUARTER_PAST_TEN);
  await mario.send("/appuntamenti");
  await mario.waitFor("I tuoi appuntamenti");
  await mario.press("MODIFICA");
  await mario.waitFor("Stai modificando");
  await mario.press("11");
  await mario.waitFor("venerdì 11");
  await mario.press("11:00 - VIRTUALE");
  await mario.waitFor("Vuoi spostare");
  for (const sees of ["venerdì 11 dicembre", "Scegli il giorno", "I tuoi appuntamenti", "Scegli l’ufficio"]) {
    await mario.press(sees === "Scegli l’ufficio" ? "Torna agli uffici" : "Indietro");
    await mario.waitFor(sees);
  }
  expect(await world.town.core.bookingsOf("telegram:1001")).toMatchObject([{ version: 1 }]);
});

test("a time taken by somebody else meanwhile leads to the nearest, still to move", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  const booking = await confirmBooking(world.town.core, THURSDAY_QUARTER_PAST_TEN);
  await mario.send("/appuntamenti");
  await mario.waitFor("I tuoi appuntamenti");
  await mario.press("MODIFICA");
  await mario.waitFor("Stai modificando");
  await mario.press("11");
  await mario.waitFor("venerdì 11");
  await mario.press("11:00 - VIRTUALE");
  await mario.waitFor("Vuoi spostare");
  const citizen = { name: "Anna Serra", email: "anna@example.org", reason: "Altro" };
  await confirmBooking(world.town.core, "2026-12-11T11:00:00+01:00", { citizen, chat: 2002 });
  await mario.press("Sì, sposta");
  const nearest = await mario.waitFor("appena stato prenotato da un’altra persona");
  expect(nearest.text).toContain("Stai modificando");
  const [first] = nearest.buttons.flat();
  await mario.press(first?.text ?? "");
  await mario.waitFor("Vuoi spostare");
  await mario.press("Sì, sposta");
  await mario.waitFor("è stato modificato");
  expect(await world.town.core.bookingsOf("telegram:1001")).toMatchObject([
    { code: booking.code, version: 2 },
  ]);
});

test("a booking cancelled or moved by the office while another time was looked for is not moved", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  const booking = await confirmBooking(world.town.core, THURSDAY_QUARTER_PAST_TEN);
  await mario.send("/appuntamenti");
  await mario.waitFor("I tuoi appuntamenti");
  await mario.press("MODIFICA");
  await mario.waitFor("Stai modificando");
  await mario.press("11");
  await mario.waitFor("venerdì 11");
  await mario.press("11:00 - VIRTUALE");
  await mario.waitFor("Vuoi spostare");
  await world.town.core.cancel({ code: booking.code, actor: "staff:test" });
  await mario.press("Sì, sposta");
  const screen = await mario.waitFor("I tuoi appuntamenti");
  expect(screen.text).toContain("Questa prenotazione è stata annullata");
  expect(await world.town.core.getBooking(booking.code)).toMatchObject({ booking: { state: "cancelled" } });
});

test("what was written for another booking is still there after one was moved", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await confirmBooking(world.town.core, "2026-12-11T10:15:00+01:00");
  await walk(mario, ITALIAN_JOURNEY, "Motivo richiesta");
  await mario.send("/appuntamenti");
  await mario.waitFor("I tuoi appuntamenti");
  await mario.press("MODIFICA");
  await mario.waitFor("Stai modificando");
  // The time held for the other booking is free for others again.
  expect(await world.town.core.records.bookings.heldBy("telegram:1001", world.town.clock.now())).toEqual([]);
  await mario.press("Indietro");
  await mario.waitFor("I tuoi appuntamenti");
  await mario.press("Torna agli uffici");
  await mario.waitFor("Scegli l’ufficio");
  await walk(mario, ITALIAN_JOURNEY.slice(1, 4));
  await mario.press("10:15 - VIRTUALE");
  await mario.waitFor("Motivo richiesta");
});
