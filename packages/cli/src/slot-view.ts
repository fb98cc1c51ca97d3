import { modeName, type Slot, slotLine } from "@ricevimenti/core";
import type { Context } from "./context.ts";
import { columnsOf } from "./table.ts";

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
