import { formatDay, parseDay, weekdayOf } from "../../domain/day.ts";
import {
  type Closure,
  type ExtraOpening,
  type Office,
  type OpeningRule,
  WEEKDAYS,
} from "../../domain/office.ts";
import { zone } from "../../domain/zone.ts";
import { folded } from "../calendar/folding.ts";

/**
 * Offices as calendars with their availability (RFC 7953), one calendar an office; closures are events of theirs. What
 * a calendar has no word for stands in properties of our own. Without a VTIMEZONE: the zone's IANA name is what every
 * reader of today understands (RFC 7808 section 7).
 */
export function icsText(offices: readonly Office[], townZone: string): string {
  return folded(offices.flatMap((office) => calendar(office, office.timezone ?? townZone)));
}

/** Nothing in a timetable says when it was written, and the same timetable is always the same text. */
const STAMP = "DTSTAMP:19700101T000000Z";

function calendar(office: Office, timezone: string): readonly string[] {
  const uid = (part: string) => `UID:${office.id}-${part}@ricevimenti`;
  const available = [
    ...(office.hours ?? []).map((rule, index) => weekly(rule, uid(`rule-${index + 1}`), timezone)),
    ...(office.openings ?? []).map((extra, index) => once(extra, uid(`opening-${index + 1}`), timezone)),
  ].flat();
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//ricevimenti//timetable//IT",
    `X-WR-CALNAME:${escaped(office.name)}`,
    `X-WR-TIMEZONE:${timezone}`,
    `X-RICEVIMENTI-OFFICE:${office.id}`,
    "BEGIN:VAVAILABILITY",
    uid("availability"),
    STAMP,
    ...available,
    "END:VAVAILABILITY",
    ...(office.closures ?? []).flatMap((closure, index) =>
      closed(closure, uid(`closure-${index + 1}`), timezone),
    ),
    "END:VCALENDAR",
  ];
}

function weekly(rule: OpeningRule, uid: string, timezone: string): readonly string[] {
  const { days, valid_from, valid_until, release } = rule;
  const positions = days.map((day) => WEEKDAYS.indexOf(day));
  let first = valid_from ? (parseDay(valid_from) ?? 0) : 0;
  while (!positions.includes(weekdayOf(first))) first++;
  const byDay = days.map((day) => day.slice(0, 2).toUpperCase()).join(",");
  const until = valid_until ? `;UNTIL=${utc(valid_until, timezone)}` : "";
  return [
    "BEGIN:AVAILABLE",
    uid,
    STAMP,
    ...times(formatDay(first), rule, timezone),
    `RRULE:FREQ=WEEKLY${until};BYDAY=${byDay}`,
    ...terms(rule),
    ...(valid_from ? [`X-RICEVIMENTI-VALID-FROM:${valid_from}`] : []),
    ...(release ? [`X-RICEVIMENTI-RELEASE:${release.days} ${release.at}`] : []),
    "END:AVAILABLE",
  ];
}

function once(extra: ExtraOpening, uid: string, timezone: string): readonly string[] {
  return [
    "BEGIN:AVAILABLE",
    uid,
    STAMP,
    ...times(extra.date, extra, timezone),
    ...terms(extra),
    "END:AVAILABLE",
  ];
}

function closed(
  { from, to = from, start, end, reason }: Closure,
  uid: string,
  timezone: string,
): readonly string[] {
  const hours = { from: start ?? "00:00", to: end ?? "24:00" };
  const when =
    hours.from !== "00:00" || hours.to !== "24:00"
      ? [
          ...times(from, hours, timezone),
          ...(to > from ? [`RRULE:FREQ=DAILY;UNTIL=${utc(to, timezone)}`] : []),
        ]
      : [`DTSTART;VALUE=DATE:${compact(from)}`, `DTEND;VALUE=DATE:${compact(next(to))}`];
  const summary = reason ? [`SUMMARY:${escaped(reason)}`] : [];
  return ["BEGIN:VEVENT", uid, STAMP, ...when, ...summary, "TRANSP:OPAQUE", "END:VEVENT"];
}

function times(
  date: string,
  { from, to }: { from: string; to: string },
  timezone: string,
): readonly string[] {
  const end = to === "24:00" ? `${compact(next(date))}T000000` : `${compact(date)}T${compact(to)}00`;
  return [`DTSTART;TZID=${timezone}:${compact(date)}T${compact(from)}00`, `DTEND;TZID=${timezone}:${end}`];
}

function terms({ slot, modes, desks }: Pick<OpeningRule, "slot" | "modes" | "desks">): readonly string[] {
  return [
    `X-RICEVIMENTI-SLOT:${slot}`,
    `X-RICEVIMENTI-MODES:${modes.join(" ")}`,
    ...(desks === undefined ? [] : [`X-RICEVIMENTI-DESKS:${desks}`]),
  ];
}

/** The last second of a day; UNTIL is in UTC where DTSTART has a zone (RFC 5545 section 3.3.10). */
function utc(date: string, timezone: string): string {
  const end = zone(timezone).instantOf((parseDay(date) ?? 0) + 1, 0) - 1000;
  return new Date(end).toISOString().replace(/[-:]|\.\d+/g, "");
}

const compact = (text: string) => text.replace(/[-:]/g, "");
const next = (date: string) => formatDay((parseDay(date) ?? 0) + 1);
/** RFC 5545 section 3.3.11. */
const escaped = (text: string) => text.replace(/[\\;,]/g, "\\$&");
