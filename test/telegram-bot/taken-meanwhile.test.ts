import { expect, test } from "vitest";
import { openBotTown } from "./support/bot-town.ts";
import { ITALIAN_JOURNEY, walk } from "./support/journey.ts";

test("of two people after one time one gets it, the other the nearest free ones", async () => {
  await using world = await openBotTown();
  const people = [
    world.person(),
    world.person({ id: 2002, firstName: "Anna", lastName: "Serra", languageCode: "it" }),
  ];
  for (const person of people) await walk(person, ITALIAN_JOURNEY, "giovedì 10 dicembre");
  await Promise.all(people.map((person) => person.press("10:15 - VIRTUALE")));
  const screens = await Promise.all(
    people.map((person) => person.waitFor(/Il tuo nome e cognome|più vicini/)),
  );
  const lucky = screens.filter(({ text }) => text.includes("Il tuo nome e cognome"));
  expect(lucky).toHaveLength(1);

  const [other] = people.filter((_, index) => screens[index] !== lucky[0]);
  const nearest = other?.screen();
  expect(nearest?.text).toContain("appena stato prenotato da un’altra persona");
  const labels = nearest?.buttons.flat().map(({ text }) => text) ?? [];
  expect(labels[0]).toMatch(/^gio 10\/12\/26 - 10:(00|30) - /);
  await other?.press(labels[0] ?? "");
  await other?.waitFor("Il tuo nome e cognome");
});

test("a time lost while the form was filled in is replaced with nothing typed again", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Cliccando su Richiedi appuntamento");
  world.town.clock.advance({ minutes: 11 });
  const anna = world.person({ id: 2002, firstName: "Anna", lastName: "Serra" });
  await walk(anna, ITALIAN_JOURNEY, "10:15 (15 min.) - VIRTUALE");

  await mario.press("Richiedi appuntamento");
  await mario.waitFor("più vicini");
  await mario.press("10:30 - VIRTUALE");
  const summary = await mario.waitFor("Riepilogo");
  expect(summary.text).toContain("10:30 (15 min.) - VIRTUALE");
  expect(summary.text).toContain("Nome e cognome: Mario Rossi");
  await mario.press("Richiedi appuntamento");
  await mario.waitFor("NON è ancora prenotato");
});

test("a time lost between two questions leads on to the next question", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Il tuo indirizzo e-mail");
  world.town.clock.advance({ minutes: 11 });
  const anna = world.person({ id: 2002, firstName: "Anna", lastName: "Serra" });
  await walk(anna, ITALIAN_JOURNEY, "10:15 (15 min.) - VIRTUALE");

  await mario.send("mario.rossi@example.org");
  await mario.waitFor("più vicini");
  await mario.press("10:00 - In Presenza");
  await mario.waitFor("Motivo richiesta appuntamento");
});

test("a time that lapsed and is still free is taken again, and the citizen told", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Motivo richiesta");
  world.town.clock.advance({ minutes: 11 });
  await mario.send("Chiarimenti");
  const summary = await mario.waitFor("Riepilogo");
  expect(summary.text).toContain("lo abbiamo ripreso per te");
  expect(summary.text).toContain("riservato per te fino alle 09:21");
});

test("a lapsed time is taken again and requested in one press", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Cliccando su Richiedi appuntamento");
  world.town.clock.advance({ minutes: 45 });
  await mario.press("Richiedi appuntamento");
  await mario.waitFor("NON è ancora prenotato");
  expect(await world.town.core.bookingsOf("telegram:1001")).toMatchObject([{ state: "pending" }]);
});

test("the last free time gone leads back to the days", async () => {
  await using world = await openBotTown({
    offices: [
      {
        id: "sindaco",
        name: "Sindaco",
        openings: [{ date: "2026-12-10", from: "10:00", to: "10:15", slot: 15, modes: ["in_person"] }],
      },
    ],
  });
  const people = [world.person(), world.person({ id: 2002, firstName: "Anna", lastName: "Serra" })];
  for (const person of people) {
    await person.send("/start ufficio_sindaco");
    await person.waitFor("Scegli il giorno");
    await person.press("10");
    await person.waitFor("giovedì");
  }
  const [first, second] = people;
  await first?.press("10:00 - In Presenza");
  await first?.waitFor("Il tuo nome");
  await second?.press("10:00 - In Presenza");
  const screen = await second?.waitFor("appena stato prenotato");
  expect(screen?.text).toContain("Non ci sono orari liberi");
});

test("a time that has passed since it was shown is refused with the times there are", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  world.town.clock.set("2026-12-10T10:00:00+01:00");
  await walk(mario, ITALIAN_JOURNEY, "giovedì 10 dicembre");
  world.town.clock.advance({ minutes: 20 });
  await mario.press("10:15 - VIRTUALE");
  const screen = await mario.waitFor("Scegli il giorno");
  expect(screen.text).toContain("Questo orario è già passato");
  expect(await world.town.core.records.bookings.heldBy("telegram:1001", world.town.clock.now())).toEqual([]);
});

test("the limit of unconfirmed requests is told, and the citizen can look at them", async () => {
  await using world = await openBotTown({ municipality: { policy: { max_unconfirmed: 1 } } });
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  await mario.send("/start ufficio_tributi-tari");
  await mario.waitFor("Scegli il giorno");
  await mario.press("14");
  await mario.waitFor("lunedì");
  await mario.press("09:00");
  await mario.waitFor("Hai già una richiesta da confermare");
  await mario.send("/appuntamenti");
  await mario.waitFor("I tuoi appuntamenti");
});

test("the limit of an office is told at the request, and what was written stays", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  const again = ITALIAN_JOURNEY.map((step) =>
    step.does.includes("10:15")
      ? { ...step, act: () => mario.press("10:30 - VIRTUALE"), sees: "10:30 (15 min.) - VIRTUALE" }
      : step,
  );
  await walk(mario, again, "Cliccando su Richiedi appuntamento");
  await mario.press("Richiedi appuntamento");
  const screen = await mario.waitFor("Hai già un appuntamento con questo ufficio");
  expect(screen.text).toContain("Nome e cognome: Mario Rossi");
});
