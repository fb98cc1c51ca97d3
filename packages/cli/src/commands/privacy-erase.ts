import { done } from "../answer.ts";
import { type Run, withCore } from "../context.ts";
import { wrongEmail } from "../email-input.ts";
import { notAgreed } from "../office-change.ts";
import { refused } from "../refusal-answer.ts";

interface Options {
  readonly yes?: boolean;
}

/** Erases whoever has an e-mail address; bookings to come are cancelled by it. Nothing brings the data back. */
export const privacyErase: Run<Options> = async (context, [email = ""], { yes = false }) =>
  wrongEmail(email, context) ??
  withCore(context, async (core) => {
    const { say } = context;
    if (context.interactive && !yes) {
      const { confirmed } = await import("../confirmation.ts");
      if (!(await confirmed(say("ask-privacy-erase", { email }), context))) return notAgreed(context);
    }
    const erased = await core.erasePersonalData(email, context.staff);
    if (!erased.ok) return refused(erased.refusal, core, context);
    const { bookings, waiting } = erased;
    return done(
      () => `${say("privacy-erased", { count: bookings.length + waiting })}\n`,
      () => ({ bookings, waiting }),
    );
  });
