import type { Office } from "@ricevimenti/core";
import { expect, test } from "vitest";
import type { Person } from "../support/telegram/person.ts";
import { accepted, confirmBooking } from "../support/town.ts";
import { type BotTown, openBotTown } from "./support/bot-town.ts";

/** Two times a week, on Wednesdays. */
const RARE: Office = {
  id: "raro",
  name: "Ufficio raro",
  email: "raro@comune.example.it",
  hours: [{ days: ["wed"], from: "10:00", to: "10:30", slot: 15, modes: ["in_person", "virtual"] }],
  policy: { horizon_days: 8 },
};
const TODAY = "2026-12-09T10:00:00+01:00";
const NEXT_WEEK = "2026-12-16T10:00:00+01:00";
const TIMES = [TODAY, "2026-12-09T10:15:00+01:00", NEXT_WEEK, "2026-12-16T10:15:00+01:00"];

/** Every time taken by somebody else, but those from a place on; the bookings. */
async function sold({ town }: BotTown, times = TIMES) {
  return Promise.all(
    times.map((start, index) =>
      confirmBooking(town.core, start, {
        office: "raro",
        chat: 7000 + index,
        citizen: { name: "Altra Persona", email: `altri${index}@example.org`, reason: "Pratica" },
      }),
    ),
  );
}

async function join(person: Person, ...picked: readonly string[]): Promise<void> {
  await person.send("/start ufficio_raro");
  await person.waitFor("Non ci sono orari liberi");
  await person.press("Avvisami se si libera un posto");
  const asked = await person.waitFor("Ti avvisiamo per questi posti");
  expect(asked.text).toContain("Lo teniamo riservato per te per 20 minuti");
  for (const option of picked) {
    await person.press(option);
    await person.waitFor(({ screen }) =>
      (screen?.buttons ?? []).flat().some(({ text }) => text === `✓ ${option}`),
    );
  }
  await person.press("Va bene, avvisami");
  await person.waitFor("sei nella lista d’attesa");
}

const cancel = async ({ town }: BotTown, code: string | undefined) =>
  accepted(await town.core.cancel({ code: code ?? "", actor: "staff:anna" }));

test("who finds no time joins the list in two presses, and is offered what comes free, with the form after it", async () => {
  await using world = await openBotTown({ offices: [RARE] });
  const bookings = await sold(world);
  const mario = world.person();
  await join(mario);
  await cancel(world, bookings[2]?.code);
  await world.deliver();
  const offer = await mario.waitFor("Si è liberato un posto");
  expect(offer.text).toContain("mer 16/12/26 - 10:00 (15 min.) - In Presenza");
  expect(offer.text).toContain("riservato per te fino alle ore 09:20");
  expect(offer.buttons.flat().map(({ text }) => text)).toEqual(["Sì, lo prendo", "No, grazie"]);
  await mario.press("Sì, lo prendo");
  const form = await mario.waitFor("Il tuo nome e cognome");
  expect(form.text).toContain("mer 16/12/26 - 10:00 (15 min.) - In Presenza");
  await mario.send("Mario Rossi");
  await mario.waitFor("Il tuo indirizzo e-mail");
  await mario.send("mario.rossi@example.org");
  await mario.waitFor("Motivo");
  await mario.send("Pratica");
  await mario.waitFor("Riepilogo");
  await mario.press("Accetto al trattamento");
  await mario.waitFor("ATTENZIONE!");
  await mario.press("Richiedi appuntamento");
  await mario.waitFor("NON è ancora prenotato");
  expect(await world.town.core.bookingsOf("telegram:1001")).toMatchObject([
    { state: "pending", start: Date.parse(NEXT_WEEK) },
  ]);
  expect(await world.town.core.waiting.of({ holder: "telegram:1001" })).toEqual([]);
});

/** Wednesdays in the morning, Thursdays in the afternoon. */
const TWO_DAYS: Office = {
  ...RARE,
  name: "Due giorni",
  hours: [
    { days: ["wed"], from: "10:00", to: "10:15", slot: 15, modes: ["in_person", "virtual"] },
    { days: ["thu"], from: "15:00", to: "15:15", slot: 15, modes: ["in_person", "virtual"] },
  ],
  policy: { horizon_days: 7 },
};

