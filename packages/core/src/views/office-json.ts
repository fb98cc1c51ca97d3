import type { OfficeSummary } from "../core.ts";
import type { Office } from "../domain/office.ts";
import { type SlotJson, slotJson } from "./slot-json.ts";

/** An office as programs see it: what a timetable file says of it, and how it stands now. */
export interface OfficeJson extends Office {
  readonly timezone: string;
  readonly open: boolean;
  /** The next free slot. */
  readonly next: SlotJson | null;
}

export function officeJson({ office, timezone, openNow, next }: OfficeSummary): OfficeJson {
  return { ...office, timezone, open: openNow, next: next && slotJson(next, timezone) };
}
