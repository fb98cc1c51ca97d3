import type { Actor } from "../domain/event.ts";
import { feedToken, readFeedToken } from "../domain/feed-token.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import type { Deps } from "./deps.ts";

/** The secret address of an office's calendar feed. Refuses with `office_unknown`. */
export async function feedLink(deps: Deps, office: string): Promise<Outcome<{ readonly url: string }>> {
  const stored = await deps.store.read.offices.get(office);
  if (!stored) return refuse({ code: "office_unknown", office });
  return { ok: true, url: urlOf(deps, office, stored.feed) };
}

/** Another address; those given out before no longer lead anywhere. Refuses with `office_unknown`. */
export function renewFeed(
  deps: Deps,
  office: string,
  actor: Actor,
): Promise<Outcome<{ readonly url: string }>> {
  return deps.store.write(async (records) => {
    const now = deps.clock.now();
    const feed = await records.offices.renewFeed(office, now);
    if (feed === null) return refuse({ code: "office_unknown", office });
    await records.trail.note({ at: now, actor, act: "feed_renewed", subject: office });
    return { ok: true, url: urlOf(deps, office, feed) };
  });
}

/** Whose feed this is. Refuses with `link_invalid`, also when there is a newer address. Changes nothing. */
export async function followFeed(deps: Deps, token: string): Promise<Outcome<{ readonly office: string }>> {
  const subject = readFeedToken(deps.derive, token);
  const stored = subject && (await deps.store.read.offices.get(subject.office));
  return stored && stored.feed === subject.feed
    ? { ok: true, office: subject.office }
    : refuse({ code: "link_invalid" });
}

function urlOf({ publicUrl, derive }: Deps, office: string, feed: number): string {
  return `${publicUrl}/agenda/${feedToken(derive, { office, feed })}.ics`;
}
