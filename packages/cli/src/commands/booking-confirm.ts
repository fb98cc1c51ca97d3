import { changed } from "../changed-answer.ts";
import { codeTyped } from "../code-input.ts";
import { type Run, withCore } from "../context.ts";

/** Confirms for a citizen who cannot: the person is there or on the phone. */
export const bookingConfirm: Run = (context, [code = ""]) =>
  withCore(context, async (core) =>
    changed(
      await core.confirm({ code: codeTyped(code), actor: context.staff }),
      "booking-confirmed",
      core,
      context,
    ),
  );
