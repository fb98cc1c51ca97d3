import type { Office } from "@ricevimenti/core";
import { expect, test } from "vitest";
import { findSubjects } from "../../packages/telegram-bot/src/search.ts";
import { openBotTown } from "./support/bot-town.ts";

const OFFICES: readonly Office[] = [
  { id: "sindaco", name: "Sindaco", unit: "Ufficio del Sindaco" },
  {
    id: "anagrafe",
    name: "Anagrafe",
    unit: "Servizi demografici",
    services: [
      { id: "carta-identita", name: "Carta d'identità elettronica" },
      { id: "residenza", name: "Cambio di residenza" },
      { id: "certificati", name: "Certificati anagrafici" },
    ],
  },
  { id: "imu", name: "Tributo IMU", services: [{ id: "imu", name: "Informazioni IMU" }] },
  { id: "tari", name: "Tributo TARI", unit: "Tributi" },
  {
    id: "urp",
    name: "Relazioni con il pubblico",
    services: [{ id: "residenza", name: "Cambio di residenza" }],
  },
];

test.each([
  ["imu", ["imu"]],
  ["IMU?", ["imu"]],
  ["carta identità", ["anagrafe/carta-identita"]],
  ["Buongiorno, vorrei fare la carta d’identita", ["anagrafe/carta-identita"]],
  ["carte identità", ["anagrafe/carta-identita"]],
  ["cartta identia", ["anagrafe/carta-identita"]],
  ["residenza", ["anagrafe/residenza", "urp/residenza"]],
  ["cambiare residenza", ["anagrafe/residenza", "urp/residenza"]],
  ["certificato", ["anagrafe/certificati"]],
  ["anagrafe", ["anagrafe"]],
  ["il sindaco", ["sindaco"]],
  ["sind", ["sindaco"]],
  ["tributi", ["tari", "imu"]],
  ["tributo tari", ["tari"]],
  ["pubblico", ["urp"]],
  ["vorrei un appuntamento", []],
  ["piscina", []],
  ["", []],
  ["🙂 <b>", []],
])("%j finds %j", (text, expected) => {
  const found = findSubjects(OFFICES, text).map(({ office, service }) =>
    service === null ? office : `${office}/${service}`,
  );
  expect(found).toEqual(expected);
});

test("what fits many finds eight of them, and a long paste is dealt with at once", () => {
  const many = Array.from({ length: 300 }, (_, id) => ({
    id: `u${id}`,
    name: `Ufficio tecnico numero ${id}`,
  }));
  expect(findSubjects(many, "tecnico")).toHaveLength(8);
  const before = performance.now();
  findSubjects(many, "tecnica numera ".repeat(300).slice(0, 4096));
  expect(performance.now() - before).toBeLessThan(500);
});

test("a word that fits one thing opens it, one that fits several asks which", async () => {
  const openings = [
    { date: "2026-12-10", from: "10:00", to: "11:00", slot: 30, modes: ["in_person" as const] },
  ];
  await using world = await openBotTown({ offices: OFFICES.map((office) => ({ ...office, openings })) });
  const mario = world.person();
  await mario.send("carta identità");
  const days = await mario.waitFor("Scegli il giorno");
  expect(days.text).toContain("Anagrafe\nCarta d'identità elettronica");
  // From wherever the citizen is.
  await mario.send("residenza");
  const found = await mario.waitFor("Ecco che cosa ho trovato");
  expect(found.buttons.flat().map(({ text }) => text)).toEqual([
    "Cambio di residenza (Anagrafe)",
    "Cambio di residenza (Relazioni con il pubblico)",
    "« Indietro",
    "Ricomincia",
  ]);
  await mario.press("Relazioni con il pubblico");
  const other = await mario.waitFor("Scegli il giorno");
  expect(other.text).toContain("Relazioni con il pubblico\nCambio di residenza");
  await mario.send("imu");
  await mario.waitFor("Per quale argomento");
  await mario.send("piscina comunale");
  const nothing = await mario.waitFor("Non ho trovato niente");
  expect(nothing.text).toContain("Per quale argomento");
  await world.stopBot();
  const chat = await world.town.core.records.chats.get(1001);
  expect(chat?.draft).not.toContain("piscina");
});

test("what was found and has been removed since is explained", async () => {
  await using world = await openBotTown({ offices: OFFICES });
  const mario = world.person();
  await mario.send("residenza");
  await mario.waitFor("Ecco che cosa ho trovato");
  const file = await world.town.core.exportTimetable(["anagrafe"]);
  await world.town.core.importTimetable(file, { prune: true, actor: "staff:test" });
  await mario.press("Relazioni con il pubblico");
  await mario.waitFor("non si può più continuare");
});
