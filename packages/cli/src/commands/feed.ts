import { done } from "../answer.ts";
import { type Run, withCore } from "../context.ts";
import { notAgreed } from "../office-change.ts";
import { refused } from "../refusal-answer.ts";

interface Options {
  readonly new?: boolean;
  readonly yes?: boolean;
}

/** The secret address of an office's calendar feed; with `--new` another one, and the old one is dead. */
export const feed: Run<Options> = (context, [office = ""], { new: renew = false, yes = false }) =>
  withCore(context, async (core) => {
    const { say } = context;
    if (renew && context.interactive && !yes && (await core.getOffice(office)).ok) {
      const { confirmed } = await import("../confirmation.ts");
      if (!(await confirmed(say("ask-feed-new"), context))) return notAgreed(context);
    }
    const linked = await (renew ? core.renewFeed(office, context.staff) : core.feedLink(office));
    if (!linked.ok) return refused(linked.refusal, core, context);
    const { url } = linked;
    return done(
      () => `${url}\n${context.io.interactive ? `${say("feed-secret")}\n` : ""}`,
      () => ({ office, url, renewed: renew }),
    );
  });
