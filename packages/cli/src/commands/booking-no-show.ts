import { changed } from "../changed-answer.ts";
import { codeTyped } from "../code-input.ts";
import { type Run, withCore } from "../context.ts";

/** Nobody has come. */
export const bookingNoShow: Run = (context, [code = ""]) =>
  withCore(context, async (core) =>
    changed(
      await core.attend({ code: codeTyped(code), came: false, actor: context.staff }),
      "booking-no-show",
      core,
      context,
    ),
  );
