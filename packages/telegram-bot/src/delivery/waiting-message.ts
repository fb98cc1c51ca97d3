import {
  type ChatMessage,
  slotLine,
  telegramChat,
  texts,
  untilHour,
  type WaitingNotice,
} from "@ricevimenti/core";
import { bold, html, lines, paragraphs } from "../html.ts";
import { serviceOf } from "../screens/subject.ts";
import { standing } from "./standing.ts";

/** A time offered to somebody on a waiting list; null where that is not a chat's. */
export function renderOffer({ entry, offer, own, office, timezone }: WaitingNotice): ChatMessage | null {
  const chat = telegramChat(entry);
  if (chat === null || !offer) return null;
  const { locale } = entry;
  const say = texts("bot", locale);
  const until = untilHour(offer.expires ?? offer.start, locale, timezone);
  const service = serviceOf(office, offer.service);
  const take = own
    ? { text: say("button-waiting-swap"), data: standing("swap", offer.code) }
    : { text: say("button-waiting-take"), data: standing("offer", offer.code) };
  return {
    channel: "telegram",
    chat,
    html: paragraphs(
      html`🔔 ${bold(say("waiting-offer-title"))}`,
      lines(bold(office.name), service?.name ?? null, slotLine(offer, locale, timezone)),
      say("waiting-offer-explained", { until }),
      own ? say("waiting-swap", { slot: slotLine(own, locale, timezone) }) : null,
    ).source,
    buttons: [take, { text: say("button-waiting-decline"), data: standing("decline", offer.code) }],
  };
}
