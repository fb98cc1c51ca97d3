import { shortDay, timeOf, zone } from "@ricevimenti/core";
import { done } from "../answer.ts";
import { type Run, withCore } from "../context.ts";
import { spanSince } from "../span-since.ts";
import { columnsOf } from "../table.ts";
import type { SpanOptions } from "../time-input.ts";

const DAYS = 30;
const LIMIT = 10_000;

/** What officials did, and who; nothing about any citizen. */
export const audit: Run<SpanOptions> = (context, _, typed) =>
  withCore(context, async (core) => {
    const { timezone } = await core.municipality();
    const span = spanSince(typed, DAYS, core.clock.now(), timezone, context);
    if (!span.ok) return span.answer;
    // What was done in this very moment belongs to it.
    const to = typed.to === undefined ? span.value.to + 1 : span.value.to;
    const entries = await core.records.trail.find({ from: span.value.from, to, limit: LIMIT });
    const { io, say, locale } = context;
    const who = (actor: string) => actor.replace(/^staff:/, "");
    return done(
      () =>
        entries.length > 0
          ? columnsOf(
              entries.map(({ at, actor, act, subject }) => [
                `${shortDay(at, locale, timezone)} ${timeOf(at, locale, timezone)}`,
                who(actor),
                say(`act-${act.replaceAll("_", "-")}`),
                subject ?? "",
              ]),
              {
                width: io.columns,
                head: ["head-due", "head-who", "head-act", "head-subject"].map((id) => say(id)),
                colour: io.colour,
              },
            )
          : `${say("audit-none")}\n`,
      () =>
        entries.map(({ at, actor, act, subject }) => ({
          at: zone(timezone).formatInstant(at),
          actor: who(actor),
          act,
          subject,
        })),
    );
  });
