import { type Notice, slotLine, texts } from "@ricevimenti/core";
import { bold, type Html, html, lines, paragraphs } from "../html.ts";

/** What an office hears in its group. */
export type GroupKind = "office_booked" | "office_moved" | "office_cancelled" | "office_late";

const MARKS: Record<GroupKind, string> = {
  office_booked: "🆕",
  office_moved: "🔁",
  office_cancelled: "❌",
  office_late: "⏰",
};

export function isGroupKind(kind: string): kind is GroupKind {
  return kind in MARKS;
}

/**
 * A booking as an office's group is told of it, in the town's language: time and code, and only where the office has
 * asked for it who comes, and why. Whoever is added to a group reads all of it.
 */
export function renderGroupMessage(
  kind: GroupKind,
  { booking, office, municipality, timezone, group }: Notice,
): Html {
  const { locale } = municipality;
  const say = texts("bot", locale);
  const { name, reason } = booking;
  return paragraphs(
    html`${MARKS[kind]} ${bold(say(`group-${kind.replace("_", "-")}`))}`,
    lines(
      office.name,
      slotLine(booking, locale, timezone),
      html`${say("label-code")}: <code>${booking.code}</code>`,
    ),
    group?.details
      ? lines(
          name === null ? null : html`${say("label-name")}: ${name}`,
          reason === null ? null : html`${say("label-reason")}: ${reason}`,
        )
      : null,
  );
}
