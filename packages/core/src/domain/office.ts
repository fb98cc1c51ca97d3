import type { PolicySettings } from "./municipality.ts";

/** How citizen and official meet: "In Presenza" or "VIRTUALE". */
export const MODES = ["in_person", "virtual"] as const;
export type Mode = (typeof MODES)[number];

/** In the order of ISO 8601: Monday first. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A calendar day in the office's zone, `YYYY-MM-DD`. */
export type LocalDate = string;
/** A wall-clock time in the office's zone, `HH:MM`; `24:00` ends a day. */
export type LocalTime = string;

/** An office (ufficio), exactly as a timetable file spells it. Checked once at import and never half valid afterwards. */
export interface Office {
  /** Lower-case slug: it stands in links, QR codes and scripts. */
  readonly id: string;
  readonly name: string;
  readonly unit?: string;
  readonly email?: string;
  readonly place?: string;
  readonly phone?: string;
  /** IANA zone, when it is not the municipality's. */
  readonly timezone?: string;
  readonly services?: readonly Service[];
  readonly hours?: readonly OpeningRule[];
  readonly openings?: readonly ExtraOpening[];
  readonly closures?: readonly Closure[];
  /** Public holidays close the office unless this is `false`. */
  readonly holidays?: boolean;
  readonly policy?: PolicySettings;
  /** When the office is sent the day's appointments by mail; never where absent. */
  readonly digest?: LocalTime;
}

/** What a citizen may come for (argomento). */
export interface Service {
  readonly id: string;
  readonly name: string;
  /** Length of a visit; the rule's slot length where absent. A multiple of five. */
  readonly minutes?: number;
  /** Modes this service is given in; the rule's where absent. */
  readonly modes?: readonly Mode[];
  /** What to bring. */
  readonly bring?: readonly string[];
}

/** The times, modes and desks that weekly rules and extra openings have in common. */
export interface Opening {
  readonly from: LocalTime;
  readonly to: LocalTime;
  /** Minutes from one start to the next, and length of a visit without a service of its own. A multiple of five. */
  readonly slot: number;
  readonly modes: readonly Mode[];
  /** How often each time is sold; 1 where absent. */
  readonly desks?: number;
}

/** A weekly opening rule. */
export interface OpeningRule extends Opening {
  readonly days: readonly Weekday[];
  /** First day the rule holds. */
  readonly valid_from?: LocalDate;
  /** Last day the rule holds. */
  readonly valid_until?: LocalDate;
  /** Opens the rule's times in batches, so that calendars are not emptied at midnight by programs. */
  readonly release?: Release;
}

/** A day's times can be asked for from so many days before it, at that hour; before, only officials give them out. */
export interface Release {
  readonly days: number;
  readonly at: LocalTime;
}

/** Hours on one date only; they hold on public holidays too, because somebody wrote them for that day. */
export interface ExtraOpening extends Opening {
  readonly date: LocalDate;
}

/** Closed days, or closed hours on each of those days. Wins over every opening. */
export interface Closure {
  readonly from: LocalDate;
  /** Last closed day; the same as `from` where absent. */
  readonly to?: LocalDate;
  /** First and last closed hour of each of the days; the whole day where absent. */
  readonly start?: LocalTime;
  readonly end?: LocalTime;
  readonly reason?: string;
}
