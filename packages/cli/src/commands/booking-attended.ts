import { changed } from "../changed-answer.ts";
import { codeTyped } from "../code-input.ts";
import { type Run, withCore } from "../context.ts";

/** The citizen has come. */
export const bookingAttended: Run = (context, [code = ""]) =>
  withCore(context, async (core) =>
    changed(
      await core.attend({ code: codeTyped(code), came: true, actor: context.staff }),
      "booking-attended",
      core,
      context,
    ),
  );
