import { formProblemText, refusalText } from "@ricevimenti/core";
import type { Note } from "../conversation/note.ts";
import { type Html, html, paragraphs } from "../html.ts";
import type { Screen, Telling } from "./screen.ts";

/** The screen with what has to be said first above it. */
export function withNote(note: Note | null, screen: Screen, telling: Telling): Screen {
  return note ? { ...screen, text: paragraphs(noteText(note, telling), screen.text) } : screen;
}

function noteText(note: Note, { say, locale, timezone }: Telling): Html {
  switch (note.kind) {
    case "refused":
      return html`❗ <b>${refusalText(note.refusal, locale, timezone)}</b>`;
    case "problem":
      return html`❗ <b>${formProblemText(note.problem, locale)}</b>`;
    case "resent":
      return html`<i>${say("note-resent", { left: note.left })}</i>`;
    case "said":
      return html`<i>${say(`note-${note.id}`)}</i>`;
    default:
      throw new Error(`no text for ${JSON.stringify(note satisfies never)}`);
  }
}
