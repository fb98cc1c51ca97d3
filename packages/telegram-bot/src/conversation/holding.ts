import { stateAt } from "@ricevimenti/core";
import { type Choice, choiceOf, type Form, formStep, type Subject } from "./draft.ts";
import { type Change, said, type Turn } from "./turn.ts";

type Wanted = Subject & Pick<Choice, "start" | "mode">;
const NEAREST_SHOWN = 6;

/**
 * Holds a time and goes on with whatever of the form is still missing. A time that is gone leads to the nearest free
 * ones; nothing that was written is lost.
 */
export async function pickTime(turn: Turn, wanted: Wanted): Promise<Change> {
  const held = await takeTime(turn, wanted);
  return held.ok ? { step: formStep(turn.draft.form, held.choice, turn.profileName) } : held.change;
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
  const { refusal } = held;
  const note = { kind: "refused", refusal } as const;
  switch (refusal.code) {
    case "slot_taken":
    case "slot_not_offered":
      if (refusal.nearest.length > 0) {
        const slots = refusal.nearest
          .slice(0, NEAREST_SHOWN)
          .map(({ start, end, modes }) => ({ start, end, modes }));
        // The note's own times are those of the buttons below it.
        return {
          ok: false,
          change: {
            step: { at: "nearest", office, service, slots },
            note: { kind: "refused", refusal: { code: refusal.code, nearest: [] } },
          },
        };
      }
      return { ok: false, change: { step: { at: "days", office, service, page: 0 }, note } };
    case "office_unknown":
      return { ok: false, change: { step: { at: "offices", page: 0, service: null }, note } };
    case "service_unknown":
      return { ok: false, change: { step: { at: "services", office, page: 0 }, note } };
    default:
      return { ok: false, change: { step: { at: "days", office, service, page: 0 }, note } };
  }
}

/** The note that tells of a time taken once more. */
export function heldAgain(held: { readonly again: boolean }): Pick<Change, "note"> {
  return held.again ? { note: said("held-again") } : {};
}
