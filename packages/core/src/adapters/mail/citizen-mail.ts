import type { MessageKind } from "../../domain/message.ts";
import type { Say } from "../../texts/catalogue.ts";
import { oneLine } from "../../texts/safe-text.ts";
import { longDay, slotLine, timeOf, untilHour } from "../../texts/when.ts";
import { type BookingFacts, bookingFacts, serviceOf } from "./booking-facts.ts";
import { button, factBlock, type MailBlock, type MailDraft, paragraph } from "./mail-body.ts";
import type { MailContext } from "./mail-context.ts";

type CitizenKind = Exclude<MessageKind, `office_${string}`>;

/** What the citizen is told; the handbook, "Come fissare un appuntamento". `say` speaks the booking's language. */
export function citizenMail(kind: CitizenKind, context: MailContext, say: Say): MailDraft {
  const { booking, timezone } = context;
  const slot = slotLine(booking, booking.locale, timezone);
  const facts = bookingFacts(context, say, booking.locale);
  const common = { closing: closing(context, say), withInvitation: false };
  const hello = paragraph(
    booking.name ? say("greeting", { name: oneLine(booking.name) }) : say("greeting-unnamed"),
  );
  switch (kind) {
    case "verification":
      return {
        ...common,
        subject: verificationSubject(context, say),
        title: say("verification-title"),
        blocks: [
          hello,
          ...askToConfirm(context, say),
          paragraph(say("verification-asked")),
          appointment(facts),
          // Moved before it was confirmed: an earlier mail has a button that no longer works.
          ...(booking.version > 1 ? [paragraph(say("moved-old-links"))] : []),
          paragraph(say("verification-not-you")),
        ],
      };
    case "invitation":
      return {
        ...common,
        subject: say("invitation-subject", { slot }),
        title: say("invitation-title"),
        blocks: [
          hello,
          paragraph(say("invitation-facts")),
          ...details(context, facts, say),
          ...join(context, say),
          ...keep(context, say),
        ],
        withInvitation: true,
      };
    case "reminder":
      return {
        ...common,
        subject: say("reminder-subject", { slot }),
        title: say("reminder-title"),
        blocks: [
          hello,
          ...details(context, facts, say),
          ...enter(context, say),
          paragraph(say("reminder-change")),
          ...change(context, say),
          paragraph(say("reminder-late")),
          button(say("button-late"), `${context.links.manage}#ritardo`, false),
        ],
      };
    case "moved":
      return {
        ...common,
        subject: say("moved-subject", { slot }),
        title: say("moved-title"),
        blocks: [
          hello,
          paragraph(say("moved-facts")),
          ...details(context, facts, say),
          paragraph(say("moved-old-links")),
          ...join(context, say),
          ...keep(context, say),
        ],
        withInvitation: true,
      };
    case "reoffered":
      return {
        ...common,
        subject: say("reoffered-subject", { slot }),
        title: say("reoffered-title"),
        blocks: [
          hello,
          paragraph(say("reoffered-facts")),
          appointment(facts),
          ...alternatives(context, say),
          paragraph(say("reoffered-otherwise")),
          ...change(context, say),
        ],
      };
    case "cancelled":
      return {
        ...common,
        subject: say("cancelled-subject", { slot }),
        title: say("cancelled-title"),
        blocks: [
          hello,
          paragraph(say(`cancelled-facts-${context.cancelledBy ?? "office"}`)),
          appointment(facts),
          paragraph(say("cancelled-again")),
          again(context, say),
        ],
        withInvitation: context.wasConfirmed,
      };
    case "expired":
      return {
        ...common,
        subject: say("expired-subject", { slot }),
        title: say("expired-title"),
        blocks: [
          hello,
          paragraph(say("expired-explained")),
          paragraph(say("expired-facts")),
          appointment(facts),
          paragraph(say("cancelled-again")),
          again(context, say),
        ],
      };
    default:
      throw new Error(`unknown message ${JSON.stringify(kind satisfies never)}`);
  }
}

