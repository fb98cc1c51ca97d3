import { html } from "hono/html";
import type { Html } from "../layout.ts";

/** What programs that fill in every field take for one. */
const NAME = "website";

/** A field nobody sees, hears, or comes to by keyboard. */
export const TRAP: Html = html`<div class="trap" aria-hidden="true" inert><label for="${NAME}">Website</label><input type="text" id="${NAME}" name="${NAME}" value="" tabindex="-1" autocomplete="off"></div>`;

export function isTrapped(fields: Readonly<Record<string, string | undefined>>): boolean {
  return (fields[NAME] ?? "") !== "";
}
