import { bold, paragraphs } from "../html.ts";
import type { Screen, Telling } from "./screen.ts";

/** What the conversation was about is gone (an office removed, a booking erased): the way to begin anew. */
export function lostScreen({ say }: Pick<Telling, "say">): Screen {
  return {
    text: paragraphs(bold(say("lost-title")), say("lost-advice")),
    rows: [[{ text: say("button-restart"), verb: "restart" }]],
  };
}