/**
 * The appointment in short. Without the reason: until the address is verified, these mails may reach somebody who has
 * asked for nothing, and must not carry a stranger's message.
 */
function appointment({ office, when, mode, where, service, code }: BookingFacts): MailBlock {
  return factBlock(office, when, mode, where, service, code);
}

function details(context: MailContext, facts: BookingFacts, say: Say): readonly MailBlock[] {
  const title = say(context.booking.mode === "virtual" ? "label-bring-virtual" : "label-bring");
  const items = (serviceOf(context)?.bring ?? []).map(oneLine).filter((item) => item !== "");
  return [appointment(facts), ...(items.length > 0 ? [{ kind: "list", title, items } as const] : [])];
}

function deadline({ booking, timezone }: MailContext): string | null {
  return booking.expires === null ? null : untilHour(booking.expires, booking.locale, timezone);
}

function verificationSubject(context: MailContext, say: Say): string {
  const until = deadline(context);
  const office = oneLine(context.office.name);
  return until === null
    ? say("verification-subject-no-deadline", { office })
    : say("verification-subject", { until, office });
}

/** Citizens overlook that they must confirm: the warning and the button stand before everything else. */
function askToConfirm(context: MailContext, say: Say): readonly MailBlock[] {
  const until = deadline(context);
  return [
    {
      kind: "notice",
      title: say("attention-title"),
      text: until === null ? say("verification-must-no-deadline") : say("verification-must", { until }),
    },
    button(say("button-confirm"), context.links.confirm),
  ];
}

function join({ booking, links }: MailContext, say: Say): readonly MailBlock[] {
  if (booking.mode !== "virtual") return [];
  return [paragraph(say("join-explained")), button(say("button-join"), links.join)];
}

/** The handbook's reminder has the entry itself; the page behind it is the same and waits for the time. */
function enter({ booking, links }: MailContext, say: Say): readonly MailBlock[] {
  if (booking.mode !== "virtual") return [];
  return [paragraph(say("reminder-enter")), button(say("button-enter"), links.join)];
}

function keep(context: MailContext, say: Say): readonly MailBlock[] {
  const { calendar, links } = context;
  return [
    {
      kind: "links",
      title: say("calendar-links"),
      links: [
        ...(calendar
          ? [
              { text: say("calendar-google"), url: calendar.google },
              { text: say("calendar-outlook"), url: calendar.outlook },
            ]
          : []),
        { text: say("calendar-ical"), url: links.calendar },
      ],
    },
    paragraph(say("change-any-time")),
    ...change(context, say),
  ];
}

function change({ links }: MailContext, say: Say): readonly MailBlock[] {
  return [
    button(say("button-move"), `${links.manage}/modifica`, false),
    button(say("button-cancel"), `${links.manage}#annulla`, false),
  ];
}

/** Opening a link changes nothing: each leads to the page on which the time is taken. */
function alternatives(
  { alternatives: held, booking, links, timezone }: MailContext,
  say: Say,
): readonly MailBlock[] {
  const [first] = held;
  if (!first) return [paragraph(say("reoffered-none"))];
  const until = Math.min(...held.map(({ expires, start }) => expires ?? start));
  const deadline = say("reoffered-until", {
    day: longDay(until, booking.locale, timezone),
    time: timeOf(until, booking.locale, timezone),
  });
  return [
    paragraph(deadline),
    ...held.map((one) => button(slotLine(one, booking.locale, timezone), `${links.manage}#proposte`)),
  ];
}

function again({ origin }: MailContext, say: Say): MailBlock {
  return button(say("button-book-again"), `${origin}/`);
}

function closing({ municipality, office }: MailContext, say: Say): readonly string[] {
  return [
    ...(office.email ? [say("closing-reply")] : []),
    ...(office.phone ? [say("closing-phone", { phone: oneLine(office.phone) })] : []),
    say("closing-automatic"),
    oneLine(municipality.name),
  ];
}
