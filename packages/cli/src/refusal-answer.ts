import {
  type Core,
  formProblemText,
  type Office,
  type Refusal,
  refusalText,
  type Slot,
  slotJson,
  zone,
} from "@ricevimenti/core";
import { type Answer, STATUS, type Status } from "./answer.ts";
import type { Context } from "./context.ts";
import { suggested } from "./suggestion.ts";
import { timezoneOf } from "./zones.ts";

/** What the rules said no to: one sentence for a person, `{"refusal": code}` and its facts for a script. */
export async function refused(
  refusal: Refusal,
  core: Core,
  { locale, say }: Context,
  office?: string,
): Promise<Answer> {
  const timezone = await timezoneOf(core, office);
  const message =
    refusalText(refusal, locale, timezone, say) + (await suggestionFor(refusal, core, say, office));
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

/** Ids are typed by hand. */
async function suggestionFor(
  refusal: Refusal,
  core: Core,
  say: Context["say"],
  office?: string,
): Promise<string> {
  switch (refusal.code) {
    case "office_unknown":
      return suggested(refusal.office, await idsOf(core), say);
    case "service_unknown":
      return suggested(refusal.service, await idsOf(core, office), say);
    default:
      return "";
  }
}

/** The ids of all offices, or of the services of one. */
async function idsOf(core: Core, office?: string): Promise<readonly string[]> {
  const { offices } = await core.exportTimetable(office === undefined ? undefined : [office]);
  return office === undefined
    ? offices.map(({ id }) => id)
    : offices.flatMap(({ services = [] }) => services.map(({ id }) => id));
}

/** A refusal that is the command line's own: an office has no closure, no service of that kind. */
export function refusedAs(code: string, message: string): Answer {
  return { status: STATUS.notFound, text: () => `${message}\n`, json: () => ({ refusal: code, message }) };
}

/** The office has no such service. */
export function unknownService({ services = [] }: Office, id: string, { say }: Context): Answer {
  const known = services.map((service) => service.id);
  return refusedAs("service_unknown", say("service-unknown", { service: id }) + suggested(id, known, say));
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
