import {
  type Instant,
  longDay,
  modeName,
  type SlotExplanation,
  slotJson,
  timeOf,
  type WhyNot,
  zone,
} from "@ricevimenti/core";
import type { Context } from "./context.ts";

interface Asked {
  readonly office: string;
  readonly start: Instant;
}

/** One line whether the time is offered, then one for each reason, then the opening it lies in. */
export function explanationText(asked: Asked, explanation: SlotExplanation, context: Context): string {
  const { say, locale } = context;
  const { slot, reasons, opening, timezone, takenBy } = explanation;
  const modes = (offered: readonly ("in_person" | "virtual")[]) =>
    offered.map((mode) => modeName(mode, say)).join(", ");
  const when = moment(asked.start, context, timezone);
  const lines = [
    slot ? say("explain-offered", { when }) : say("explain-not-offered", { when }),
    ...reasons.map((why) => `- ${reasonText(why, explanation, context)}`),
    ...(opening
      ? [
          say("explain-opening", {
            from: timeOf(opening.start, locale, timezone),
            to: timeOf(opening.end, locale, timezone),
            slot: opening.slot,
            modes: modes(opening.modes),
            desks: opening.desks,
          }),
        ]
      : []),
    ...(slot ? [say("explain-free", { free: slot.free, modes: modes(slot.modes) })] : []),
    ...(takenBy.length > 0 && !reasons.some(({ code }) => code === "taken")
      ? [say("explain-also-booked", { codes: takenBy.join(", ") })]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

export function explanationJson(
  { office, start }: Asked,
  explanation: SlotExplanation,
  context: Context,
): Record<string, unknown> {
  const { slot, reasons, opening, timezone, takenBy } = explanation;
  const text = (at: Instant) => zone(timezone).formatInstant(at);
  return {
    office,
    time: text(start),
    offered: slot !== null,
    slot: slot && slotJson(slot, timezone),
    reasons: reasons.map((why) => ({
      ...readable(why, text),
      message: reasonText(why, explanation, context),
    })),
    opening: opening && {
      from: text(opening.start),
      to: text(opening.end),
      slot: opening.slot,
      modes: opening.modes,
      desks: opening.desks,
    },
    taken_by: takenBy,
  };
}

function readable(why: WhyNot, text: (at: Instant) => string): object {
  const facts = Object.entries(why).map(([key, value]) => [
    key,
    typeof value === "number" ? text(value) : value,
  ]);
  return Object.fromEntries(facts);
}

function reasonText(why: WhyNot, { opening, takenBy, timezone }: SlotExplanation, context: Context): string {
  const { say } = context;
  const at = (instant: Instant) => moment(instant, context, timezone);
  switch (why.code) {
    case "past":
      return say("explain-past");
    case "too_soon":
      return say("explain-too-soon", { earliest: at(why.earliest) });
    case "beyond_horizon":
      return say("explain-beyond-horizon", { latest: longDay(why.latest, context.locale, timezone) });
    case "not_released":
      return say("explain-not-released", { opens: at(why.opens) });
    case "closed":
      return why.reason === null ? say("explain-closed") : say("explain-closed-for", { reason: why.reason });
    case "holiday":
      return say("explain-holiday", { holiday: say(`holiday-${why.id.replaceAll("_", "-")}`) });
    case "outside_hours":
      return say("explain-outside-hours");
    case "off_grid":
      return say("explain-off-grid", { slot: opening?.slot ?? 0 });
    case "other_mode_only":
      return say("explain-other-mode-only");
    case "service_does_not_fit":
      return say("explain-service-does-not-fit");
    case "taken":
      return say("explain-taken", { codes: takenBy.join(", ") });
    default:
      throw new Error(`no text for ${JSON.stringify(why satisfies never)}`);
  }
}

function moment(instant: Instant, { locale }: Context, timezone: string): string {
  return `${longDay(instant, locale, timezone)}, ${timeOf(instant, locale, timezone)}`;
}
