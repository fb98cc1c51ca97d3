import type { Actor } from "../domain/event.ts";
import { drawGroupCode, type GroupCode, type OfficeGroup, parseGroupCode } from "../domain/office-group.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import { MINUTE } from "../domain/slot.ts";
import type { Deps } from "./deps.ts";

const CODE_LIFE = 15 * MINUTE;

/**
 * A code that links one group to an office within a quarter of an hour. Only what is derived from it is kept. Refuses
 * with `office_unknown`.
 */
export function offerGroupCode(
  deps: Deps,
  {
    office,
    details = false,
    actor = "system",
  }: { readonly office: string; readonly details?: boolean; readonly actor?: Actor },
): Promise<Outcome<GroupCode>> {
  return deps.store.write(async (records) => {
    if (!(await records.offices.get(office))) return refuse({ code: "office_unknown", office });
    const code = drawGroupCode(deps.random);
    const now = deps.clock.now();
    const expires = now + CODE_LIFE;
    await records.groups.offer({ hash: hashOf(deps, code), office, details, expires }, now);
    await records.trail.note({ at: now, actor, act: "group_code_given", subject: office });
    return { ok: true, code, expires };
  });
}

/** `/collega CODE`: null when there is no such code, or not any more. */
export function linkGroup(
  deps: Deps,
  { code: typed, chat }: { readonly code: string; readonly chat: number },
): Promise<OfficeGroup | null> {
  return deps.store.write(async (records) => {
    const code = parseGroupCode(typed);
    const offered = code && (await records.groups.take(hashOf(deps, code), deps.clock.now()));
    if (!offered) return null;
    const group = { office: offered.office, chat, details: offered.details };
    await records.groups.link(group);
    return group;
  });
}

/** Ends an office's link, or all of a group's. Returns how many there were; where there was none nothing was done. */
export function unlinkGroup(
  deps: Deps,
  which: { readonly office: string; readonly actor?: Actor } | { readonly chat: number },
): Promise<number> {
  return deps.store.write(async (records) => {
    const count = await records.groups.unlink(which);
    if ("office" in which && count > 0) {
      const { office, actor = "system" } = which;
      await records.trail.note({ at: deps.clock.now(), actor, act: "group_unlinked", subject: office });
    }
    return count;
  });
}

function hashOf({ derive }: Deps, code: string): string {
  return Buffer.from(derive("office-group", code)).toString("base64url");
}
