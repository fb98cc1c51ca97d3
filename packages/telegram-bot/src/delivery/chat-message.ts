import {
  type ChatMessage,
  type Locale,
  type MessageKind,
  type Notice,
  type Say,
  slotLine,
  telegramChat,
  texts,
} from "@ricevimenti/core";
import { bold, type Html, html, lines, paragraphs } from "../html.ts";
import { serviceOf } from "../screens/subject.ts";

/** What is told in the chat. The verification is not: the bot has just said it, and the link belongs into the mail. */
export type ChatKind = Exclude<MessageKind, "verification" | `office_${string}`>;

/** What it takes to say a notice in a chat. */
export type ChatContext = Pick<Notice, "booking" | "office" | "timezone" | "links"> & {
  /** The calendar file that goes with it. */
  readonly invitation?: ChatMessage["document"];
};

/** Whether notices of this kind are told in the chat. */
export function isChatKind(kind: MessageKind): kind is ChatKind {
  return kind !== "verification" && !kind.startsWith("office_");
}

/** The chat's message of one kind about a booking, in the booking's language; null when it came in by another door. */
export function renderChatMessage(kind: ChatKind, context: ChatContext): ChatMessage | null {
  const { booking, links, invitation } = context;
  const chat = telegramChat(booking);
  if (chat === null) return null;
  const say = texts("bot", booking.locale);
  const goesOn = kind === "invitation" || kind === "moved" || kind === "reminder";
  const join = { text: say(kind === "reminder" ? "button-enter" : "button-join"), url: links.join };
  const change = [
    { text: say("button-move"), url: `${links.manage}/modifica` },
    { text: say("button-cancel"), url: `${links.manage}#annulla` },
  ];
  return {
    channel: "telegram",
    chat,
    html: textOf(kind, context, say).source,
    buttons: goesOn ? [...(booking.mode === "virtual" ? [join] : []), ...change] : [],
    ...(invitation ? { document: invitation } : {}),
  };
}

function textOf(kind: ChatKind, context: ChatContext, say: Say): Html {
  const { locale } = context.booking;
  switch (kind) {
    case "invitation":
      return paragraphs(
        html`✅ ${bold(say("told-invitation-title"))}`,
        facts(context, say, locale),
        practical(context, say),
        say("told-invitation-calendar"),
      );
    case "moved":
      return paragraphs(
        bold(say("told-moved-title")),
        facts(context, say, locale),
        practical(context, say),
        say("told-moved-links"),
      );
    case "reminder":
      return paragraphs(
        html`⏰ ${bold(say("told-reminder-title"))}`,
        facts(context, say, locale),
        practical(context, say),
        say("told-reminder-change"),
      );
    case "cancelled":
      return paragraphs(bold(say("told-cancelled-title")), facts(context, say, locale), say("told-again"));
    case "expired":
      return paragraphs(
        bold(say("told-expired-title")),
        say("told-expired-why"),
        facts(context, say, locale),
        say("told-again"),
      );
    default:
      throw new Error(`no text for ${JSON.stringify(kind satisfies never)}`);
  }
}

function facts({ booking, office, timezone }: ChatContext, say: Say, locale: Locale): Html {
  return lines(
    bold(office.name),
    slotLine(booking, locale, timezone),
    html`${say("label-code")}: <code>${booking.code}</code>`,
  );
}

/** How to get there, and with what. */
function practical({ booking, office }: ChatContext, say: Say): Html {
  const service = serviceOf(office, booking.service);
  return lines(
    booking.mode === "virtual"
      ? say("told-virtual")
      : office.place
        ? html`${say("label-where")}: ${office.place}`
        : null,
    service ? html`${say("label-service")}: ${service.name}` : null,
    service?.bring?.length ? html`${say("label-bring")}: ${service.bring.join("; ")}` : null,
  );
}
