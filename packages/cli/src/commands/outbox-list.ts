import { type OutboxEntry, shortDay, timeOf, zone } from "@ricevimenti/core";
import { done } from "../answer.ts";
import { type Run, withCore } from "../context.ts";
import { deliveryReason } from "../delivery-reason.ts";
import { columnsOf } from "../table.ts";

interface Options {
  readonly state?: OutboxEntry["state"];
}

const LIMIT = 1000;

/** A kind without a name would leave the whole list unsaid: the compiler finds the forgotten one. */
const KINDS: Record<OutboxEntry["kind"], string> = {
  verification: "kind-verification",
  invitation: "kind-invitation",
  reminder: "kind-reminder",
  moved: "kind-moved",
  reoffered: "kind-reoffered",
  cancelled: "kind-cancelled",
  expired: "kind-expired",
  office_booked: "kind-office-booked",
  office_moved: "kind-office-moved",
  office_cancelled: "kind-office-cancelled",
  office_late: "kind-office-late",
  waiting_proof: "kind-waiting-proof",
  waiting_offer: "kind-waiting-offer",
  digest: "kind-digest",
};

/** Messages that wait or were given up, and why; nothing about the person. */
export const outboxList: Run<Options> = (context, _, { state }) =>
  withCore(context, async (core) => {
    const states = state ? [state] : (["waiting", "failed"] as const);
    const entries = await core.records.outbox.find({ states, limit: LIMIT });
    const { timezone } = await core.municipality();
    const { say, io, locale } = context;
    const iso = (instant: number | null) => (instant === null ? null : zone(timezone).formatInstant(instant));
    const rows = () =>
      entries.map((entry) => [
        String(entry.id),
        `${shortDay(entry.due, locale, timezone)} ${timeOf(entry.due, locale, timezone)}`,
        entry.booking,
        say(KINDS[entry.kind]),
        say(`channel-${entry.channel}`),
        say(`message-${entry.state}`),
        String(entry.attempts),
        entry.error === null ? "" : deliveryReason(entry.error, say),
      ]);
    const head = ["id", "due", "code", "kind", "channel", "state", "attempts", "error"].map((name) =>
      say(`head-${name}`),
    );
    return done(
      () =>
        entries.length > 0
          ? columnsOf(rows(), { width: io.columns, head, colour: io.colour })
          : `${say("outbox-none")}\n`,
      () =>
        entries.map(({ id, booking, kind, channel, state: now, attempts, due, next, error, created }) => ({
          id,
          booking,
          kind,
          channel,
          state: now,
          attempts,
          due: iso(due),
          next: now === "waiting" ? iso(next) : null,
          error,
          created: iso(created),
        })),
    );
  });
