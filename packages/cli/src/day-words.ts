import { formatDay, type Instant, zone } from "@ricevimenti/core";

/** Days from today on, as people say them: Italian first, English too. */
const WORDS: Readonly<Record<string, number>> = {
  ieri: -1,
  yesterday: -1,
  oggi: 0,
  today: 0,
  domani: 1,
  tomorrow: 1,
  dopodomani: 2,
};

/** Whether it is `oggi`, `domani` or the like. */
export function isDayWord(text: string): boolean {
  return Object.hasOwn(WORDS, text.toLowerCase());
}

interface Days {
  readonly date?: string;
  readonly from?: string;
  readonly to?: string;
}

/** The options with `oggi` and `domani` written as the days they are on that clock. */
export function withDayWords<T extends Days>(options: T, now: Instant, timezone: string): T {
  const spelled = (text: string | undefined) => {
    const days = text === undefined ? undefined : WORDS[text.toLowerCase()];
    return days === undefined ? text : formatDay(zone(timezone).dayOf(now) + days);
  };
  const { date, from, to } = options;
  return {
    ...options,
    ...(date !== undefined && { date: spelled(date) }),
    ...(from !== undefined && { from: spelled(from) }),
    ...(to !== undefined && { to: spelled(to) }),
  };
}
