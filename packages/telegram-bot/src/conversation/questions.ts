import type { Choice, FormStep, Step } from "./draft.ts";
import { FIELDS, type Field, type Form } from "./form-data.ts";
import type { Turn } from "./turn.ts";

/** The first thing still to be asked, or the summary when there is nothing. */
export async function nextQuestion(turn: Turn, form: Form, choice: Choice): Promise<Step> {
  const field = FIELDS.find((candidate) => form[candidate] === null);
  return field ? question(turn, field, choice) : { at: "summary", choice };
}

/** @param editing asked for in the summary, and leads back there */
export async function question(turn: Turn, field: Field, choice: Choice, editing = false): Promise<FormStep> {
  return { at: "form", field, choice, suggestion: await suggestionFor(turn, field), editing, doubt: null };
}

async function suggestionFor(turn: Turn, field: Field): Promise<string | null> {
  if (field === "name") return turn.profileName;
  return field === "email" ? lastAddress(turn) : null;
}

/** The address of the chat's newest booking, as long as that is kept. */
async function lastAddress({ core, holder }: Turn): Promise<string | null> {
  const bookings = await core.records.bookings.find({ holder });
  const newest = bookings
    .filter(({ email }) => email !== null)
    .reduce<(typeof bookings)[number] | null>(
      (newest, booking) => (newest && newest.created >= booking.created ? newest : booking),
      null,
    );
  return newest?.email ?? null;
}
