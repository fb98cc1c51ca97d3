import { type Office, WEEKDAYS, type Weekday } from "@ricevimenti/core";

/** An office as options spell it. An empty text takes the fact away. */
export interface OfficeOptions {
  readonly id?: string;
  readonly name?: string;
  readonly unit?: string;
  readonly email?: string;
  readonly place?: string;
  readonly phone?: string;
  readonly timezone?: string;
  /** `07:30`: when the day's appointments are sent. */
  readonly digest?: string;
  readonly holidays?: "closed" | "open";
  /** `mon,wed 10:00-12:00`, one for each opening. */
  readonly hours?: readonly string[];
  readonly slot?: string;
  readonly modes?: string;
  readonly desks?: string;
}

const TEXTS = ["name", "unit", "email", "place", "phone", "timezone", "digest"] as const;

/** What stands after the days: the hours of one opening, `9:00-12:00`, `9-12` or `9.00-12.30`. */
const HOURS = /^\s*(\p{L}[\p{L},\s-]*?)\s+(\d{1,2})(?:[:.](\d{2}))?\s*-\s*(\d{1,2})(?:[:.](\d{2}))?\s*$/u;

/** As officials write them, in the order of the week: short or long, Italian or English. */
const DAY_NAMES = [
  ["lun", "lunedi", "monday"],
  ["mar", "martedi", "tuesday"],
  ["mer", "mercoledi", "wednesday"],
  ["gio", "giovedi", "thursday"],
  ["ven", "venerdi", "friday"],
  ["sab", "sabato", "saturday"],
  ["dom", "domenica", "sunday"],
];

/** The office with what the options change; an opening that cannot be read. Values are judged by who saves it. */
export function withOptions(
  before: Partial<Office>,
  options: OfficeOptions,
): { readonly office: Partial<Office> } | { readonly unreadable: string } {
  const office: Record<string, unknown> = { ...before };
  for (const name of TEXTS) {
    const value = options[name];
    if (value === "") delete office[name];
    else if (value !== undefined) office[name] = name === "digest" ? tidyTime(value) : value;
  }
  if (options.holidays === "open") office.holidays = false;
  if (options.holidays === "closed") delete office.holidays;
  if (options.hours) {
    const rules = options.hours.filter((text) => text.trim() !== "").map((text) => ruleOf(text, options));
    const unreadable = rules.find((rule) => typeof rule === "string");
    if (unreadable !== undefined) return { unreadable };
    office.hours = rules;
  }
  return { office: office as Partial<Office> };
}

/** The opening; the text itself when it says none. */
function ruleOf(text: string, { slot = "15", modes = "in_person", desks }: OfficeOptions): object | string {
  const [, days = "", from, fromMinute = "00", to, toMinute = "00"] = HOURS.exec(text.toLowerCase()) ?? [];
  if (from === undefined || to === undefined) return text;
  return {
    days: daysOf(days),
    from: `${from.padStart(2, "0")}:${fromMinute}`,
    to: `${to.padStart(2, "0")}:${toMinute}`,
    slot: numberOf(slot),
    modes: listOf(modes),
    ...(desks === undefined ? {} : { desks: numberOf(desks) }),
  };
}

/** `mon-fri`, `mon,wed`, `lun mer`; what is no day stays as it is, for the office's own judge to speak of. */
function daysOf(text: string): readonly string[] {
  return listOf(text.replaceAll(/\s*-\s*/g, "-")).flatMap((part) => {
    const [first = "", last] = part.split("-");
    const [from, to] = [weekdayOf(first), weekdayOf(last ?? first)];
    return from < 0 || to < from ? [part] : WEEKDAYS.slice(from, to + 1);
  });
}

function weekdayOf(text: string): number {
  const name = text.normalize("NFD").replace(/\p{M}/gu, "");
  const short = WEEKDAYS.indexOf(name as Weekday);
  return short >= 0 ? short : DAY_NAMES.findIndex((names) => names.includes(name));
}

/** `7:30` and `7.30` are `07:30`; what is no time stays as it is. */
export function tidyTime(text: string): string {
  const [, hour = "", minute = ""] = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim()) ?? [];
  return hour === "" ? text : `${hour.padStart(2, "0")}:${minute}`;
}

/** What is no number stays a text: then the office's own judge speaks of it. */
export function numberOf(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

/** `a,b` or `a b`. */
export function listOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((part) => part !== "");
}
