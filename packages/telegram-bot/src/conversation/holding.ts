import { type Refusal, stateAt } from "@ricevimenti/core";
import { type Choice, choiceOf, daysFor, FIRST_STEP, type Subject, type Visit } from "./draft.ts";
import type { Form } from "./form-data.ts";
import { said } from "./note.ts";
import { nextQuestion } from "./questions.ts";
import type { Change, Turn } from "./turn.ts";

type Wanted = Subject & Pick<Choice, "start" | "mode">;
const NEAREST_SHOWN = 6;

/**
 * Holds a time and goes on with whatever of the form is still missing. A time that is gone leads to the nearest free
 * ones; nothing that was written is lost.
 */
export async function pickTime(turn: Turn, wanted: Wanted): Promise<Change> {
  const held = await takeTime(turn, wanted);
  return held.ok ? { step: await nextQuestion(turn, turn.draft.form, held.choice) } : held.change;
}

/**
 * The choice, still held: its time taken once more when it has lapsed and nobody else wants it.
 *
 * @param form what is kept when it has to be another time
 */
export async function keepTime(turn: Turn, choice: Choice, form: Form): Promise<Held> {
  const found = await turn.core.getBooking(choice.code);
  if (found.ok && stateAt(found.booking, turn.now) === "held") return { ok: true, choice, again: false };
  const held = await takeTime(turn, choice);
  return held.ok ? held : { ok: false, change: { ...held.change, form } };
}

/** Gives the held time back, when there is one. */
export async function letGo(turn: Turn): Promise<void> {
  const choice = choiceOf(turn.draft.step);
  if (choice) await turn.core.release({ code: choice.code, holder: turn.holder });
}

export type Held =
  | { readonly ok: true; readonly choice: Choice; readonly again: boolean }
  | { readonly ok: false; readonly change: Change };

/** Holds a time; where it cannot be had, the change leads to others. */
export async function takeTime(turn: Turn, wanted: Wanted): Promise<Held> {
  const { office, service, start, mode } = wanted;
  const held = await turn.core.hold({
    office,
    start,
    mode,
    ...(service === null ? {} : { service }),
    holder: turn.holder,
    locale: turn.locale,
  });
  if (held.ok) {
    const { code, end, expires } = held.booking;
    return {
      ok: true,
      choice: { office, service, start, end, mode, code, until: expires ?? start },
      again: true,
    };
  }
  return { ok: false, change: elsewhere(held.refusal, { office, service, moving: null }) };
}

/** Where a time cannot be had: the refusal, and the way to others. */
export function elsewhere(refusal: Refusal, visit: Visit): Change {
  const note = { kind: "refused", refusal } as const;
  const { office } = visit;
  switch (refusal.code) {
    case "slot_taken":
    case "slot_not_offered": {
      if (refusal.nearest.length === 0) return { step: daysFor(visit, visit.moving), note };
      const slots = refusal.nearest
        .slice(0, NEAREST_SHOWN)
        .map(({ start, end, modes }) => ({ start, end, modes }));
      return {
        step: { at: "nearest", ...visit, slots },
        // The note's own times are those of the buttons below it.
        note: { kind: "refused", refusal: { code: refusal.code, nearest: [] } },
      };
    }
    case "office_unknown":
      return { step: FIRST_STEP, note };
    case "service_unknown":
      return { step: { at: "services", office, page: 0 }, note };
    default:
      return { step: daysFor(visit, visit.moving), note };
  }
}

/** The note that tells of a time taken once more. */
export function heldAgain(held: { readonly again: boolean }): Pick<Change, "note"> {
  return held.again ? { note: said("held-again") } : {};
}
