import { type Chat, type Office, resolvePolicy } from "@ricevimenti/core";
import type { Draft, Step, Visit } from "../conversation/draft.ts";
import type { Html } from "../html.ts";
import { daysScreen } from "../screens/days.ts";
import { formScreen } from "../screens/form.ts";
import { foundScreen } from "../screens/found.ts";
import { lostScreen } from "../screens/lost.ts";
import { moveScreen, movingLines } from "../screens/move.ts";
import { officesScreen } from "../screens/offices.ts";
import { farewellScreen } from "../screens/privacy.ts";
import { requestedScreen } from "../screens/requested.ts";
import type { Screen, Telling } from "../screens/screen.ts";
import { servicesScreen } from "../screens/services.ts";
import { serviceOf } from "../screens/subject.ts";
import { summaryScreen } from "../screens/summary.ts";
import { nearestScreen, timesScreen } from "../screens/times.ts";
import type { Source, Told } from "./source.ts";

/** A step of a booking, shown. */
export async function stepScreen(source: Source, draft: Draft, chat: Chat, base: Telling): Promise<Told> {
  const { step } = draft;
  if (step.at === "offices") return { screen: await offices(source, step, chat, base), telling: base };
  if (step.at === "found") return { screen: await found(source, step, base), telling: base };
  if (step.at === "farewell") return { screen: farewellScreen(base), telling: base };
  if (step.at === "requested") return requestedStep(source, step.code, base);
  const { office: id } = "choice" in step ? step.choice : step;
  const known = await source.core.getOffice(id);
  if (!known.ok) return { screen: lostScreen(base), telling: base };
  const telling = { ...base, timezone: known.timezone };
  return { screen: await officeStep(source, step, draft, known.office, telling), telling };
}

/** After the request, and in messages that tell of it further up. */
export async function requestedStep(source: Source, code: string, base: Telling): Promise<Told> {
  const known = await source.booking(code, base);
  if (!known) return { screen: lostScreen(base), telling: base };
  return { screen: requestedScreen(known, known.telling), telling: known.telling };
}

async function offices(
  { core }: Source,
  { page, service }: Extract<Step, { readonly at: "offices" }>,
  { id }: Chat,
  telling: Telling,
): Promise<Screen> {
  const all = await core.listOffices();
  const { name } = await core.municipality();
  const competent = all.filter(({ office }) => service === null || serviceOf(office, service));
  const holder = `telegram:${id}` as const;
  const isAwaited =
    (await core.bookingsOf(holder)).length > 0 || (await core.waiting.of({ holder })).length > 0;
  return officesScreen({ town: name, offices: competent, page, isAwaited }, telling);
}

async function found(
  { core }: Source,
  { subjects }: Extract<Step, { readonly at: "found" }>,
  telling: Telling,
): Promise<Screen> {
  const known = await core.records.offices.list();
  const offices = new Map(known.map(({ definition }) => [definition.id, definition]));
  // Their places in the list are what the buttons carry: one that has been removed since keeps its own.
  const shown = subjects.map(({ office, service }) => ({
    office: offices.get(office) ?? { id: office, name: office },
    service,
  }));
  return foundScreen({ subjects: shown }, telling);
}

type OfficeStep = Exclude<Step, { readonly at: "offices" | "found" | "requested" | "farewell" }>;

async function officeStep(
  source: Source,
  step: OfficeStep,
  draft: Draft,
  office: Office,
  telling: Telling,
): Promise<Screen> {
  switch (step.at) {
    case "services":
      return servicesScreen({ office, page: step.page }, telling);
    case "days": {
      const days = await source.days(step, telling.timezone);
      const { month } = step;
      return daysScreen({ ...(await visit(source, step, office, telling)), days, month }, telling);
    }
    case "times": {
      const { day, page } = step;
      const slots = (await source.days(step, telling.timezone)).get(day) ?? [];
      return timesScreen({ ...(await visit(source, step, office, telling)), day, slots, page }, telling);
    }
    case "nearest": {
      const { slots } = step;
      return nearestScreen({ ...(await visit(source, step, office, telling)), slots }, telling);
    }
    case "move": {
      const known = step.moving && (await source.booking(step.moving.code, telling));
      return known ? moveScreen({ ...step, office, booking: known.booking }, telling) : lostScreen(telling);
    }
    case "form":
      return formScreen({ office, step, value: draft.form[step.field] }, telling);
    case "summary": {
      const town = await source.core.municipality();
      const confirmMinutes = resolvePolicy(town.policy, office.policy).confirm_minutes;
      const notice = await source.notice();
      const { choice } = step;
      return summaryScreen({ office, choice, form: draft.form, notice, confirmMinutes }, telling);
    }
    default:
      throw new Error(`no screen for ${JSON.stringify(step satisfies never)}`);
  }
}

/** What the screens of finding a time have in common. */
async function visit(source: Source, { service, moving }: Visit, office: Office, telling: Telling) {
  const known = moving && (await source.booking(moving.code, telling));
  const lines: Html | null = known ? movingLines(known.booking, telling) : null;
  return { office, service: serviceOf(office, service), moving: lines };
}
