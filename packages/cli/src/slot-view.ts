import { MINUTE, modeName, type Slot, slotLine, zone } from "@ricevimenti/core";
import type { Context } from "./context.ts";
import { columnsOf } from "./table.ts";

/** A slot as scripts see it (CONTRACT.md, `slots`). */
export function slotJson(
  { office, start, end, modes, free }: Slot,
  timezone: string,
): Record<string, unknown> {
  const local = zone(timezone);
  return {
    office,
    start: local.formatInstant(start),
    end: local.formatInstant(end),
    minutes: (end - start) / MINUTE,
    modes,
    free,
  };
}

/** One line for each slot. */
export function slotsText(slots: readonly Slot[], timezone: string, { say, locale, io }: Context): string {
  const rows = slots.map((slot) => [
    slotLine(slot, locale, timezone),
    slot.modes.map((mode) => modeName(mode, say)).join(", "),
    String(slot.free),
  ]);
  const head = [say("label-when"), say("label-mode"), say("head-free")];
  return columnsOf(rows, { width: io.columns, head, colour: io.colour });
}
