import { MINUTE, type Slot } from "../domain/slot.ts";
import { zone } from "../domain/zone.ts";

/** A slot as programs see it, on the command line and on the web (CONTRACT.md, `slots`). */
export interface SlotJson {
  readonly office: string;
  /** ISO 8601 with the office's offset. */
  readonly start: string;
  readonly end: string;
  readonly minutes: number;
  readonly modes: Slot["modes"];
  /** Desks still free. */
  readonly free: number;
}

export function slotJson({ office, start, end, modes, free }: Slot, timezone: string): SlotJson {
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
