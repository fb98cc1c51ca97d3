import { html } from "hono/html";
import type { Html } from "../layout.ts";

/** A coloured box with one thing to know. */
export function notice(kind: "success" | "info" | "warning" | "danger", text: string | Html): Html {
  return html`<div class="alert alert-${kind} reading" role="${kind === "danger" ? "alert" : "status"}">${text}</div>`;
}