test("who wants some days, hours or modes only picks them on the same message, and reads what they wait for", async () => {
  await using world = await openBotTown({ offices: [TWO_DAYS] });
  const [first, thursday] = await sold(world, [TODAY, "2026-12-10T15:00:00+01:00", NEXT_WEEK]);
  const mario = world.person();
  await mario.send("/start ufficio_raro");
  await mario.waitFor("Non ci sono orari liberi");
  await mario.press("Avvisami se si libera un posto");
  const asked = await mario.waitFor("Ti avvisiamo per questi posti");
  expect(asked.text).toContain("Giorno: qualsiasi\nOrario: qualsiasi\nModalità: In Presenza o VIRTUALE");
  expect(asked.buttons.map((row) => row.map(({ text }) => text))).toEqual([
    ["mer", "gio"],
    ["Mattina", "Pomeriggio"],
    ["In Presenza", "VIRTUALE"],
    ["Va bene, avvisami"],
    ["« Torna alla prenotazione"],
  ]);
  // Pressed again, it is any day once more.
  for (const [option, value] of [
    ["gio", "Giorno: giovedì"],
    ["✓ gio", "Giorno: qualsiasi"],
    ["gio", "Giorno: giovedì"],
    ["Pomeriggio", "Orario: dalle 14:00 in poi"],
    ["VIRTUALE", "Modalità: VIRTUALE"],
  ] as const) {
    await mario.press(option);
    expect((await mario.waitFor(value)).messageId).toBe(asked.messageId);
  }
  await mario.press("Va bene, avvisami");
  const told = await mario.waitFor("sei nella lista d’attesa");
  expect(told.text).toContain("Giorno: giovedì\nOrario: dalle 14:00 in poi\nModalità: VIRTUALE");
  await cancel(world, first?.code);
  await world.deliver();
  await cancel(world, thursday?.code);
  await world.deliver();
  const offer = await mario.waitFor("Si è liberato un posto");
  expect(offer.text).toContain("gio 10/12/26 - 15:00 (15 min.) - VIRTUALE");
});

test("who waits changes the days, hours or modes among their appointments, and keeps their turn", async () => {
  await using world = await openBotTown({ offices: [TWO_DAYS] });
  const { core, clock } = world.town;
  const [first, thursday] = await sold(world, [TODAY, "2026-12-10T15:00:00+01:00", NEXT_WEEK]);
  const [mario, anna] = [world.person(), world.person({ id: 1002, firstName: "Anna" })];
  await join(mario, "gio", "VIRTUALE");
  await join(anna);
  await mario.send("/appuntamenti");
  const list = await mario.waitFor("⏳");
  expect(list.buttons.map((row) => row.map(({ text }) => text)).slice(0, 2)).toEqual([
    ["Cambia giorni, orari o modalità"],
    ["Esci dalla lista d’attesa"],
  ]);
  await mario.press("Cambia giorni, orari o modalità");
  const asked = await mario.waitFor("Ti avvisiamo per questi posti");
  expect(asked.text).toContain("Giorno: giovedì\nOrario: qualsiasi\nModalità: VIRTUALE");
  expect(asked.buttons.map((row) => row.map(({ text }) => text)).slice(0, 3)).toEqual([
    ["mer", "✓ gio"],
    ["Mattina", "Pomeriggio"],
    ["In Presenza", "✓ VIRTUALE"],
  ]);
  // Until it is said to be fine nothing has changed.
  await mario.press("✓ gio");
  await mario.waitFor("Giorno: qualsiasi");
  expect(await core.waiting.of({ holder: "telegram:1001" })).toMatchObject([{ wish: { days: ["thu"] } }]);
  await mario.press("mer");
  await mario.waitFor("Giorno: mercoledì");
  await mario.press("Va bene, avvisami");
  const told = await mario.waitFor("non hai perso il tuo turno");
  expect(told.text).toContain("Giorno: mercoledì\nOrario: qualsiasi\nModalità: VIRTUALE");
  const order = await core.records.waiting.inOrder("raro", clock.now());
  expect(order.map(({ holder }) => holder)).toEqual(["telegram:1001", "telegram:1002"]);
  await cancel(world, thursday?.code);
  await cancel(world, first?.code);
  await world.deliver();
  const offer = await mario.waitFor("Si è liberato un posto");
  expect(offer.text).toContain("mer 09/12/26 - 10:00 (15 min.) - VIRTUALE");
  expect((await anna.waitFor("Si è liberato un posto")).text).toContain("gio 10/12/26");
});

test.each([
  ["de", "Tag: Mittwoch", "Uhrzeit: beliebig", "Art: Vor Ort oder VIRTUELL", "Mi", "Passt, benachrichtigen"],
  ["en", "Day: Wednesday", "Time: any", "Type: In person or VIRTUAL", "Wed", "Fine, tell me"],
  [
    "fr",
    "Jour\u00a0: mercredi",
    "Horaire\u00a0: peu importe",
    "Modalité\u00a0: En présence ou VIRTUEL",
    "mer.",
    "C’est bon, m’avertir",
  ],
  ["sl", "Dan: sreda", "Ura: katera koli", "Način: Osebno ali VIRTUALNO", "sre.", "V redu, obvesti me"],
])("the days waited for are told in %s", async (languageCode, day, hour, mode, short, button) => {
  await using world = await openBotTown({ offices: [TWO_DAYS] });
  await sold(world, [TODAY, "2026-12-10T15:00:00+01:00", NEXT_WEEK]);
  const person = world.person({ id: 1001, firstName: "Anna", languageCode });
  await person.send("/start ufficio_raro");
  const none = await person.waitFor("Due giorni");
  await person.press(none.buttons[0]?.[0]?.text ?? "");
  await person.waitFor(/20 (Minuten|minut)/);
  await person.press(short);
  await person.waitFor(day);
  await person.press(button);
  const listed = await person.waitFor("⏳");
  expect(listed.text).toContain([day, hour, mode].join("\n"));
});

