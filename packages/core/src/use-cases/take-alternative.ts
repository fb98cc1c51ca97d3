import type { TakeAlternativeInput } from "../core.ts";
import { type Booking, stateAt } from "../domain/booking.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import { replacedBy } from "./alternatives.ts";
import type { Deps } from "./deps.ts";
import { giveBack } from "./give-back.ts";
import { moveIn } from "./move.ts";

/**
 * One press: the appointment moves to a time that was held for it, in one transaction, and the others go back. A press
 * on what has been taken already is harmless: `already`.
 *
 * Refuses with `hold_expired` when the time is no longer held for this citizen, and like {@link moveIn}.
 */
export function takeAlternative(
  deps: Deps,
  input: TakeAlternativeInput,
): Promise<Outcome<{ readonly booking: Booking; readonly already: boolean }>> {
  return deps.store.write(async (records) => {
    const now = deps.clock.now();
    const alternative = await records.bookings.get(input.alternative);
    const code = alternative && replacedBy(alternative);
    const booking = code ? await records.bookings.get(code) : null;
    const isTheirs =
      booking &&
      (input.holder === undefined || booking.holder === input.holder) &&
      (input.code ?? code) === code;
    if (!alternative || !booking || !isTheirs) return refuse({ code: "hold_expired" });
    const { start, mode } = alternative;
    if (stateAt(alternative, now) !== "held") {
      const already = booking.start === start && booking.mode === mode;
      return already ? { ok: true, booking, already } : refuse({ code: "hold_expired" });
    }
    await giveBack(records, alternative, now);
    const moved = await moveIn(deps, records, {
      code: booking.code,
      start,
      mode,
      actor: "citizen",
      ...(input.version !== undefined && { version: input.version }),
    });
    return moved.ok ? { ok: true, booking: moved.booking, already: false } : moved;
  });
}
