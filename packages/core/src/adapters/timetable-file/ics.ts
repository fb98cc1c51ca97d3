import ICAL from "ical.js";
import { formatDay } from "../../domain/day.ts";
import type { Office } from "../../domain/office.ts";
import type { FileProblem } from "../../domain/timetable-file.ts";
import { shown, type TreePath } from "../../domain/tree-reader.ts";
import { isZone } from "../../domain/zone.ts";
import { contentLines, type Opened } from "./ics-lines.ts";
import { Beyond, closedBetween, hoursOf, momentOf, repetitionOf, span } from "./ics-moments.ts";
import { type Notation, syntaxProblem, unreadable } from "./notation.ts";

/** What a calendar does not say of the office whose hours it holds. */
export interface CalendarTerms {
  /** The office's id; made from the calendar's name where neither says it. */
  readonly office?: string;
  /** Minutes; 15 where absent. */
  readonly slot?: number | string;
  /** In presence where absent. */
  readonly modes?: readonly string[];
  /** IANA zone of the office's clock. */
  readonly timezone?: string;
}

type Lists = Record<"hours" | "openings" | "closures", unknown[]>;
type ListName = keyof Lists;

/**
 * Calendars as hours of offices, one calendar an office. The times of a VAVAILABILITY (RFC 7953) are openings; without
 * one, events that repeat and single events shown as free are, events of whole days close the office, and so do single
 * events shown as busy. Never throws.
 */
export function readIcs(text: string, terms: CalendarTerms = {}): Notation {
  const lines = contentLines(text);
  if (!lines.ok) return unreadable(lines.problems);
  let calendars: ICAL.Component[];
  try {
    const parsed = ICAL.parse(lines.text) as unknown[];
    calendars = (Array.isArray(parsed[0]) ? parsed : [parsed]).map((one) => new ICAL.Component(one as never));
  } catch (error) {
    const value = error instanceof Error ? error.message : "";
    return unreadable([syntaxProblem({ line: 1, column: 1 }, value, "ics")]);
  }
  const reader = new CalendarReader(lines.opened, terms);
  const offices = calendars.map((calendar) => reader.office(calendar));
  const said = calendars.every((calendar) => calendar.getFirstPropertyValue("x-ricevimenti-office"));
  return {
    tree: { offices },
    // A foreign calendar's name is not the office's.
    fields: ["id", ...(said ? (["name"] as const) : []), "hours", "openings", "closures"],
    problems: reader.problems,
    readable: true,
    locate: (path) => ({ line: reader.lineOf(path), column: 1 }),
  };
}

class CalendarReader {
  readonly problems: FileProblem[] = [];
  readonly #opened: Opened;
  readonly #terms: CalendarTerms;
  readonly #seen: Record<string, number> = {};
  /** Where each office, and each thing in its lists, is written. */
  readonly #lines: ({ readonly line: number } & Record<ListName, number[]>)[] = [];

  constructor(opened: Opened, terms: CalendarTerms) {
    this.#opened = opened;
    this.#terms = terms;
  }

  lineOf([, office, list, index]: TreePath): number {
    const lines = this.#lines[Number(office)];
    return lines?.[list as ListName]?.[Number(index)] ?? lines?.line ?? 1;
  }

