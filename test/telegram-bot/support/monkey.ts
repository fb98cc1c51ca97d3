import { seededRandom } from "../../support/clock.ts";
import type { Person } from "../../support/telegram/person.ts";
import { inAnyLanguage } from "./any-language.ts";

/** Draws whole numbers, the same in every run of the same seed. */
export class Dice {
  readonly #random: (length: number) => Uint8Array;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /** From 0 to one less than `sides`. */
  roll(sides: number): number {
    const [high = 0, low = 0] = this.#random(2);
    return (high * 256 + low) % sides;
  }

  pick<T>(items: readonly T[]): T | undefined {
    return items[this.roll(Math.max(1, items.length))];
  }
}

const COMMANDS = [
  ...["/start", "/prenota", "/appuntamenti", "/lingua", "/privacy", "/aiuto", "/annulla", "/boh"],
  ...["/start ufficio_tributi-tari", "/start servizio_imu", "/start ufficio_nessuno"],
  ...["/start ufficio_raro", "/start ufficio_raro"],
];
const WORDS = [
  ...["imu", "tari", "informazioni", "piscina", "Mario Rossi", "mario@gmial.com", "nessun indirizzo"],
  ...["<b>&", "\u202e", "🙂", "x".repeat(4096), "a\nb"],
];
const QUESTIONS = [
  [inAnyLanguage("ask-name"), () => "Mario Rossi"],
  [inAnyLanguage("ask-email"), ({ user }) => `persona${user.id}@example.org`],
  [inAnyLanguage("ask-reason"), () => "Chiarimenti"],
] as const satisfies readonly (readonly [RegExp, (person: Person) => string])[];
const EDITS = ["button-edit-name", "button-edit-email", "button-edit-reason", "button-edit-time"];
/** Buttons that lead away from a booking. */
const AWAY = new RegExp(
  `^«|·|${inAnyLanguage("button-restart", ...EDITS, "button-erase", "button-erase-all").source}`,
);

/** Somebody who does anything at all: goes on as asked, presses what is there or was, writes, sends a voice. */
export async function actAnyhow(person: Person, dice: Dice): Promise<void> {
  const kind = dice.roll(20);
  if (kind < 9) return goOn(person, dice);
  if (kind < 15) return tap(person, dice);
  if (kind < 17) return void (await person.send(dice.pick(WORDS) ?? ""));
  if (kind < 18) return void (await person.send(dice.pick(COMMANDS) ?? ""));
  if (kind === 18) return edit(person, dice);
  await person.sendRaw({ voice: { file_id: "f", file_unique_id: "u", duration: 1 } });
}

/** What the newest screen asks for. */
async function goOn(person: Person, dice: Dice): Promise<void> {
  const screen = person.messages().findLast(({ isFromBot }) => isFromBot);
  if (!screen) return void (await person.send("/start"));
  const answer = QUESTIONS.find(([question]) => question.test(screen.text))?.[1];
  if (answer) return void (await person.send(answer(person)));
  const forward = screen.buttons.flat().filter(({ text, url }) => !url && !AWAY.test(text));
  const button = dice.pick(forward);
  if (button) await person.pressButton(screen.messageId, button);
}

/** A button of any message still there, old ones too. */
async function tap(person: Person, dice: Dice): Promise<void> {
  const withButtons = person.messages().filter(({ buttons }) => buttons.length > 0);
  // Mostly the newest, as people do.
  const message = dice.roll(4) === 0 ? dice.pick(withButtons) : withButtons.at(-1);
  const button = dice.pick(message?.buttons.flat() ?? []);
  if (!message || !button) return;
  await person.pressButton(message.messageId, button);
  if (dice.roll(6) === 0) await person.pressButton(message.messageId, button);
}

async function edit(person: Person, dice: Dice): Promise<void> {
  const own = dice.pick(person.messages().filter(({ isFromBot, text }) => !isFromBot && text !== ""));
  if (own) await person.edit(own.messageId, "modificato");
}
