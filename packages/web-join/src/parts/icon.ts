import { raw } from "hono/html";
import type { Html } from "../layout.ts";

/** Drawn on a grid of 24, as lines: they take the colour of the text beside them. */
const LINES = {
  check: "M5 12.5l4.5 4.5L19 7.5",
  left: "M14.5 6l-6 6 6 6",
  right: "M9.5 6l6 6-6 6",
  down: "M6 9.5l6 6 6-6",
  calendar: "M4 6.5h16v13.5H4zM4 10.5h16M8.5 4v4M15.5 4v4",
  clock: "M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM12 7.5V12l3 2",
  mail: "M3.5 6h17v12.5h-17zM3.5 6.5l8.5 7 8.5-7",
  person: "M12 4a4 4 0 100 8 4 4 0 000-8zM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6",
  video: "M3.5 7H15v10H3.5zM15 10.5l5.5-3v9l-5.5-3",
  town: "M3.5 9.5L12 4l8.5 5.5zM4 20.5h16M5.5 17.5h13M6.5 9.5v8M10.2 9.5v8M13.8 9.5v8M17.5 9.5v8",
  search: "M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5l5 5",
} as const;
export type IconName = keyof typeof LINES;

/** A picture beside words that say the same: readers skip it. */
export function icon(name: IconName, more = ""): Html {
  return raw(
    `<svg class="icon icon-sm ${more}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${LINES[name]}" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>`,
  );
}
