import type { Booking, Office } from "@ricevimenti/core";
import type { Doubt } from "../conversation/draft.ts";
import { bold, type Html, html, lines, paragraphs } from "../html.ts";
import { bookingLines } from "./requested.ts";
import { type Below, type Button, closing, type Screen, type Telling } from "./screen.ts";

/** "Correggi l'indirizzo": the one the mail went to, and the question for another. */
export function addressScreen(
  data: {
    readonly office: Pick<Office, "name">;
    readonly booking: Booking;
    readonly doubt: Doubt | null;
    readonly below: Below;
  },
  telling: Telling,
): Screen {
  const { say } = telling;
  const { office, booking, doubt } = data;
  return {
    text: paragraphs(
      bookingLines(office, booking, telling),
      say("mail-went-to", { email: booking.email ?? "" }),
      doubt ? doubtLines(doubt, telling) : lines(bold(say("ask-email")), say("hint-new-address")),
    ),
    rows: [...(doubt ? doubtRows(telling) : []), closing(data.below, say)],
  };
}

/** "Did you mean": a domain one slip away from a well-known one. */
export function doubtLines({ written, meant }: Doubt, { say }: Pick<Telling, "say">): Html {
  return lines(
    say("doubt-written", { written }),
    bold(say("doubt-meant", { meant })),
    html`${say("doubt-advice")}`,
  );
}

export function doubtRows({ say }: Pick<Telling, "say">): readonly (readonly Button[])[] {
  return [
    [{ text: say("button-doubt-meant"), verb: "doubt", argument: "meant" }],
    [{ text: say("button-doubt-written"), verb: "doubt", argument: "written" }],
  ];
}
