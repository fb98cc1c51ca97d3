import { changed } from "../changed-answer.ts";
import { codeTyped } from "../code-input.ts";
import { type Run, withCore } from "../context.ts";

/** Cancels; the citizen is told. */
export const bookingCancel: Run = (context, [code = ""]) =>
  withCore(context, async (core) =>
    changed(
      await core.cancel({ code: codeTyped(code), actor: context.staff }),
      "booking-cancelled",
      core,
      context,
    ),
  );
