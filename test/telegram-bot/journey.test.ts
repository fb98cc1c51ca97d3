import ICAL from "ical.js";
import { expect, test } from "vitest";
import { openBotTown } from "./support/bot-town.ts";
import { ENGLISH_JOURNEY, ITALIAN_JOURNEY, walk } from "./support/journey.ts";

test("a citizen books in Italian, from /start to the invitation with its calendar file", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  expect(mario.screen().text).toContain("mandato a mario.rossi@example.org");
  expect(mario.screen().text).toContain("entro le ore 11:00 di mercoledì 9 dicembre");

  await world.deliver();
  const [mail] = await world.town.mails();
  expect(mail?.to).toMatchObject({ text: expect.stringContaining("mario.rossi@example.org") });
  const [booking] = await world.town.core.bookingsOf("telegram:1001");
  expect(booking).toMatchObject({
    office: "tributi-imu",
    service: "imu",
    mode: "virtual",
    state: "pending",
    start: Date.parse("2026-12-10T10:15:00+01:00"),
    name: "Mario Rossi",
    email: "mario.rossi@example.org",
    reason: "Chiarimenti sul saldo",
    locale: "it",
  });

  await world.town.core.confirm({ code: booking?.code ?? "", actor: "citizen" });
  await world.deliver();
  const told = await mario.waitFor("Il tuo appuntamento è confermato");
  expect(told.text).toContain("gio 10/12/26 - 10:15 (15 min.) - VIRTUALE");
  expect(told.text).toContain("Cosa tenere a portata di mano: Documento d'identità");
  expect(told.buttons.flat().map(({ text }) => text)).toEqual([
    "PARTECIPA",
    "MODIFICA",
    "ANNULLA PRENOTAZIONE",
  ]);
  const [document] = told.documents;
  expect(document?.fileName).toMatch(/\.ics$/);
  const calendar = new ICAL.Component(ICAL.parse(document?.content.toString("utf8") ?? ""));
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
  expect(event.startDate.toJSDate().getTime()).toBe(booking?.start);
});

test("a citizen whose Telegram speaks English books in English", async () => {
  await using world = await openBotTown();
  const mary = world.person({ id: 2002, firstName: "Mary", lastName: "Smith", languageCode: "en-GB" });
  await walk(mary, ENGLISH_JOURNEY);
  expect(mary.screen().text).toContain("Press CONFIRM BOOKING by");
  const [booking] = await world.town.core.bookingsOf("telegram:2002");
  expect(booking?.locale).toBe("en");

  await world.town.core.confirm({ code: booking?.code ?? "", actor: "citizen" });
  await world.deliver();
  await mary.waitFor("Your appointment is confirmed");
});

test("from /start to the request takes at most eight presses", () => {
  const presses = ITALIAN_JOURNEY.filter(({ isPress }) => isPress);
  expect(presses.length).toBeLessThanOrEqual(8);
});

test("presses change one message: the chat holds one screen for each thing the citizen wrote", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  const written = mario.messages().filter(({ isFromBot }) => !isFromBot);
  const screens = mario.messages().filter(({ isFromBot }) => isFromBot);
  expect(written).toHaveLength(ITALIAN_JOURNEY.filter(({ isPress }) => !isPress).length);
  expect(screens).toHaveLength(written.length);
});

test("the profile's name is taken over with a press", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "10:15 (15 min.)");
  await mario.press("Sono Mario Rossi");
  await mario.waitFor("Il tuo indirizzo e-mail");
});

test("a profile without a surname, or with hidden characters, is not offered as name", async () => {
  await using world = await openBotTown();
  for (const person of [
    world.person({ id: 2101, lastName: undefined }),
    world.person({ id: 2102, firstName: "Ma\u202erio" }),
  ]) {
    await walk(person, ITALIAN_JOURNEY, "10:15 (15 min.)");
    expect(
      person
        .screen()
        .buttons.flat()
        .map(({ text }) => text),
    ).toEqual(["« Indietro", "Ricomincia"]);
    await person.press("Ricomincia");
    await person.waitFor("Scegli l’ufficio");
  }
});

test("every item can be changed in the summary, and a question left as it was", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Riepilogo");
  for (const [button, question, answer] of [
    ["Cambia nome", "Il tuo nome e cognome", "Maria Bianchi"],
    ["Cambia e-mail", "Il tuo indirizzo e-mail", "maria@example.org"],
    ["Cambia motivo", "Motivo richiesta appuntamento", "Pagamento a rate"],
  ] as const) {
    await mario.press(button);
    await mario.waitFor(question);
    await mario.send(answer);
    await mario.waitFor(answer);
    await mario.waitFor("Riepilogo");
  }
  await mario.press("Cambia nome");
  await mario.waitFor("Avevi scritto: Maria Bianchi");
  await mario.press("Lascia così");
  await mario.waitFor("Riepilogo");
  await mario.press("Cambia nome");
  await mario.waitFor("Avevi scritto: Maria Bianchi");
  await mario.press("Indietro");
  await mario.waitFor("Riepilogo");

  await mario.press("Cambia orario");
  await mario.waitFor("Scegli il giorno");
  await mario.press("11");
  await mario.waitFor("venerdì 11 dicembre 2026");
  await mario.press("11:00 - In Presenza");
  await mario.waitFor("Riepilogo");
  await mario.press("Accetto");
  await mario.waitFor("ATTENZIONE!");
  await mario.press("Richiedi appuntamento");
  await mario.waitFor("NON è ancora prenotato");
  const bookings = await world.town.core.bookingsOf("telegram:1001");
  expect(bookings).toMatchObject([
    {
      name: "Maria Bianchi",
      email: "maria@example.org",
      reason: "Pagamento a rate",
      mode: "in_person",
      start: Date.parse("2026-12-11T11:00:00+01:00"),
    },
  ]);
});

