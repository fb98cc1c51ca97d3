import type { Booking, Chat, Core, Instant } from "@ricevimenti/core";
import type { Draft } from "../conversation/draft.ts";

/** A file for the citizen. */
export interface Parcel {
  readonly filename: string;
  readonly body: string;
}

/**
 * All that is kept about a chat, as JSON that people and machines can read.
 * Source: Regulation (EU) 2016/679, articles 15 and 20.
 */
export async function parcelFor(core: Core, chat: Chat, draft: Draft): Promise<Parcel> {
  const { name } = await core.municipality();
  const bookings = await core.records.bookings.find({ holder: `telegram:${chat.id}` });
  const data = {
    municipality: name,
    exported: iso(core.clock.now()),
    chat: { id: chat.id, language: chat.locale, form: draft.form, lastActivity: iso(draft.touched) },
    waiting: (await core.waiting.of({ holder: `telegram:${chat.id}` })).map(
      ({ office, service, wish, joined, until }) => ({
        ...{ office, service, wish, since: iso(joined), until: iso(until) },
      }),
    ),
    bookings: await Promise.all(bookings.map((booking) => kept(core, booking))),
  };
  return { filename: "ricevimenti.json", body: `${JSON.stringify(data, null, 2)}\n` };
}

async function kept({ records }: Core, booking: Booking) {
  const { code, office, service, mode, state, name, email, reason, locale, consent } = booking;
  const history = await records.events.of(code);
  return {
    ...{ code, office, service, mode, state, start: iso(booking.start), end: iso(booking.end) },
    ...{ name, email, reason, language: locale },
    consent: consent && { notice: consent.version, at: iso(consent.at) },
    // Which official it was is not about the citizen.
    history: history.map(({ kind, at, actor }) => ({ what: kind, by: actor.split(":")[0], at: iso(at) })),
  };
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}
