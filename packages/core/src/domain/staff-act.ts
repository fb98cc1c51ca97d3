import type { Actor } from "./event.ts";
import type { Instant } from "./slot.ts";

/** What officials do to something other than a booking or an office's definition, which have logs of their own. */
export const STAFF_ACTS = [
  "town_set_up",
  "secret_renewed",
  "backup_made",
  /** Of the copy that has become the database: what was done after it was made is not in it. */
  "backup_restored",
  /** In the database that was copied, and in the one it was copied to. */
  "moved_to",
  "moved_from",
  "offices_reordered",
  "feed_renewed",
  "group_code_given",
  "group_unlinked",
  "outbox_retried",
  "municipality_changed",
  "personal_data_exported",
  "personal_data_erased",
  "personal_data_purged",
] as const;
export type StaffAct = (typeof STAFF_ACTS)[number];

/** One line of the trail of what officials did; nothing about any citizen (invariant 7). */
export interface TrailEntry {
  readonly at: Instant;
  readonly actor: Actor;
  /** A {@link StaffAct}, `office_saved`, `office_removed`, or `booking_` and the kind of its event. */
  readonly act: string;
  /** The code of a booking, an office's id, a number of rows, a file or database; null where there is nothing to name. */
  readonly subject: string | null;
}