test("two places on waiting lists are told apart, and left one by one", async () => {
  await using world = await openBotTown({
    offices: [RARE, { ...RARE, id: "altro", name: "Altro ufficio", hours: [] }],
  });
  await sold(world);
  const mario = world.person();
  await join(mario);
  const { core } = world.town;
  const { wish } = accepted(
    await core.waiting.consider({ office: "altro", picked: { days: [], parts: [], modes: [] } }),
  );
  accepted(await core.waiting.join({ office: "altro", wish, holder: "telegram:1001", locale: "it" }));
  await mario.send("/appuntamenti");
  const list = await mario.waitFor("Altro ufficio");
  expect(list.text).toContain("1. ⏳ Lista d’attesa\nUfficio raro");
  await mario.press("2. Esci dalla lista d’attesa");
  await mario.waitFor("non sei più nella lista d’attesa");
  expect(await core.waiting.of({ holder: "telegram:1001" })).toMatchObject([{ office: "raro" }]);
});

test("who says no stays on the list, and the next is asked; who says nothing loses it to the next", async () => {
  await using world = await openBotTown({ offices: [RARE] });
  const bookings = await sold(world);
  const mario = world.person();
  const anna = world.person({ id: 1002, firstName: "Anna", lastName: "Bianchi" });
  await join(mario);
  await join(anna, "VIRTUALE");
  await cancel(world, bookings[2]?.code);
  await world.deliver();
  const offer = await mario.waitFor("Si è liberato un posto");
  expect(anna.transcript()).not.toContain("Si è liberato");
  await mario.press("No, grazie");
  await mario.waitFor("offriamo il posto a un’altra persona");
  await world.deliver();
  const next = await anna.waitFor("Si è liberato un posto");
  expect(next.text).toContain("VIRTUALE");
  world.town.clock.advance({ minutes: 21 });
  await anna.press("Sì, lo prendo");
  await anna.waitFor("non è più riservato per te");
  // A button of an offer long over is still answered.
  await mario.pressButton(offer.messageId, offer.buttons.flat()[0] ?? { text: "" });
  await mario.waitFor("non è più riservato per te");
  await mario.send("/appuntamenti");
  const list = await mario.waitFor("Lista d’attesa");
  expect(list.text).toContain("Ufficio raro");
  await mario.press("Esci dalla lista d’attesa");
  await mario.waitFor("non sei più nella lista d’attesa");
  expect(await world.town.core.waiting.of({ holder: "telegram:1001" })).toEqual([]);
});

test("who has a later appointment moves it to the time that came free with one press", async () => {
  await using world = await openBotTown({ offices: [RARE] });
  const [first] = await sold(world, TIMES.slice(0, 2));
  const mario = world.person();
  const own = await confirmBooking(world.town.core, "2026-12-16T10:15:00+01:00", { office: "raro" });
  await mario.send("/start ufficio_raro");
  await mario.waitFor("Scegli il giorno");
  await mario.press("Avvisami se si libera un posto prima");
  const asked = await mario.waitFor("Ti avvisiamo per questi posti");
  expect(asked.text).toContain("Giorno: qualsiasi, fino a martedì 15 dicembre 2026");
  await mario.press("Va bene, avvisami");
  await mario.waitFor("sei nella lista d’attesa");
  await cancel(world, first?.code);
  await world.deliver();
  const offer = await mario.waitFor("Si è liberato un posto");
  expect(offer.text).toContain("Hai già un appuntamento con questo ufficio (mer 16/12/26 - 10:15");
  await mario.press("Sì, sposta il mio appuntamento");
  await mario.waitFor("l’appuntamento è stato modificato");
  expect(await world.town.core.bookingsOf("telegram:1001")).toMatchObject([
    { code: own.code, start: Date.parse(TODAY), state: "confirmed" },
  ]);
});

test("a chat that blocks the bot, or is erased, waits for nothing any more", async () => {
  await using world = await openBotTown({ offices: [RARE] });
  await sold(world);
  const mario = world.person();
  const anna = world.person({ id: 1002, firstName: "Anna", lastName: "Bianchi" });
  await join(mario);
  await join(anna);
  mario.block();
  await world.telegram.settled();
  expect(await world.town.core.records.waiting.of({ holder: "telegram:1001" })).toEqual([]);
  await anna.send("/privacy");
  await anna.waitFor("I tuoi dati");
  await anna.press("Cancella i miei dati");
  await anna.waitFor("Vuoi davvero cancellare");
  await anna.press("Sì, cancella tutto");
  await anna.waitFor("I tuoi dati sono stati cancellati");
  expect(await world.town.core.records.waiting.of({ holder: "telegram:1002" })).toEqual([]);
});
