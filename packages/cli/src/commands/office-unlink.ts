import { done } from "../answer.ts";
import { type Run, withCore } from "../context.ts";
import { refused } from "../refusal-answer.ts";

/** Nothing of the office is told in its Telegram group any more. Where there was none, that is fine. */
export const officeUnlink: Run = (context, [office = ""]) =>
  withCore(context, async (core) => {
    const found = await core.getOffice(office);
    const unlinked = (await core.groups.unlink({ office, actor: context.staff })) > 0;
    // An office that has been removed may still have a group.
    if (!found.ok && !unlinked) return refused(found.refusal, core, context);
    return done(
      () => `${context.say(unlinked ? "office-unlinked" : "office-not-linked")}\n`,
      () => ({ office, unlinked }),
    );
  });
