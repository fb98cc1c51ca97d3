import { slotLine } from "@ricevimenti/core";
import { changed } from "../changed-answer.ts";
import { codeTyped } from "../code-input.ts";
import { type Run, withCore } from "../context.ts";
import { notAgreed } from "../office-change.ts";
import { refused } from "../refusal-answer.ts";
import { timezoneOf } from "../zones.ts";

/** Cancels, after a yes where somebody can be asked; the citizen is told. */
export const bookingCancel: Run<{ readonly yes?: boolean }> = (context, [typed = ""], { yes = false }) =>
  withCore(context, async (core) => {
    const code = codeTyped(typed);
    if (context.interactive && !yes) {
      const found = await core.getBooking(code);
      if (!found.ok) return refused(found.refusal, core, context);
      const { booking } = found;
      if (booking.state === "pending" || booking.state === "confirmed") {
        const when = slotLine(booking, context.locale, await timezoneOf(core, booking.office));
        const { confirmed } = await import("../confirmation.ts");
        const question = context.say("ask-booking-cancel", { code, name: booking.name ?? "", when });
        if (!(await confirmed(question, context))) return notAgreed(context);
      }
    }
    return changed(await core.cancel({ code, actor: context.staff }), "booking-cancelled", core, context);
  });
