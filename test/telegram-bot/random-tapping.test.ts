import { expect, test } from "vitest";
import { seededRandom } from "../support/clock.ts";
import type { Person } from "../support/telegram/person.ts";
import { openBotTown } from "./support/bot-town.ts";
import { ITALIAN_JOURNEY } from "./support/journey.ts";

const ACTIONS = 600;
const PEOPLE = 6;
const WORDS = [
  ...["/start", "/prenota", "/appuntamenti", "/lingua", "/privacy", "/aiuto", "/annulla", "/boh"],
  ...[
    "Mario Rossi",
    "mario.rossi@example.org",
    "anna@example.org",
    "Chiarimenti",
    "<b>&",
    "\u202e",
    "x".repeat(4096),
  ],
];

const ANSWERS = [
  ["Il tuo nome e cognome", "Mario Rossi"],
  ["Il tuo indirizzo e-mail", "mario.rossi@example.org"],
  ["Motivo richiesta", "Chiarimenti"],
] as const;

test("whatever six people tap and write, nothing is refused, unanswered, sold twice or stuck", async () => {
  await using world = await openBotTown({
    municipality: { policy: { max_unconfirmed: 1000 } },
    // The town's clock leaps ahead; to Telegram no press is old.
    telegramNow: () => Date.now(),
  });
  const random = seededRandom(20_261_209);
  const draw = (below: number) => {
    const [high = 0, low = 0] = random(2);
    return (high * 256 + low) % below;
  };
  const people = Array.from({ length: PEOPLE }, (_, index) =>
    world.person({ id: 3000 + index, firstName: "Persona", lastName: `Numero${"abcdef"[index]}` }),
  );
  for (const person of people) await person.send("/start");

  for (let action = 0; action < ACTIONS; action++) {
    const person = people[draw(PEOPLE)] as Person;
    const kind = draw(20);
    if (kind < 8) await goOn(person, draw);
    else if (kind < 14) await tap(person, draw);
    else if (kind < 18) await person.send(WORDS[draw(WORDS.length)] ?? "");
    else if (kind === 18) await person.sendRaw({ voice: { file_id: "f", file_unique_id: "u", duration: 1 } });
    else if (action > 20) world.telegram.redeliver(1 + draw(5));
    if (draw(4) === 0) await world.telegram.settled();
    if (draw(60) === 0) world.town.clock.advance({ minutes: 4 });
    if (draw(150) === 0) await world.restart();
  }
  await world.telegram.settled();
  await world.restart();

  const agenda = await world.town.core.agenda({
    from: 0,
    to: Number.MAX_SAFE_INTEGER,
    states: ["pending", "confirmed"],
  });
  const sold = agenda.map(({ office, desk, start }) => `${office}/${desk}/${start}`);
  expect(new Set(sold).size).toBe(sold.length);
  expect(sold.length).toBeGreaterThan(0);

  world.town.clock.advance({ hours: 3 });
  for (const person of people) {
    for (const step of wayOf(person)) {
      await step.act(person);
      await person.waitFor(step.sees);
    }
  }
});

/** What the newest screen asks for. */
async function goOn(person: Person, draw: (below: number) => number): Promise<void> {
  const screen = person.messages().findLast(({ isFromBot }) => isFromBot);
  const answer = ANSWERS.find(([question]) => screen?.text.includes(question))?.[1];
  if (answer !== undefined) {
    await person.send(answer);
    return;
  }
  const forward =
    screen?.buttons.flat().filter(({ text }) => !/^«|Ricomincia|Start again|Cambia/.test(text)) ?? [];
  const button = forward[draw(forward.length || 1)];
  if (screen && button) await person.pressButton(screen.messageId, button);
}

/** A button of any message still there, old ones too. */
async function tap(person: Person, draw: (below: number) => number): Promise<void> {
  const withButtons = person.messages().filter(({ buttons }) => buttons.length > 0);
  // Mostly the newest, as people do.
  const message = draw(5) === 0 ? withButtons[draw(withButtons.length || 1)] : withButtons.at(-1);
  const buttons = message?.buttons.flat() ?? [];
  const button = buttons[draw(buttons.length || 1)];
  if (message && button) await person.pressButton(message.messageId, button);
}

/** The handbook's way in Italian, on whatever time is the first of Friday, with the person's own address. */
function wayOf(person: Person) {
  const email = `persona${person.user.id}@example.org`;
  const first = { act: firstTime, sees: "Il tuo nome e cognome" };
  return [
    { act: () => person.send("/annulla"), sees: /Scegli l’ufficio|Choose the office/ },
    { act: () => person.send("/lingua"), sees: /Scegli la lingua|Choose the language/ },
    { act: () => person.press("Italiano"), sees: "ti scrivo in italiano" },
    ...ITALIAN_JOURNEY.slice(0, 3),
    { act: () => person.press("ven 11/12/26"), sees: "venerdì" },
    first,
    ITALIAN_JOURNEY[5] ?? first,
    { act: () => person.send(email), sees: "Motivo richiesta" },
    ...ITALIAN_JOURNEY.slice(7),
  ];
}

async function firstTime(person: Person): Promise<void> {
  await person.press("- In Presenza");
}
