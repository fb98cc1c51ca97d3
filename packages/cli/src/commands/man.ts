import { done } from "../answer.ts";
import type { Run } from "../context.ts";
import { manPage } from "../man-page.ts";

/** The manual page, for `man -l -` or to be installed. */
export const man: Run = async ({ say, version }) => {
  const page = manPage(say, version);
  return done(
    () => page,
    () => ({ page }),
  );
};
