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
import { standing } from "./standing.ts";

/** What the outbox holds for a chat. The verification is not: the bot has just said it, and the link belongs into the mail. */
type ToldKind = Exclude<MessageKind, "verification" | `office_${string}`>;
/** What is told in the chat: also that the room has opened, which is a reminder of its own. */
export type ChatKind = ToldKind | "room_open";

/** What it takes to say a notice in a chat. */
export type ChatContext = Pick<Notice, "booking" | "office" | "municipality" | "timezone" | "links"> & {
  /** Times held instead of one that the office cannot keep. */
  readonly alternatives?: Notice["alternatives"];
  /** The calendar file that goes with it. */
  readonly invitation?: ChatMessage["document"];
};

/** Whether notices of this kind are told in the chat. */
export function isChatKind(kind: MessageKind): kind is ToldKind {
  return kind !== "verification" && !kind.startsWith("office_");
}

/** The chat's message of one kind about a booking, in the booking's language; null when it came in by another door. */
export function renderChatMessage(kind: ChatKind, context: ChatContext): ChatMessage | null {
  const { booking, invitation } = context;
  const chat = telegramChat(booking);
  if (chat === null) return null;
  const say = texts("bot", booking.locale);
  return {
    channel: "telegram",
    chat,
    html: textOf(kind, context, say).source,
    buttons: buttonsOf(kind, context, say),
    ...(invitation ? { document: invitation } : {}),
  };
}

function buttonsOf(kind: ChatKind, context: ChatContext, say: Say): ChatMessage["buttons"] {
  const { booking, links } = context;
  const enter = { text: say("button-enter"), url: links.join };
  const late = { text: say("button-late"), data: standing("late", booking.code) };
  if (kind === "room_open") return [enter, late];
  if (kind === "reoffered") return choicesOf(context, say);
  if (kind !== "invitation" && kind !== "moved" && kind !== "reminder") return [];
  const way = wayTo(context);
  const join = kind === "reminder" ? enter : { text: say("button-join"), url: links.join };
  const there = way === null ? [] : [{ text: say("button-map"), url: way }];
  return [
    ...(booking.mode === "virtual" ? [join] : there),
    ...(kind === "reminder"
      ? [{ text: say("button-coming"), data: standing("coming", booking.code) }, late]
      : []),
    { text: say("button-move"), data: standing("move", booking.code) },
    { text: say("button-cancel"), data: standing("cancel", booking.code) },
  ];
}

/** One press takes a time that is held; another leads to all that are free. */
function choicesOf({ alternatives = [], booking, timezone }: ChatContext, say: Say): ChatMessage["buttons"] {
  return [
    ...alternatives.map((one) => ({
      text: slotLine(one, booking.locale, timezone),
      data: standing("instead", one.code),
    })),
    { text: say("button-other-time"), data: standing("move", booking.code) },
    { text: say("button-cancel"), data: standing("cancel", booking.code) },
  ];
}

/** A map of the office's place; null where none is known. */
function wayTo({ office, municipality }: ChatContext): string | null {
  if (!office.place) return null;
  const town = municipality.name.replace(/^(comune|citt\p{L}) di /iu, "");
  const query = new URLSearchParams({ query: `${office.place}, ${town}` });
  return `https://www.openstreetmap.org/search?${query}`;
}

function textOf(kind: ChatKind, context: ChatContext, say: Say): Html {
  const { locale } = context.booking;
  switch (kind) {
    case "invitation":
      return paragraphs(
        html`✅ ${bold(say("told-invitation-title"))}`,
        facts(context, say, locale),
        practical(context, say),
        joining(context, say("button-join"), say),
        say("told-invitation-calendar"),
      );
    case "moved":
      return paragraphs(
        bold(say("told-moved-title")),
        facts(context, say, locale),
        practical(context, say),
        joining(context, say("button-join"), say),
        say("told-moved-links"),
      );
    case "reminder":
      return paragraphs(
        html`⏰ ${bold(say("told-reminder-title"))}`,
        facts(context, say, locale),
        practical(context, say),
        joining(context, say("button-enter"), say),
        say("told-reminder-change"),
      );
    case "room_open":
      return paragraphs(
        html`🟢 ${bold(say("told-room-title"))}`,
        facts(context, say, locale),
        say("told-room-enter"),
      );
    case "reoffered": {
      const { alternatives = [] } = context;
      return paragraphs(
        html`⚠️ ${bold(say("told-reoffered-title"))}`,
        facts(context, say, locale),
        say(alternatives.length > 0 ? "told-reoffered-choose" : "told-reoffered-none"),
      );
    }
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

/** By video: which button, when. */
function joining({ booking }: ChatContext, button: string, say: Say): string | null {
  return booking.mode === "virtual" ? say("told-virtual", { button }) : null;
}

/** How to get there, and with what. */
function practical({ booking, office }: ChatContext, say: Say): Html {
  const service = serviceOf(office, booking.service);
  const bring = say(booking.mode === "virtual" ? "label-bring-virtual" : "label-bring");
  return lines(
    booking.mode === "in_person" && office.place ? html`${say("label-where")}: ${office.place}` : null,
    service ? html`${say("label-service")}: ${service.name}` : null,
    service?.bring?.length ? html`${bring}: ${service.bring.join("; ")}` : null,
  );
}
