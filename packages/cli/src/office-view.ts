import type { OfficeSummary } from "@ricevimenti/core";
import { slotJson } from "./slot-view.ts";

/** An office as scripts see it: what a timetable file says, and how it stands now. */
export function officeJson({ office, timezone, openNow, next }: OfficeSummary): Record<string, unknown> {
  return { ...office, timezone, open: openNow, next: next && slotJson(next, timezone) };
}