test("back leads through every step to the offices, and gives the time back", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Riepilogo");
  for (const sees of [
    "Motivo richiesta appuntamento",
    "Il tuo indirizzo e-mail",
    "Il tuo nome e cognome",
    "giovedì 10 dicembre 2026",
    "Scegli il giorno",
    "Per quale argomento",
    "Scegli l’ufficio",
  ]) {
    await mario.press("Indietro");
    await mario.waitFor(sees);
  }
  expect(await world.town.core.records.bookings.heldBy("telegram:1001", world.town.clock.now())).toEqual([]);
});

test("restart at the summary gives the time back and forgets the form", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Riepilogo");
  await mario.press("Ricomincia");
  await mario.waitFor("Scegli l’ufficio");
  expect(await world.town.core.records.bookings.heldBy("telegram:1001", world.town.clock.now())).toEqual([]);
  const chat = await world.town.core.records.chats.get(1001);
  expect(chat?.draft).not.toContain("mario.rossi");
});

test("once requested, the draft holds nothing about the person", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  const chat = await world.town.core.records.chats.get(1001);
  expect(chat?.draft).not.toMatch(/Mario|Rossi|example\.org|Chiarimenti/);
});

test("nothing about the person, and no token, reaches the log", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  await mario.send("/appuntamenti");
  await mario.waitFor("I tuoi appuntamenti");
  await world.stopBot();
  const log = [...world.logged, ...world.town.logged].join("\n");
  expect(log).not.toMatch(/Mario|Rossi|example\.org|Chiarimenti|1001/);
  expect(log).not.toContain(world.telegram.token);
});

test("an office without topics leads straight to its days", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli l’ufficio");
  await mario.press("Tributo TARI");
  await mario.waitFor("Scegli il giorno");
  await mario.press("Indietro");
  await mario.waitFor("Scegli l’ufficio");
});

test("deep links open the office, or the topic where it is offered", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await mario.send("/start ufficio_tributi-tari");
  const office = await mario.waitFor("Scegli il giorno");
  expect(office.text).toContain("Tributo TARI");
  await mario.send("/start servizio_imu");
  const topic = await mario.waitFor("Scegli il giorno");
  expect(topic.text).toContain("Tributo IMU\nInformazioni IMU");
  await mario.send("/start ufficio_che-non-esiste");
  const unknown = await mario.waitFor("Scegli l’ufficio");
  expect(unknown.text).toContain("Questo ufficio non esiste");
  await mario.send("/start servizio_che-non-esiste");
  await mario.waitFor("Scegli l’ufficio");
});

test("a topic of several offices asks which of them", async () => {
  const hours = [
    { days: ["mon" as const], from: "09:00", to: "10:00", slot: 15, modes: ["in_person" as const] },
  ];
  const services = [{ id: "carta-identita", name: "Carta d'identità" }];
  await using world = await openBotTown({
    offices: [
      { id: "anagrafe", name: "Anagrafe", services, hours },
      { id: "urp", name: "Relazioni con il pubblico", services, hours },
      { id: "tributi", name: "Tributi", hours },
    ],
  });
  const mario = world.person();
  await mario.send("/start servizio_carta-identita");
  await mario.waitFor("Scegli l’ufficio");
  expect(
    mario
      .screen()
      .buttons.flat()
      .map(({ text }) => text),
  ).toEqual(["Anagrafe", "Relazioni con il pubblico"]);
  await mario.press("Relazioni");
  const days = await mario.waitFor("Scegli il giorno");
  expect(days.text).toContain("Relazioni con il pubblico\nCarta d'identità");
});

test("who comes for something else passes the topics by", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Per quale argomento");
  await mario.press("Altro argomento");
  await mario.waitFor("Scegli il giorno");
  await mario.press("10");
  await mario.waitFor("giovedì");
  await mario.press("10:00 - In Presenza");
  await mario.waitFor("gio 10/12/26 - 10:00 (15 min.) - In Presenza");
  const [held] = await world.town.core.records.bookings.heldBy("telegram:1001", world.town.clock.now());
  expect(held).toMatchObject({ service: null, mode: "in_person" });
});

test("more offices than fit are shown in pages", async () => {
  const offices = Array.from({ length: 23 }, (_, index) => ({
    id: `ufficio-${index + 1}`,
    name: `Ufficio numero ${index + 1}`,
    hours: [{ days: ["mon" as const], from: "09:00", to: "10:00", slot: 15, modes: ["in_person" as const] }],
  }));
  await using world = await openBotTown({ offices });
  const mario = world.person();
  await mario.send("/start");
  await mario.waitFor("Pagina 1 di 3");
  await mario.press("Successivi");
  await mario.waitFor("Pagina 2 di 3");
  await mario.press("Successivi");
  await mario.waitFor("Ufficio numero 23");
  await mario.press("Precedenti");
  await mario.waitFor("Pagina 2 di 3");
  await mario.press("Ufficio numero 13");
  await mario.waitFor("Scegli il giorno");
});
