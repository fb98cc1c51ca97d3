import { type Instant, longDay, timeOf } from "@ricevimenti/core";
import type { Context } from "./context.ts";

/** When more times can be asked for; empty where nothing is kept back. */
export function releaseText(at: Instant | null, timezone: string, { say, locale }: Context): string {
  if (at === null) return "";
  return say("office-next-release", {
    day: longDay(at, locale, timezone),
    time: timeOf(at, locale, timezone),
  });
}