  office(calendar: ICAL.Component): Partial<Office> | Record<string, unknown> {
    const lines = { line: this.#next("VCALENDAR"), hours: [], openings: [], closures: [] };
    this.#lines.push(lines);
    const lists: Lists = { hours: [], openings: [], closures: [] };
    const add = (list: ListName, things: readonly unknown[], line: number) => {
      lists[list].push(...things);
      (lines[list] as number[]).push(...things.map(() => line));
    };
    const text = (name: string) => calendar.getFirstPropertyValue(name)?.toString().trim() || undefined;
    const written = text("x-wr-timezone");
    const timezone = this.#terms.timezone ?? (written && isZone(written) ? written : "Europe/Rome");
    const availabilities = calendar.getAllSubcomponents("vavailability");
    for (const availability of availabilities) {
      for (const available of availability.getAllSubcomponents("available")) {
        this.#guarded(this.#next("AVAILABLE"), (line) =>
          this.#opening(available, timezone, (list, things) => add(list, things, line), availability),
        );
      }
    }
    const events = calendar.getAllSubcomponents("vevent");
    const moved = events.filter((event) => event.hasProperty("recurrence-id"));
    for (const event of events) {
      this.#guarded(this.#next("VEVENT"), (line) => {
        const put = (list: ListName, things: readonly unknown[]) => add(list, things, line);
        const part = isMoved(event) ? "moved" : kindOf(event, availabilities.length > 0);
        if (part === "opening") this.#opening(event, timezone, put, null, moved);
        else if (part === "closure") this.#closure(event, timezone, put);
        else if (part === "moved" && !isCancelled(event)) this.#moved(event, timezone, put);
      });
    }
    // The library leaves what it does not know escaped (RFC 5545 section 3.3.11).
    const name = text("x-wr-calname")?.replace(/\\([\\;,])/g, "$1") ?? text("name");
    const id = this.#terms.office ?? text("x-ricevimenti-office") ?? (name && slugOf(name));
    return { id, name: name ?? id, ...withoutEmpty(lists) };
  }

  #opening(
    component: ICAL.Component,
    timezone: string,
    add: (list: ListName, things: readonly unknown[]) => void,
    within: ICAL.Component | null,
    moved: readonly ICAL.Component[] = [],
  ): void {
    const { start, end } = timesOf(component);
    const first = momentOf(start, timezone);
    const hours = hoursOf(first, momentOf(end, timezone));
    const terms = { ...hours, ...this.#termsOf(component) };
    const repetition = repetitionOf(component, start, timezone);
    if (repetition.kind === "dates") {
      add(
        "openings",
        repetition.days.map((day) => ({ date: formatDay(day), ...terms })),
      );
      return;
    }
    const limits = within && limitsOf(within, timezone);
    const from = Math.max(first.day, limits?.from ?? first.day);
    const until = Math.min(
      repetition.last ?? Number.POSITIVE_INFINITY,
      limits?.until ?? Number.POSITIVE_INFINITY,
    );
    const saidFrom = component.getFirstPropertyValue("x-ricevimenti-valid-from")?.toString();
    add("hours", [
      {
        days: repetition.days,
        ...terms,
        // The week in which time began is how "always" is written where a first day must be.
        ...(from > 7 && { valid_from: saidFrom ?? formatDay(from) }),
        ...(Number.isFinite(until) && { valid_until: formatDay(until) }),
      },
    ]);
    add(
      "openings",
      repetition.more.map((day) => ({ date: formatDay(day), ...terms })),
    );
    const uid = component.getFirstPropertyValue("uid");
    const elsewhere = moved
      .filter((event) => uid !== null && event.getFirstPropertyValue("uid") === uid)
      .map(
        (event) =>
          momentOf(event.getFirstPropertyValue("recurrence-id") as unknown as ICAL.Time, timezone).day,
      );
    const closed = [...new Set([...repetition.except, ...elsewhere])];
    add(
      "closures",
      closed.map((day) => ({ from: formatDay(day), start: hours.from, end: hours.to })),
    );
  }

  /** One occurrence at another time: it must not lie in the hours that it leaves, which are closed. */
  #moved(
    event: ICAL.Component,
    timezone: string,
    add: (list: ListName, things: readonly unknown[]) => void,
  ): void {
    const { start, end } = timesOf(event);
    const at = momentOf(start, timezone);
    const left = momentOf(event.getFirstPropertyValue("recurrence-id") as unknown as ICAL.Time, timezone);
    if (at.day === left.day) throw new Beyond("RECURRENCE-ID");
    add("openings", [
      { date: formatDay(at.day), ...hoursOf(at, momentOf(end, timezone)), ...this.#termsOf(event) },
    ]);
  }

  #closure(
    event: ICAL.Component,
    timezone: string,
    add: (list: ListName, things: readonly unknown[]) => void,
  ): void {
    const { start, end } = timesOf(event);
    const first = momentOf(start, timezone);
    const last = momentOf(end, timezone);
    const summary = event.getFirstPropertyValue("summary")?.toString().replace(/\s+/g, " ").trim();
    const reason = summary ? { reason: summary.slice(0, 200).trim() } : {};
    const repetition = repetitionOf(event, start, timezone);
    if (repetition.kind === "dates") {
      const length = last.day - first.day;
      const times = repetition.days.flatMap((day) =>
        closedBetween({ ...first, day }, { ...last, day: day + length }),
      );
      add(
        "closures",
        times.map((time) => ({ ...time, ...reason })),
      );
      return;
    }
    const { days, last: until, except, more } = repetition;
    if (days.length < 7 || until === null || except.length > 0 || more.length > 0) throw new Beyond("RRULE");
    const [time = {}, ...others] = closedBetween(first, last);
    if (others.length > 0) throw new Beyond("DTEND");
    add("closures", [{ ...time, ...span(first.day, until), ...reason }]);
  }

  #termsOf(component: ICAL.Component): Record<string, unknown> {
    const said = (name: string) =>
      component.getFirstPropertyValue(`x-ricevimenti-${name}`)?.toString() ?? undefined;
    const slot = said("slot");
    const desks = said("desks");
    const [, days, at] = /^(\d{1,4}) (\S+)$/.exec(said("release") ?? "") ?? [];
    return {
      slot: slot === undefined ? (this.#terms.slot ?? 15) : Number(slot),
      modes: said("modes")?.split(/[ ,]+/) ?? this.#terms.modes ?? ["in_person"],
      ...(desks !== undefined && { desks: Number(desks) }),
      ...(days !== undefined && { release: { days: Number(days), at } }),
    };
  }

  #next(name: string): number {
    const index = this.#seen[name] ?? 0;
    this.#seen[name] = index + 1;
    return this.#opened[name]?.[index] ?? 1;
  }

  #guarded(line: number, work: (line: number) => void): void {
    try {
      work(line);
    } catch (error) {
      const at = { line, column: 1, path: "" };
      if (error instanceof Beyond)
        this.problems.push({ ...at, code: "beyond_rules", value: shown(error.value) });
      else if (error instanceof Missing) this.problems.push({ ...at, code: "missing", value: error.message });
      else
        this.problems.push({
          ...at,
          code: "syntax",
          value: shown((error as Error).message),
          expected: "ics",
        });
    }
  }
}

