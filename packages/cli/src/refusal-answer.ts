import {
  type Core,
  formProblemText,
  type Refusal,
  refusalText,
  type Slot,
  slotJson,
  zone,
} from "@ricevimenti/core";
import { type Answer, STATUS, type Status } from "./answer.ts";
import type { Context } from "./context.ts";

/** What the rules said no to: one sentence for a person, `{"refusal": code}` and its facts for a script. */
export async function refused(
  refusal: Refusal,
  core: Core,
  { locale, say }: Context,
  office?: string,
): Promise<Answer> {
  const timezone = await timezoneOf(core, office);
  const message = refusalText(refusal, locale, timezone, say);
  const text =
    refusal.code === "form_invalid"
      ? refusal.problems.map((problem) => `${formProblemText(problem, locale, say)}\n`).join("")
      : `${message}\n`;
  const { code, ...facts } = refusal;
  return {
    status: statusOf(refusal),
    text: () => text,
    json: () => ({ refusal: code, message, ...readable(facts, timezone) }),
  };
}

/** A refusal that is the command line's own: an office has no closure, no service of that kind. */
export function refusedAs(code: string, message: string): Answer {
  return { status: STATUS.notFound, text: () => `${message}\n`, json: () => ({ refusal: code, message }) };
}

/** Zone of an office, of the town where the office is not known. */
export async function timezoneOf(core: Core, office?: string): Promise<string> {
  const found = office === undefined ? null : await core.getOffice(office);
  if (found?.ok) return found.timezone;
  return (await core.municipality()).timezone;
}

function statusOf({ code }: Refusal): Status {
  switch (code) {
    case "office_unknown":
    case "service_unknown":
    case "booking_unknown":
      return STATUS.notFound;
    case "form_invalid":
      return STATUS.invalid;
    default:
      return STATUS.refused;
  }
}

const INSTANTS = new Set(["earliest", "latest", "opens", "closes"]);

/** Instants become ISO 8601. */
function readable(facts: object, timezone: string): Record<string, unknown> {
  const entries = Object.entries(facts).map(([key, value]: [string, unknown]) => {
    if (INSTANTS.has(key) && typeof value === "number") return [key, zone(timezone).formatInstant(value)];
    if (key === "nearest") return [key, (value as readonly Slot[]).map((slot) => slotJson(slot, timezone))];
    return [key, value];
  });
  return Object.fromEntries(entries);
}
