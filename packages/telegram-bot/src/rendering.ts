import {
  type Chat,
  type Core,
  localeFrom,
  type Office,
  resolvePolicy,
  spoken,
  texts,
} from "@ricevimenti/core";
import {
  type Aside,
  type Draft,
  FRESH_DRAFT,
  readDraft,
  type Step,
  type Subject,
} from "./conversation/draft.ts";
import { byDay } from "./days.ts";
import { helpScreen, languageScreen, privacyScreen } from "./screens/asides.ts";
import { type BookingEntry, bookingsScreen, cancelScreen } from "./screens/bookings.ts";
import { daysScreen } from "./screens/days.ts";
import { formScreen } from "./screens/form.ts";
import { lostScreen } from "./screens/lost.ts";
import { withNote } from "./screens/note.ts";
import { officesScreen } from "./screens/offices.ts";
import { requestedScreen } from "./screens/requested.ts";
import type { Screen, Telling } from "./screens/screen.ts";
import { servicesScreen } from "./screens/services.ts";
import { serviceOf } from "./screens/subject.ts";
import { summaryScreen } from "./screens/summary.ts";
import { nearestScreen, timesScreen } from "./screens/times.ts";

/** More would not fit into one message; the limits of the town keep it far below. */
const MOST_BOOKINGS = 10;

/** Reads what a state of the conversation needs to be shown, and shows it. Changes nothing. */
export class Renderer {
  readonly #core: Core;
  readonly #publicUrl: string;

  /** @param publicUrl what every link starts with, without a slash at its end */
  constructor(core: Core, publicUrl: string) {
    this.#core = core;
    this.#publicUrl = publicUrl;
  }

  async screenOf(chat: Chat): Promise<{ readonly screen: Screen; readonly draft: Draft }> {
    const draft = readDraft(chat.draft) ?? FRESH_DRAFT;
    const town = await this.#core.municipality();
    const locale = spoken((chat.locale && localeFrom(chat.locale)) || town.locale);
    const base = { say: texts("bot", locale), locale, timezone: town.timezone, now: this.#core.clock.now() };
    const { screen, telling } = draft.aside
      ? await this.#aside(draft.aside, chat, base)
      : await this.#step(draft, base);
    return { screen: withNote(draft.note, screen, telling), draft };
  }

  async #step(draft: Draft, base: Telling): Promise<Shown> {
    const { step } = draft;
    if (step.at === "offices") return { screen: await this.#offices(step, base), telling: base };
    if (step.at === "requested") return this.#requested(step.code, base);
    const subject: Subject = "choice" in step ? step.choice : { service: null, ...step };
    const found = await this.#core.getOffice(subject.office);
    if (!found.ok) return { screen: lostScreen(base), telling: base };
    const telling = { ...base, timezone: found.timezone };
    return { screen: await this.#officeStep(step, draft, found.office, telling), telling };
  }

  async #officeStep(
    step: Exclude<Step, { at: "offices" | "requested" }>,
    draft: Draft,
    office: Office,
    telling: Telling,
  ): Promise<Screen> {
    switch (step.at) {
      case "services":
        return servicesScreen({ office, page: step.page }, telling);
      case "days": {
        const days = await this.#days(step, telling.timezone);
        return daysScreen(
          { office, service: serviceOf(office, step.service), days, page: step.page },
          telling,
        );
      }
      case "times": {
        const slots = (await this.#days(step, telling.timezone)).get(step.day) ?? [];
        const { day, page } = step;
        return timesScreen({ office, service: serviceOf(office, step.service), day, slots, page }, telling);
      }
      case "nearest":
        return nearestScreen(
          { office, service: serviceOf(office, step.service), slots: step.slots },
          telling,
        );
      case "form": {
        const { field, choice, suggestion } = step;
        return formScreen({ office, choice, field, value: draft.form[field], suggestion }, telling);
      }
      case "summary": {
        const town = await this.#core.municipality();
        const confirmMinutes = resolvePolicy(town.policy, office.policy).confirm_minutes;
        const { choice } = step;
        return summaryScreen(
          { office, choice, form: draft.form, notice: await this.#notice(), confirmMinutes },
          telling,
        );
      }
      default:
        throw new Error(`no screen for ${JSON.stringify(step satisfies never)}`);
    }
  }

  async #aside(aside: Aside, chat: Chat, telling: Telling): Promise<Shown> {
    switch (aside.at) {
      case "bookings":
        return {
          screen: bookingsScreen({ entries: await this.#entries(chat.id, telling) }, telling),
          telling,
        };
      case "cancel": {
        const found = await this.#core.getBooking(aside.code);
        if (!found.ok) return { screen: lostScreen(telling), telling };
        const { office, timezone } = await this.#officeOr(found.booking.office, telling);
        const zoned = { ...telling, timezone };
        return { screen: cancelScreen({ booking: found.booking, office }, zoned), telling: zoned };
      }
      case "language":
        return { screen: languageScreen(telling), telling };
      case "privacy": {
        const { name, email } = await this.#core.municipality();
        const notice = await this.#notice();
        return { screen: privacyScreen({ town: name, email: email ?? null, notice }, telling), telling };
      }
      case "help":
        return { screen: helpScreen(telling), telling };
      default:
        throw new Error(`no screen for ${JSON.stringify(aside satisfies never)}`);
    }
  }

  async #offices(
    step: { readonly page: number; readonly service: string | null },
    telling: Telling,
  ): Promise<Screen> {
    const offices = (await this.#core.listOffices()).filter(
      ({ office }) => step.service === null || serviceOf(office, step.service),
    );
    const { name } = await this.#core.municipality();
    return officesScreen({ town: name, offices, page: step.page }, telling);
  }

  async #requested(code: string, base: Telling): Promise<Shown> {
    const found = await this.#core.getBooking(code);
    if (!found.ok) return { screen: lostScreen(base), telling: base };
    const { office, timezone } = await this.#officeOr(found.booking.office, base);
    const telling = { ...base, timezone };
    return { screen: requestedScreen({ office, booking: found.booking }, telling), telling };
  }

  async #days(subject: Subject, timezone: string) {
    const listed = await this.#core.listSlots({
      office: subject.office,
      service: subject.service ?? undefined,
    });
    return byDay(listed.ok ? listed.slots : [], timezone);
  }

  async #entries(chat: number, telling: Telling): Promise<readonly BookingEntry[]> {
    const bookings = await this.#core.bookingsOf(`telegram:${chat}`);
    return Promise.all(
      bookings.slice(0, MOST_BOOKINGS).map(async (booking) => ({
        booking,
        links: this.#core.linksOf(booking),
        ...(await this.#officeOr(booking.office, telling)),
      })),
    );
  }

  /** The office, or as much as is known of one that has been removed since. */
  async #officeOr(
    id: string,
    { timezone }: Telling,
  ): Promise<{ office: Pick<Office, "name">; timezone: string }> {
    const found = await this.#core.getOffice(id);
    return found.ok ? found : { office: { name: id }, timezone };
  }

  async #notice(): Promise<string> {
    return (await this.#core.municipality()).privacy?.url ?? `${this.#publicUrl}/privacy`;
  }
}

interface Shown {
  readonly screen: Screen;
  /** With the zone of the office the screen is about. */
  readonly telling: Telling;
}
