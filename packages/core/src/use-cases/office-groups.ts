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
  { office, details = false }: { readonly office: string; readonly details?: boolean },
): Promise<Outcome<GroupCode>> {
  return deps.store.write(async (records) => {
    if (!(await records.offices.get(office))) return refuse({ code: "office_unknown", office });
    const code = drawGroupCode(deps.random);
    const expires = deps.clock.now() + CODE_LIFE;
    await records.groups.offer({ hash: hashOf(deps, code), office, details, expires }, deps.clock.now());
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

function hashOf({ derive }: Deps, code: string): string {
  return Buffer.from(derive("office-group", code)).toString("base64url");
}
