import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Person } from "../support/telegram/person.ts";
import { startTelegram } from "../support/telegram/server.ts";
import { openTown } from "../support/town.ts";
import type { Bench, Figure } from "./bench.ts";

const CROWDS = [1, 16, 64];
/** What each person presses, over and over, until they are back where they began. */
const OURS = ["Tributo IMU", "Informazioni", "Indietro", "Indietro"];

/** Presses a second answered with an edited message, against grammY alone through the same stand-in for Telegram. */
export const bot: Bench = {
  name: "bot",
  async run({ short }) {
    const figures: Figure[] = [];
    for (const people of short ? [16] : CROWDS) {
      const seconds = short ? 1 : 3;
      const floor = await measure("bare-bot.ts", people, seconds, () => "Avanti");
      const ours = await measure("town-bot.ts", people, seconds, (step) => OURS[step % OURS.length] ?? "");
      const ratio = ours / floor;
      figures.push({
        what: people === 1 ? "presses of one person" : `presses of ${people} people`,
        unit: "/s",
        floor,
        ours,
        ratio,
        spread: [ratio, ratio],
        goal: { least: 0.5 },
      });
    }
    return figures;
  },
};

/** Presses a second; each person presses as soon as the last answer is there. Each bot is a process of its own. */
async function measure(
  program: string,
  people: number,
  seconds: number,
  next: (step: number) => string,
): Promise<number> {
  await using town = await openTown();
  const telegram = await startTelegram();
  const path = new URL(`./programs/${program}`, import.meta.url);
  const { url, token } = telegram;
  const child = fork(path, [url, token, town.folder, JSON.stringify({ ...town.env, LOG_LEVEL: "silent" })]);
  try {
    await telegram.listening({ timeoutMs: 20_000 });
    const persons = Array.from({ length: people }, (_, id) =>
      telegram.person({ id: 1001 + id, firstName: "Mario", lastName: "Rossi", languageCode: "it" }),
    );
    await Promise.all(persons.map(start));
    const begin = performance.now() + 1_000;
    const end = begin + seconds * 1_000;
    let answers = 0;
    await Promise.all(
      persons.map(async (person) => {
        for (let step = 0; performance.now() < end; step++) {
          await answered(person, next(step));
          const now = performance.now();
          if (now >= begin && now <= end) answers++;
        }
      }),
    );
    return answers / seconds;
  } finally {
    await ended(child);
    await telegram.close();
  }
}

async function start(person: Person): Promise<void> {
  await person.send("/start");
  await person.waitFor(({ screen }) => screen !== undefined, { timeoutMs: 20_000 });
}

async function answered(person: Person, label: string): Promise<void> {
  const { messageId, buttons } = person.screen();
  const button = buttons.flat().find(({ text }) => text.includes(label));
  if (!button) throw new Error(`no button ${label}\n${person.transcript()}`);
  await person.pressButton(messageId, button);
  await person.waitFor(({ news }) => news.length > 0, { timeoutMs: 20_000 });
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  await exit;
}
