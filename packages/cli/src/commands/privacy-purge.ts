import { done, wrongUsage } from "../answer.ts";
import { type Run, withCore } from "../context.ts";
import { notAgreed } from "../office-change.ts";

interface Options {
  readonly olderThan?: string;
  readonly yes?: boolean;
}

/** The rule on keeping data, at once; with another number of days where given. Statistics stay. */
export const privacyPurge: Run<Options> = async (context, _, { olderThan, yes = false }) => {
  const { say } = context;
  if (olderThan !== undefined && !/^\d{1,5}$/.test(olderThan)) {
    return wrongUsage(say("usage-bad-days", { value: olderThan }));
  }
  return withCore(context, async (core) => {
    if (context.interactive && !yes) {
      const { confirmed } = await import("../confirmation.ts");
      if (!(await confirmed(say("ask-privacy-purge"), context))) return notAgreed(context);
    }
    const { days, erased } = await core.purgePersonalData(
      context.staff,
      olderThan === undefined ? undefined : Number(olderThan),
    );
    return done(
      () => `${say("privacy-purged", { count: erased, days })}\n`,
      () => ({ days, erased }),
    );
  });
};
