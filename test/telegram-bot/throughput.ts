/**
 * How many presses a second the bot answers with an edited message, against grammY alone through the same stand-in:
 * `node test/telegram-bot/throughput.ts [--json]`. Each person presses as soon as the last answer is there.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Person } from "../support/telegram/person.ts";
import { startTelegram } from "../support/telegram/server.ts";
import { openTown } from "../support/town.ts";

const SECONDS = 4;
const WARM_UP = 1;

interface Rate {
  readonly perSecond: number;
  /** Milliseconds from press to edited message. */
  readonly median: number;
  readonly p99: number;
}

async function measure(program: string, people: number, next: (step: number) => string): Promise<Rate> {
  await using town = await openTown();
  const telegram = await startTelegram();
  const path = new URL(`./support/${program}`, import.meta.url);
  const { url, token } = telegram;
  const child = fork(path, [url, token, town.folder, JSON.stringify({ ...town.env, LOG_LEVEL: "silent" })]);
  try {
    await telegram.listening({ timeoutMs: 20_000 });
    const persons = Array.from({ length: people }, (_, id) =>
      telegram.person({ id: 1001 + id, firstName: "Mario", lastName: "Rossi", languageCode: "it" }),
    );
    await Promise.all(persons.map(start));
    const begin = performance.now() + WARM_UP * 1000;
    const end = begin + SECONDS * 1000;
    const times: number[] = [];
    await Promise.all(
      persons.map(async (person) => {
        for (let step = 0; performance.now() < end; step++) {
          const before = performance.now();
          await answered(person, next(step));
          const after = performance.now();
          if (before >= begin && after <= end) times.push(after - before);
        }
      }),
    );
    times.sort((one, other) => one - other);
    const at = (part: number) => times[Math.floor((times.length - 1) * part)] ?? Number.NaN;
    return { perSecond: times.length / SECONDS, median: at(0.5), p99: at(0.99) };
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

const OURS = ["Tributo IMU", "Informazioni", "Indietro", "Indietro"];
const figures = [];
for (const people of [1, 16, 64]) {
  const bare = await measure("bare-bot.ts", people, () => "Avanti");
  const ours = await measure("town-bot.ts", people, (step) => OURS[step % OURS.length] ?? "");
  figures.push({ people, bare, ours, ratio: ours.perSecond / bare.perSecond });
}
if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify(figures)}\n`);
else
  for (const { people, bare, ours, ratio } of figures) {
    const told = ({ perSecond, median, p99 }: Rate) =>
      `${perSecond.toFixed(0)}/s (median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms)`;
    process.stdout.write(
      `${people} people: grammY alone ${told(bare)}, ours ${told(ours)}, ${(100 * ratio).toFixed(0)}%\n`,
    );
  }
