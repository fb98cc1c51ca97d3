import {
  type LocalDate,
  longDay,
  type Mode,
  modeName,
  type Office,
  type Service,
  type Slot,
  shortDay,
  timeOf,
} from "@ricevimenti/core";
import type { NearSlot } from "../conversation/draft.ts";
import { timeArgument } from "../conversation/time-argument.ts";
import { bold, type Html, lines, paragraphs } from "../html.ts";
import { type Button, navigation, pageLine, pageOf, pager, type Screen, type Telling } from "./screen.ts";
import { subjectLines } from "./subject.ts";

const TIMES_PER_PAGE = 12;

interface Finding {
  readonly office: Office;
  readonly service: Service | null;
  /** The booking that is being moved. */
  readonly moving: Html | null;
}

/** The free times of one day. Its date and, where all are alike, their length stand above the buttons. */
export function timesScreen(
  data: Finding & { readonly day: LocalDate; readonly slots: readonly Slot[]; readonly page: number },
  telling: Telling,
): Screen {
  const { say, locale, timezone } = telling;
  const page = pageOf(data.slots, data.page, TIMES_PER_PAGE);
  const length = commonLength(data.slots);
  const first = data.slots[0];
  return {
    text: paragraphs(
      subjectLines(data.office, data.service, telling),
      data.moving,
      first
        ? lines(
            bold(longDay(first.start, locale, timezone)),
            length === null ? null : say("visit-length", { minutes: length }),
          )
        : null,
      first ? lines(say("choose-slot"), ...explainedModes(data.slots, telling)) : say("no-times"),
      pageLine(page, say),
    ),
    rows: [
      ...page.items.flatMap((slot) => timeRows(slot, length === null, telling)),
      pager(page, say),
      navigation(say),
    ],
  };
}

/** The free times closest to one that is gone. */
export function nearestScreen(
  data: Finding & { readonly slots: readonly NearSlot[] },
  telling: Telling,
): Screen {
  const { say, locale, timezone } = telling;
  return {
    text: paragraphs(
      subjectLines(data.office, data.service, telling),
      data.moving,
      lines(say("choose-nearest"), ...explainedModes(data.slots, telling)),
    ),
    rows: [
      ...data.slots.flatMap((slot) =>
        slot.modes.map((mode) => [
          {
            text: `${shortDay(slot.start, locale, timezone)} - ${timeOf(slot.start, locale, timezone)} - ${modeName(mode, say)}`,
            verb: "time" as const,
            argument: timeArgument(slot.start, mode),
          },
        ]),
      ),
      [{ text: say("button-other-days"), verb: "retime" }],
      navigation(say),
    ],
  };
}

function timeRows(
  slot: Slot,
  withLength: boolean,
  { say, locale, timezone }: Telling,
): readonly (readonly Button[])[] {
  const button = (mode: Mode): Button => {
    const time = timeOf(slot.start, locale, timezone);
    const length = withLength ? ` (${minutesOf(slot)} min.)` : "";
    return {
      text: `${time}${length} - ${modeName(mode, say)}`,
      verb: "time",
      argument: timeArgument(slot.start, mode),
    };
  };
  // Two to a row leave no space for the length.
  return withLength ? slot.modes.map((mode) => [button(mode)]) : [slot.modes.map(button)];
}

function explainedModes(slots: readonly NearSlot[], { say }: Telling): readonly string[] {
  const offered = new Set(slots.flatMap((slot) => slot.modes));
  return [
    ...(offered.has("in_person") ? [say("mode-in-person-explained")] : []),
    ...(offered.has("virtual") ? [say("mode-virtual-explained")] : []),
  ];
}

function commonLength(slots: readonly Slot[]): number | null {
  const lengths = new Set(slots.map(minutesOf));
  const [length] = lengths;
  return lengths.size === 1 && length !== undefined ? length : null;
}

function minutesOf(slot: NearSlot): number {
  return Math.round((slot.end - slot.start) / 60_000);
}
