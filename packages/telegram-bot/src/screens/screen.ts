import type { Locale, Say } from "@ricevimenti/core";
import type { InlineKeyboardMarkup } from "grammy/types";
import { pressData, STANDING, type Verb } from "../conversation/press.ts";
import { type Html, html } from "../html.ts";
import { fitsButton } from "../public-link.ts";

/** One message with buttons, as far as it does not depend on Telegram. */
export interface Screen {
  readonly text: Html;
  readonly rows: readonly (readonly Button[])[];
  /** Its buttons stay good when the conversation goes on below it. */
  readonly isStanding?: boolean;
  /** It tells how much time is left: it is to be kept up to date. */
  readonly isLive?: boolean;
}

export type Button =
  | { readonly text: string; readonly verb: Verb; readonly argument?: string }
  | { readonly text: string; readonly url: string };

/** How a screen is told: in which words, and for which zone and moment times are written. */
export interface Telling {
  readonly say: Say;
  readonly locale: Locale;
  /** IANA zone of the office the screen is about; the town's where it is about none. */
  readonly timezone: string;
  readonly now: number;
}

/** @param stamp of the state the screen shows; every button carries it, unless it stays good */
export function keyboard(screen: Screen, stamp: string): InlineKeyboardMarkup {
  const good = screen.isStanding ? STANDING : stamp;
  return {
    inline_keyboard: screen.rows
      .filter((row) => row.length > 0)
      .map((row) =>
        row.map((button) =>
          "url" in button
            ? { text: button.text, url: button.url }
            : {
                text: button.text,
                callback_data: pressData({ verb: button.verb, stamp: good, argument: button.argument ?? "" }),
              },
        ),
      ),
  };
}

/** A link as a button, or as a line of text where Telegram would refuse the button. */
export function linked(text: string, url: string): { readonly button: Button[]; readonly line: Html | null } {
  return fitsButton(url)
    ? { button: [{ text, url }], line: null }
    : { button: [], line: html`${text}: ${url}` };
}

/** What is there again when an aside is closed: a booking being made, a request to be confirmed, or the offices. */
export type Below = "booking" | "request" | "offices";

/** The last row of an aside. */
export function closing(below: Below, say: Say): readonly Button[] {
  return [{ text: say(`button-close-${below}`), verb: "close" }];
}

/** The last row of a step: back, and all over again. */
export function navigation(say: Say): readonly Button[] {
  return [
    { text: say("button-back"), verb: "back" },
    { text: say("button-restart"), verb: "restart" },
  ];
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly pages: number;
}

/** One page of a list; a page past the end is the last one. Nothing stands alone on it: the page before makes room. */
export function pageOf<T>(items: readonly T[], page: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil((items.length - 1) / size));
  const current = Math.min(Math.max(0, page), pages - 1);
  const end = current === pages - 1 ? items.length : (current + 1) * size;
  return { items: items.slice(current * size, end), page: current, pages };
}

/** Buttons to the pages before and after; none when there is one page only. */
export function pager({ page, pages }: Page<unknown>, say: Say): readonly Button[] {
  const buttons: Button[] = [];
  if (page > 0) buttons.push({ text: say("button-earlier"), verb: "page", argument: String(page - 1) });
  if (page < pages - 1) buttons.push({ text: say("button-later"), verb: "page", argument: String(page + 1) });
  return buttons;
}

/** Which page of how many; null when there is one only. */
export function pageLine({ page, pages }: Page<unknown>, say: Say): string | null {
  return pages > 1 ? say("page", { page: page + 1, pages }) : null;
}

export function inRows<T>(items: readonly T[], columns: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / columns) }, (_, row) =>
    items.slice(row * columns, (row + 1) * columns),
  );
}
