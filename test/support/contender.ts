/** One of several processes that go for the same times at once; told by message what to go for, it answers what it got. */
import { type Core, loadForServing, type Outcome, openCore } from "@ricevimenti/core";
import { testClock } from "./clock.ts";
import { SILENT } from "./log.ts";

export interface Errand {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** What the clock says, ISO 8601. */
  readonly now: string;
  /** Tells this process's citizens from the others'. */
  readonly name: string;
  readonly office: string;
  /** The times to go for, one after another. */
  readonly starts: readonly number[];
  /** How many citizens go for each time at once. */
  readonly citizens: number;
  /** Where they all have the same address. */
  readonly email?: string;
}

export interface Booty {
  /** Codes of confirmed bookings. */
  readonly sold: readonly string[];
  /** How often each refusal was heard. */
  readonly refused: Readonly<Record<string, number>>;
  /** Everything that was neither. */
  readonly faults: readonly string[];
  /** Milliseconds from the first press to the last, of whom it took longest. */
  readonly longest: number;
}

if (process.send) {
  await loadForServing();
  process.send("ready");
  process.on("message", async (errand: Errand) => {
    process.send?.(await go(errand));
  });
}

async function go(errand: Errand): Promise<Booty> {
  const { env, cwd, now, starts, citizens } = errand;
  const core = await openCore({ env, cwd, overrides: { clock: testClock(now), log: SILENT } });
  const sold: string[] = [];
  const refused: Record<string, number> = {};
  const faults: string[] = [];
  let longest = 0;
  const attempt = async (start: number, citizen: number) => {
    const began = performance.now();
    try {
      const outcome = await book(core, errand, start, citizen);
      if (outcome.ok) sold.push(outcome.booking.code);
      else refused[outcome.refusal.code] = (refused[outcome.refusal.code] ?? 0) + 1;
    } catch (cause) {
      faults.push(String(cause));
    }
    longest = Math.max(longest, performance.now() - began);
  };
  for (const start of starts) {
    await Promise.all(Array.from({ length: citizens }, (_, citizen) => attempt(start, citizen)));
  }
  await core.close();
  return { sold, refused, faults, longest };
}

/** From "Prenota" to "CONFERMA PRENOTAZIONE", up to the first refusal. */
async function book(core: Core, { name, office, email }: Errand, start: number, citizen: number) {
  const who = `${name}-${start}-${citizen}`;
  const holder = `web:${who}` as const;
  const held = await core.hold({ office, start, mode: "in_person", holder, locale: "it" });
  if (!held.ok) return held;
  const { code } = held.booking;
  const form = { name: "Mario Rossi", email: email ?? `${who}@example.org`, reason: "Saldo", consent: true };
  const requested: Outcome<unknown> = await core.request({ code, holder, form });
  return requested.ok ? core.confirm({ code, actor: "citizen" }) : requested;
}
