import { duration } from "@ricevimenti/core";
import { bold, html, lines, paragraphs } from "../html.ts";
import { type Below, closing, linked, type Screen, type Telling } from "./screen.ts";

/** `/privacy`: what is kept, why, how long, and where the town's own notice stands. Telegram asks every bot for it. */
export function privacyScreen(
  data: {
    readonly town: string;
    readonly email: string | null;
    readonly notice: string;
    /** Days after an appointment for which it is kept. */
    readonly retentionDays: number;
    readonly below: Below;
  },
  { say, locale }: Telling,
): Screen {
  const notice = linked(say("button-notice"), data.notice);
  return {
    text: paragraphs(
      bold(say("privacy-title")),
      say("privacy-who", { town: data.town }),
      say("privacy-what"),
      say("privacy-why"),
      say("privacy-how-long", { time: duration(data.retentionDays * 24 * 60, locale) }),
      lines(say("privacy-rights"), data.email === null ? null : html`${say("label-email")}: ${data.email}`),
      notice.line,
    ),
    rows: [
      notice.button,
      [{ text: say("button-export"), verb: "export" }],
      [{ text: say("button-erase"), verb: "erase" }],
      closing(data.below, say),
    ],
  };
}

/** "Really?", with what goes with it. */
export function eraseScreen({ live }: { readonly live: number }, { say }: Telling): Screen {
  return {
    text: paragraphs(
      bold(say("erase-title")),
      say("erase-what"),
      live === 0 ? null : bold(say("erase-cancels", { count: live })),
    ),
    rows: [
      [{ text: say("button-erase-all"), verb: "eraseall" }],
      [{ text: say("button-erase-not"), verb: "privacy" }],
    ],
  };
}

/** The last thing said to somebody of whom nothing is kept. */
export function farewellScreen({ say }: Telling): Screen {
  return {
    text: paragraphs(bold(say("farewell-title")), say("farewell-again")),
    rows: [[{ text: say("button-restart"), verb: "restart" }]],
    isStanding: true,
  };
}
