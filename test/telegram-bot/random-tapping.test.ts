import type { Office } from "@ricevimenti/core";
import { expect, test } from "vitest";
import type { Person } from "../support/telegram/person.ts";
import { accepted, confirmBooking, IMU, TARI, type TestTown } from "../support/town.ts";
import { inAnyLanguage } from "./support/any-language.ts";
import { type BotTown, type BotTownOptions, openBotTown } from "./support/bot-town.ts";
import { actAnyhow, Dice } from "./support/monkey.ts";

/** So few times, and passers-by take what is left of them, that who wants one has to wait. */
const RARE: Office = {
  id: "raro",
  name: "Ufficio raro",
  hours: [{ days: ["wed"], from: "10:00", to: "10:45", slot: 15, modes: ["in_person", "virtual"] }],
  policy: { horizon_days: 8, waiting_offers: 50 },
};
/** However busy the machine is. */
const PATIENCE = { timeoutMs: 30_000 };
const PEOPLE = 20;
/** Of each person, between two of the times at which the clock goes on and mails are answered. */
const ACTIONS = 10;
const SEED = 20_261_209;
/** Milliseconds of work for five thousand presses and texts; what else the machine does meanwhile does not count. */
const WITHIN = 60_000;

const CASES: readonly { readonly how: string; readonly options: BotTownOptions; readonly rounds: number }[] =
  [
    { how: "one process, long polling, SQLite", options: {}, rounds: 25 },
    {
      how: "two processes, webhooks, PostgreSQL",
      options: { webhooks: 2, engine: "postgres" },
      rounds: 8,
    },
  ];

test.each(CASES)(
  "whatever twenty people press and write, nothing is refused, unanswered, sold twice or stuck: $how",
  { timeout: 5 * WITHIN },
  async ({ options, rounds }) => {
    const begin = process.cpuUsage();
    await using world = await openBotTown({
      ...options,
      offices: [IMU, TARI, RARE],
      municipality: { policy: { max_unconfirmed: 1000, max_live: 1000, max_live_per_office: 1000 } },
      // The town's clock leaps ahead; to Telegram no press is old.
      telegramNow: () => Date.now(),
    });
    const people = Array.from({ length: PEOPLE }, (_, index) =>
      world.person({
        id: 3000 + index,
        firstName: "Persona",
        lastName: `Numero${"abcdefghijklmnopqrst"[index]}`,
      }),
    );
    for (const person of people) await person.send("/start");
    const dice = new Dice(SEED);
    // Counted as they come: who erases their data takes them out of the outbox.
    let offers = 0;
    let confirmed = 0;
    for (let round = 0; round < rounds; round++) {
      await Promise.all(
        people.map((person, index) => actForAWhile(world, person, new Dice(SEED + round * PEOPLE + index))),
      );
      confirmed += await betweenRounds(world, dice);
      offers += (await world.town.core.records.outbox.find({})).filter(
        ({ kind }) => kind === "waiting_offer",
      ).length;
    }
    await world.restart();

    const agenda = await world.town.core.agenda({
      from: 0,
      to: Number.MAX_SAFE_INTEGER,
      states: ["pending", "confirmed"],
    });
    const sold = agenda.map(({ office, desk, start }) => `${office}/${desk}/${start}`);
    expect(new Set(sold).size).toBe(sold.length);
    expect(confirmed).toBeGreaterThan(0);
    expect(offers).toBeGreaterThan(0);
    expect(
      (await world.town.core.doctor()).filter(
        ({ level, check }) => level === "error" && !/smtp|mail/.test(check),
      ),
    ).toEqual([]);

    for (const person of people) expect(await pressesToABooking(person)).toBeLessThanOrEqual(8);
    await world.stopBot();
    expect(await world.town.core.records.chats.owed(Number.MAX_SAFE_INTEGER)).toEqual([]);
    const { user, system } = process.cpuUsage(begin);
    expect((user + system) / 1000).toBeLessThan(WITHIN);
  },
);

async function actForAWhile(world: BotTown, person: Person, dice: Dice): Promise<void> {
  for (let action = 0; action < ACTIONS; action++) {
    await actAnyhow(person, dice);
    // Some wait for the answer, some do not.
    if (dice.roll(3) > 0) await world.telegram.settled();
  }
}

/**
 * The clock goes on, mails are answered, the rare times come free and are taken, updates come again, the bot restarts.
 * How many of these people's bookings were confirmed.
 */
async function betweenRounds(world: BotTown, dice: Dice): Promise<number> {
  await world.telegram.settled();
  const { core, clock } = world.town;
  if (dice.roll(3) === 0) {
    // Of several processes none at work on a chat is to think that another has died.
    const areSeveral = world.bots.length > 1;
    if (areSeveral) await world.stopBot();
    clock.advance({ minutes: dice.roll(90) });
    if (areSeveral) await world.startBot();
  }
  const pending = await core.agenda({ from: 0, to: Number.MAX_SAFE_INTEGER, states: ["pending"] });
  const answered = pending.filter(() => dice.roll(4) > 0);
  for (const { code } of answered) await core.confirm({ code, actor: "citizen" });
  await passRareTimesOn(world.town, dice);
  await world.deliver();
  world.telegram.redeliver(1 + dice.roll(20));
  await world.telegram.settled();
  if (dice.roll(5) === 0) await world.restart();
  return answered.length;
}

/** Somebody gives a rare time up; passers-by take all that nobody waits for. */
async function passRareTimesOn({ core, clock }: TestTown, dice: Dice): Promise<void> {
  const kept = await core.agenda({
    from: clock.now(),
    to: Number.MAX_SAFE_INTEGER,
    offices: [RARE.id],
    states: ["confirmed"],
  });
  const givenUp = dice.pick(kept);
  if (givenUp) accepted(await core.cancel({ code: givenUp.code, actor: "citizen" }));
  const { slots } = accepted(await core.listSlots({ office: RARE.id }));
  for (const { start } of slots)
    await confirmBooking(core, new Date(start).toISOString(), { office: RARE.id, chat: 1 });
}

/** From wherever the person has got to: the first free time of an office, by the handbook's way. */
async function pressesToABooking(person: Person): Promise<number> {
  await person.send("/start");
  await person.waitFor(inAnyLanguage("choose-office"), PATIENCE);
  await person.send("/lingua");
  await person.waitFor(inAnyLanguage("language-title"), PATIENCE);
  await person.press("Italiano");
  await person.waitFor("Scegli l’ufficio", PATIENCE);
  let presses = 0;
  const press = async (label: string, sees: string | RegExp) => {
    presses++;
    await person.press(label);
    return person.waitFor(sees, PATIENCE);
  };
  await press("Tributo IMU", "Per quale argomento");
  await press("Informazioni IMU", "Scegli il giorno");
  await press("In Presenza: ", "Il tuo nome e cognome");
  await person.send("Mario Rossi");
  await person.waitFor("Il tuo indirizzo e-mail", PATIENCE);
  await person.send(`persona${person.user.id}@example.org`);
  await person.waitFor("Motivo richiesta", PATIENCE);
  await person.send("Chiarimenti");
  await person.waitFor("Riepilogo", PATIENCE);
  await press("Accetto al trattamento", "ATTENZIONE!");
  await press("Richiedi appuntamento", "NON è ancora prenotato");
  return presses;
}
