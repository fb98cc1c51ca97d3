import { type Core, DAY } from "@ricevimenti/core";
import { verbatim, wrongUsage } from "../answer.ts";
import { completionScript } from "../completion-script.ts";
import { LISTS, type List, SHELLS } from "../completion-words.ts";
import { type Run, withCore } from "../context.ts";
import type { Vocabulary } from "../man-page.ts";

/**
 * The script with which a shell completes the commands; or what that script asks for while somebody types: the ids of
 * offices, of an office's services, and the codes of the bookings that are to come.
 */
export const completion =
  (vocabulary: Vocabulary): Run =>
  async (context, [name = "", office]) => {
    const { say } = context;
    const shell = SHELLS.find((known) => known === name);
    if (shell) {
      const script = completionScript(shell, vocabulary, say);
      return verbatim(
        () => script,
        () => ({ shell, script }),
      );
    }
    const list = LISTS.find((known) => known === name);
    if (!list) return wrongUsage(say("usage-not-a-choice", { value: name, choices: SHELLS.join(", ") }));
    return withCore(context, async (core) => {
      const values = await listed(core, list, office);
      return verbatim(
        () => values.map((value) => `${value}\n`).join(""),
        () => ({ list, values }),
      );
    });
  };

async function listed(core: Core, list: List, office: string | undefined): Promise<readonly string[]> {
  if (list === "bookings") {
    const now = core.clock.now();
    const span = { from: now - DAY, endsAfter: now, to: Number.MAX_SAFE_INTEGER };
    const bookings = await core.agenda({ ...span, states: ["pending", "confirmed"] });
    return bookings.map(({ code }) => code);
  }
  const { offices } = await core.exportTimetable(office === undefined ? undefined : [office]);
  if (list === "offices") return offices.map(({ id }) => id);
  return [...new Set(offices.flatMap(({ services = [] }) => services.map(({ id }) => id)))];
}
