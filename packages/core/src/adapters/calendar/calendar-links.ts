import type { Booking } from "../../domain/booking.ts";
import { texts } from "../../texts/catalogue.ts";
import { oneLine } from "../../texts/safe-text.ts";
import type { InvitationContext } from "./invitation-context.ts";

/**
 * Addresses that open Google's and Outlook's "new event" page, filled in. They reach those companies' servers, so they
 * hold what, when and where, and neither the citizen's data nor a token of ours (DESIGN.md, invariant 7).
 */
export function addToCalendarLinks(
  booking: Booking,
  { office, timezone }: Pick<InvitationContext, "office" | "timezone">,
): { readonly google: string; readonly outlook: string } {
  const say = texts("mail", booking.locale);
  const virtual = booking.mode === "virtual";
  const title = say("calendar-summary", { office: oneLine(office.name) });
  const location = virtual ? say("where-virtual") : oneLine(office.place ?? "");
  const details = virtual ? say("calendar-join-by-mail") : "";
  return {
    google: address("https://calendar.google.com/calendar/render", {
      action: "TEMPLATE",
      text: title,
      dates: `${basic(booking.start)}/${basic(booking.end)}`,
      ctz: timezone,
      location,
      details,
    }),
    outlook: address("https://outlook.live.com/calendar/0/deeplink/compose", {
      path: "/calendar/action/compose",
      rru: "addevent",
      subject: title,
      startdt: extended(booking.start),
      enddt: extended(booking.end),
      location,
      body: details,
    }),
  };
}

function address(base: string, values: Readonly<Record<string, string>>): string {
  const query = Object.entries(values)
    .filter(([, value]) => value !== "")
    // Not URLSearchParams: Outlook shows its "+" for a space as it stands.
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `${base}?${query.join("&")}`;
}

/** `2021-12-13T09:00:00Z` */
function extended(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}

/** `20211213T090000Z` */
function basic(at: number): string {
  return extended(at).replace(/[-:]/g, "");
}
