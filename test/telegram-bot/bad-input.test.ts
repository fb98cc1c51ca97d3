import { expect, test } from "vitest";
import { openBotTown } from "./support/bot-town.ts";
import { ITALIAN_JOURNEY, walk } from "./support/journey.ts";

test.each([
  ["HTML", "<b>Mario</b> Rossi", "caratteri non ammessi"],
  ["a line break", "Mario\nRossi", "caratteri non ammessi"],
  ["right-to-left marks", "Mario \u202eRossi", "caratteri non ammessi"],
  ["no letter", "12345", "non è scritto correttamente"],
  ["too many letters", "M".repeat(300), "troppo lungo"],
])("a name with %s is refused with one sentence, and asked for again", async (_what, name, sentence) => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "10:15 (15 min.)");
  await mario.send(name);
  const screen = await mario.waitFor(sentence);
  expect(screen.text).toContain("Il tuo nome e cognome");
  await mario.send("Mario Rossi");
  await mario.waitFor("Il tuo indirizzo e-mail");
});

test.each([
  "mario",
  "mario@",
  "mario@example",
  "mario rossi@example.org",
  "a@b..it",
  "mario@example.org\nBcc: x@y.it",
])("the e-mail address %j is refused with one sentence, and asked for again", async (email) => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Il tuo indirizzo e-mail");
  await mario.send(email);
  const screen = await mario.waitFor("L’indirizzo e-mail non è corretto");
  expect(screen.text).toContain("Il tuo indirizzo e-mail");
});

test("a reason of ten thousand characters, in the pieces Telegram makes of it, is refused politely", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Motivo richiesta");
  const reason = "x".repeat(10_000);
  await Promise.all([0, 4096, 8192].map((from) => mario.send(reason.slice(from, from + 4096))));
  const screen = await mario.waitFor("Il motivo è troppo lungo");
  expect(screen.text).toContain("Motivo richiesta appuntamento");
  await mario.send("Chiarimenti");
  await mario.waitFor("Riepilogo");
});

test("a reason may have lines and signs of HTML, and is shown as it was written", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Motivo richiesta");
  const reason = "Vorrei <b>parlare</b> di:\n1 < 2 && \"tasse\" 'varie'";
  await mario.send(reason);
  const screen = await mario.waitFor("Riepilogo");
  expect(screen.text).toContain(`Motivo: ${reason}`);
});

test("stickers, photos, voices, places and contacts in the form are answered with the question", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Il tuo indirizzo e-mail");
  const file = { file_id: "f", file_unique_id: "u" };
  for (const content of [
    { sticker: { ...file, type: "regular", width: 1, height: 1, is_animated: false, is_video: false } },
    { photo: [{ ...file, width: 1, height: 1 }], caption: "mario@example.org" },
    { voice: { ...file, duration: 3 } },
    { location: { latitude: 40.58, longitude: 9 } },
    { contact: { phone_number: "+39000000000", first_name: "Mario" } },
    { poll: { id: "1", question: "?", options: [] } },
  ]) {
    await mario.sendRaw(content);
    const screen = await mario.waitFor("solo messaggi di testo");
    expect(screen.text).toContain("Il tuo indirizzo e-mail");
  }
  await mario.send("mario.rossi@example.org");
  await mario.waitFor("Motivo richiesta");
});

test("a forwarded text is nobody's answer", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Motivo richiesta");
  const forward_origin = { type: "hidden_user", sender_user_name: "Qualcuno", date: 0 };
  await mario.sendRaw({ text: "Guarda questa offerta", forward_origin });
  const screen = await mario.waitFor("messaggio inoltrato");
  expect(screen.text).toContain("Motivo richiesta");
});

test("an edited message changes nothing and is answered with the question", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Motivo richiesta");
  const written = mario.messages().findLast(({ text }) => text === "mario.rossi@example.org");
  await mario.edit(written?.messageId ?? 0, "altro@example.org");
  const screen = await mario.waitFor("messaggi modificati");
  expect(screen.text).toContain("Motivo richiesta");
  await mario.send("Chiarimenti");
  const summary = await mario.waitFor("Riepilogo");
  expect(summary.text).toContain("E-mail: mario.rossi@example.org");
});

test("a command in the form is obeyed, an unknown one explained, and neither taken for an answer", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "10:15 (15 min.)");
  await mario.send("/pippo");
  const screen = await mario.waitFor("Non conosco questo comando");
  expect(screen.text).toContain("Il tuo nome e cognome");
  await mario.send("/aiuto");
  await mario.waitFor("Come funziona");
  await mario.press("Torna alla prenotazione");
  await mario.waitFor("Il tuo nome e cognome");
  await mario.send("/privacy");
  await mario.waitFor("I tuoi dati");
  // Answering without closing is fine too.
  await mario.send("Mario Rossi");
  await mario.waitFor("Il tuo indirizzo e-mail");
});

test("text where a button is expected is answered with the buttons, and nothing nearly done is left for it", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await mario.send("Buongiorno, vorrei un appuntamento");
  const offices = await mario.waitFor("Per continuare premi uno dei pulsanti");
  expect(offices.text).toContain("Scegli l’ufficio");
  await walk(mario, ITALIAN_JOURNEY, "Riepilogo");
  await mario.send("IMU");
  const summary = await mario.waitFor("premi uno dei pulsanti");
  expect(summary.text).toContain("Riepilogo");
});

test("names of offices with signs of HTML are shown as they are", async () => {
  await using world = await openBotTown({
    offices: [
      {
        id: "sport-e-cultura",
        name: "Sport & Cultura <nuovo>",
        unit: 'Servizi > "Persona"',
        place: "Via <Roma> & 'Dante'",
        openings: [{ date: "2026-12-10", from: "10:00", to: "11:00", slot: 30, modes: ["in_person"] }],
      },
    ],
  });
  const mario = world.person();
  await mario.send("/start");
  const screen = await mario.waitFor("Sport & Cultura <nuovo>");
  expect(screen.text).toContain('Servizi > "Persona"');
  await mario.press("Sport");
  const days = await mario.waitFor("Scegli il giorno");
  expect(days.text).toContain("Sport & Cultura <nuovo>");
});
