import type { OfficeSummary } from "../core.ts";
import type { Office } from "../domain/office.ts";
import { zone } from "../domain/zone.ts";
import { type SlotJson, slotJson } from "./slot-json.ts";

/** An office as programs see it: what a timetable file says of it, and how it stands now. */
export interface OfficeJson extends Office {
  readonly timezone: string;
  readonly open: boolean;
  /** The next free slot. */
  readonly next: SlotJson | null;
  /** When more times can next be asked for, ISO 8601; null: nothing is kept back. */
  readonly next_release: string | null;
}

export function officeJson({ office, timezone, openNow, next, nextRelease }: OfficeSummary): OfficeJson {
  const next_release = nextRelease === null ? null : zone(timezone).formatInstant(nextRelease);
  return { ...office, timezone, open: openNow, next: next && slotJson(next, timezone), next_release };
}
