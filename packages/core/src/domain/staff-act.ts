import type { Actor } from "./event.ts";
import type { Instant } from "./slot.ts";

/** What officials do to something other than a booking or an office's definition, which have logs of their own. */
export type StaffAct =
  | "feed_renewed"
  | "group_code_given"
  | "group_unlinked"
  | "outbox_retried"
  | "municipality_changed"
  | "personal_data_exported"
  | "personal_data_erased"
  | "personal_data_purged";

/** One line of the trail of what officials did; nothing about any citizen (invariant 7). */
export interface TrailEntry {
  readonly at: Instant;
  readonly actor: Actor;
  /** A {@link StaffAct}, `office_saved`, `office_removed`, or `booking_` and the kind of its event. */
  readonly act: string;
  /** The code of a booking, an office's id, a number of rows; null where there is nothing to name. */
  readonly subject: string | null;
}
