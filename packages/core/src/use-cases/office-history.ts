import type { OfficeVersion } from "../core.ts";
import { differences } from "../domain/differences.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import type { Deps } from "./deps.ts";

/** Every version there ever was of an office, oldest first, with who made it. Refuses with `office_unknown`. */
export async function officeHistory(
  { store }: Deps,
  id: string,
): Promise<Outcome<{ readonly versions: readonly OfficeVersion[] }>> {
  const revisions = await store.read.offices.history(id);
  if (revisions.length === 0) return refuse({ code: "office_unknown", office: id });
  const versions = revisions.map(({ revision, at, actor, definition }, index): OfficeVersion => {
    const before = revisions[index - 1]?.definition;
    const fields = before && definition ? differences(before, definition) : [];
    return { version: revision, at, actor, office: definition, fields };
  });
  return { ok: true, versions };
}
