import type { Core } from "@ricevimenti/core";
import type { Answer } from "./answer.ts";
import type { Context } from "./context.ts";
import { refused } from "./refusal-answer.ts";

/** What is said of an office that neither is nor was; null for others: one taken away may still have appointments. */
export async function neverKnown(core: Core, office: string, context: Context): Promise<Answer | null> {
  const known = await core.getOffice(office);
  if (known.ok || (await core.records.offices.history(office)).length > 0) return null;
  return refused(known.refusal, core, context);
}
