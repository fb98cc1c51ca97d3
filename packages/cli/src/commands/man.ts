import { verbatim } from "../answer.ts";
import type { Run } from "../context.ts";
import { manPage, type Vocabulary } from "../man-page.ts";

/** The manual page, for `man -l -` or to be installed. */
export const man =
  (vocabulary: Vocabulary): Run =>
  async ({ say, version }) => {
    const page = manPage(vocabulary, say, version);
    return verbatim(
      () => page,
      () => ({ page }),
    );
  };
