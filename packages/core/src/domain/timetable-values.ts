import { CONTRAST_MIN, contrastWithWhite, parseColour } from "./colour.ts";
import { parseDay, parseTime } from "./day.ts";
import { checkEmail } from "./form.ts";
import { isVisible } from "./invisible.ts";
import type { LocalDate, LocalTime } from "./office.ts";
import type { Reader } from "./tree-reader.ts";
import { isZone } from "./zone.ts";

/** `ufficio_` and the id must fit the 64 bytes of a Telegram deep link, with room to spare. */
export const SLUG_MAX = 40;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** One line of plain text, without space around it. */
export function text(max: number): Reader<string> {
  return (value, place) => {
    if (typeof value !== "string") return place.problem("wrong_type", value, { expected: "text" });
    const plain = value !== "" && value.length <= max && value === value.trim();
    return plain && isVisible(value) ? value : place.problem("bad_text", value, { expected: String(max) });
  };
}

export const slug: Reader<string> = (value, place) =>
  typeof value === "string" && value.length <= SLUG_MAX && SLUG.test(value)
    ? value
    : place.problem("bad_slug", value);

/** `08:00`, in steps of five minutes; `24:00` only as an {@link endTime}. */
export const time: Reader<LocalTime> = (value, place) =>
  value === "24:00" ? place.problem("bad_time", value) : endTime(value, place);

/** A {@link time} that hours end at; `24:00` is the end of the day. */
export const endTime: Reader<LocalTime> = (value, place) => {
  const minute = typeof value === "string" ? parseTime(value) : null;
  if (minute === null) return place.problem("bad_time", value);
  return minute % 5 === 0 ? (value as LocalTime) : place.problem("not_multiple_of_five", value);
};

/** Minutes since midnight of a time that was read by {@link time} or {@link endTime}. */
export function minuteOf(time: LocalTime): number {
  return parseTime(time) ?? 0;
}

/** A day of the calendar. A year before 1970 is a slip of the pen: nobody books then. */
export const date: Reader<LocalDate> = (value, place) => {
  const day = typeof value === "string" ? parseDay(value) : null;
  return day !== null && day >= 0
    ? (value as LocalDate)
    : place.problem("bad_date", value, { expected: "YYYY-MM-DD" });
};

/** `06-13`: a day of every year, or of every leap year. */
export const dayOfYear: Reader<string> = (value, place) =>
  typeof value === "string" && parseDay(`2000-${value}`) !== null
    ? value
    : place.problem("bad_date", value, { expected: "MM-DD" });

export const email: Reader<string> = (value, place) => {
  const checked = typeof value === "string" ? checkEmail(value) : null;
  return checked?.ok && checked.value === value ? checked.value : place.problem("bad_email", value);
};

/** An address on the web. */
export const webAddress: Reader<string> = (value, place) => {
  const good =
    typeof value === "string" &&
    value.length <= 500 &&
    /^https?:\/\/[^\s<>"]+$/.test(value) &&
    URL.canParse(value);
  return good ? value : place.problem("bad_text", value, { expected: "https" });
};

/** `#06c`, dark enough to be read on white and to be written on in white. */
export const colour: Reader<string> = (value, place) => {
  const parsed = typeof value === "string" ? parseColour(value) : null;
  return parsed !== null && contrastWithWhite(parsed) >= CONTRAST_MIN
    ? (value as string).toLowerCase()
    : place.problem("bad_colour", value, { expected: parsed === null ? "form" : "contrast" });
};

/** An IANA zone this machine knows. */
export const zone: Reader<string> = (value, place) =>
  typeof value === "string" && isZone(value) ? value : place.problem("bad_zone", value);
