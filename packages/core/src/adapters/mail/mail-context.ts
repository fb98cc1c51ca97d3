import type { Booking } from "../../domain/booking.ts";
import type { InvitationContext } from "../calendar/invitation-context.ts";

/** What a mail needs to know. */
export interface MailContext extends InvitationContext {
  readonly booking: Booking;
  /** The outbox key: the Message-ID is made from it. */
  readonly messageKey: string;
  /** Whether calendars may know of the booking: only then does its cancellation concern them. */
  readonly wasConfirmed: boolean;
  /** Who has cancelled it; null: nobody. */
  readonly cancelledBy: "citizen" | "office" | null;
  /** Times held for the citizen instead of the booking's, which the office cannot keep. */
  readonly alternatives: readonly Booking[];
  /** "Add to calendar" addresses, for the citizen's mails. */
  readonly calendar?: { readonly google: string; readonly outlook: string };
  /** The moderator's way into the room, for the office's mails about virtual appointments. */
  readonly roomUrl?: string | null;
}
