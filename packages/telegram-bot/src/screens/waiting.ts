import {
  duration,
  type LocalDate,
  longDay,
  type Mode,
  modeName,
  type Office,
  type Service,
  type WaitingEntry,
  zone,
} from "@ricevimenti/core";
import { bold, html, lines, paragraphs } from "../html.ts";
import { type Below, type Button, closing, type Screen, type Telling } from "./screen.ts";
import { modesOf } from "./subject.ts";

/** "Avvisami se si libera un posto": how it goes, and for which times. */
export function waitingScreen(
  data: {
    readonly office: Office;
    readonly service: Service | null;
    /** The last day; null: any. */
    readonly to: LocalDate | null;
    /** Minutes for which an offer is held. */
    readonly minutes: number;
    readonly below: Below;
  },
  telling: Telling,
): Screen {
  const { say, locale } = telling;
  const { office, service, to, minutes } = data;
  return {
    text: paragraphs(
      bold(say("waiting-title")),
      lines(bold(office.name), service?.name ?? null),
      say("waiting-how", { time: duration(minutes, locale) }),
      to === null ? null : say("waiting-days", { day: dayText(to, telling) }),
      say("waiting-which"),
    ),
    rows: [...modeRows(modesOf(office, service), telling), closing(data.below, say)],
  };
}

/** A place on a waiting list, as it stands among the appointments. */
export function waitingEntry(
  { entry, office }: { readonly entry: WaitingEntry; readonly office: Pick<Office, "name"> },
  telling: Telling,
) {
  const { say } = telling;
  const { modes, to } = entry.wish;
  const button: Button = { text: say("button-waiting-leave"), verb: "unwait", argument: entry.code };
  return {
    text: lines(
      html`⏳ ${bold(say("waiting-title"))}`,
      office.name,
      modes.length === 1 && modes[0] ? modeName(modes[0], say) : null,
      to === null ? null : say("waiting-days", { day: dayText(to, telling) }),
    ),
    rows: [[button]],
  };
}

function modeRows(modes: readonly Mode[], { say }: Telling): readonly (readonly Button[])[] {
  const [only, ...others] = modes;
  if (others.length === 0)
    return [[{ text: say("button-waiting-join"), verb: "join", argument: only ?? "" }]];
  const any: Button = { text: say("button-waiting-any"), verb: "join", argument: "any" };
  return [
    [any],
    ...modes.map((mode): Button[] => [
      { text: say("button-waiting-only", { mode: modeName(mode, say) }), verb: "join", argument: mode },
    ]),
  ];
}

function dayText(day: LocalDate, { locale, timezone }: Telling): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return longDay(
    zone(timezone).instantOf(Date.UTC(year, month - 1, date) / 86_400_000, 720),
    locale,
    timezone,
  );
}
