import { done } from "../answer.ts";
import { type Run, withCore } from "../context.ts";

/** Messages that were given up are tried again by the worker. */
export const outboxRetry: Run = (context) =>
  withCore(context, async (core) => {
    const retried = await core.retryFailed(context.staff);
    return done(
      () => `${context.say("outbox-retried", { count: retried })}\n`,
      () => ({ retried }),
    );
  });