class Missing extends Error {}

function timesOf(component: ICAL.Component): { readonly start: ICAL.Time; readonly end: ICAL.Time } {
  const time = (name: string) => component.getFirstPropertyValue(name) as unknown as ICAL.Time | null;
  const start = time("dtstart");
  if (!start) throw new Missing("DTSTART");
  const duration = component.getFirstPropertyValue("duration") as unknown as ICAL.Duration | null;
  const end = time("dtend");
  if (end) return { start, end };
  if (!duration && !start.isDate) throw new Missing("DTEND");
  const after = start.clone();
  after.addDuration(duration ?? ICAL.Duration.fromSeconds(86_400));
  return { start, end: after };
}

/** The days a VAVAILABILITY speaks of. */
function limitsOf(availability: ICAL.Component, timezone: string): { from?: number; until?: number } {
  const start = availability.getFirstPropertyValue("dtstart") as unknown as ICAL.Time | null;
  const end = availability.getFirstPropertyValue("dtend") as unknown as ICAL.Time | null;
  const last = end && momentOf(end, timezone);
  if (last?.minute) throw new Beyond("DTEND");
  return { ...(start && { from: momentOf(start, timezone).day }), ...(last && { until: last.day - 1 }) };
}

function kindOf(event: ICAL.Component, hasAvailability: boolean): "opening" | "closure" | "nothing" {
  const text = (name: string) => event.getFirstPropertyValue(name)?.toString().toUpperCase();
  if (isCancelled(event)) return "nothing";
  const start = event.getFirstPropertyValue("dtstart") as unknown as ICAL.Time | null;
  if (start?.isDate) return "closure";
  const isFree =
    text("transp") === "TRANSPARENT" ||
    (text("transp") === undefined && text("x-microsoft-cdo-busystatus") === "FREE");
  if (hasAvailability) return isFree ? "nothing" : "closure";
  return event.hasProperty("rrule") || isFree ? "opening" : "closure";
}

const isMoved = (event: ICAL.Component) => event.hasProperty("recurrence-id");
const isCancelled = (event: ICAL.Component) =>
  event.getFirstPropertyValue("status")?.toString().toUpperCase() === "CANCELLED";

function withoutEmpty(lists: Lists): Partial<Lists> {
  return Object.fromEntries(Object.entries(lists).filter(([, things]) => things.length > 0));
}

/** `Tributo IMU` -> `tributo-imu`. */
function slugOf(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
}
