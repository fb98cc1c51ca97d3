import type { Clocks } from "./clocks.ts";
import { DAY } from "./day.ts";
import type { Instant } from "./slot.ts";

/** Time through which a zone's clocks keep one offset, as far as it lies in one {@link STRETCH}. */
export interface OffsetSpan {
  readonly from: Instant;
  /** Exclusive: the next span's `from`. */
  readonly to: Instant;
  /** Milliseconds the wall clock is ahead of UTC. */
  readonly offset: number;
  /** The offset as ISO 8601 writes it, `+01:00`. */
  readonly suffix: string;
}

/** How much is looked up in the zone data at once: so little that the first question of a process is quick. */
export const STRETCH = 30 * DAY;

/**
 * Clocks are never changed twice within so few days: the closest pair in the zone data from 2000 to 2087 is a week
 * apart (Palestine, around Ramadan, in 2040).
 */
const PROBE_EVERY = 5 * DAY;

/** Zone rules are given to the second. */
const RESOLUTION = 1_000;

/**
 * The offsets of one zone from `begin` through one {@link STRETCH}, in order and without gaps. Its clocks only tell the
 * offset of a single instant: probes along the stretch, and bisection where two neighbours differ.
 */
export function offsetSpans(clocks: Clocks, begin: Instant): readonly OffsetSpan[] {
  const end = begin + STRETCH;
  // What changes at the end belongs to the next stretch.
  const last = end - RESOLUTION;
  const spans: OffsetSpan[] = [];
  let from = begin;
  let offset = clocks(begin);
  for (let probed = begin; probed < last; ) {
    const next = Math.min(probed + PROBE_EVERY, last);
    if (clocks(next) === offset) {
      probed = next;
      continue;
    }
    const change = firstChange(clocks, probed, next, offset);
    spans.push({ from, to: change, offset, suffix: suffixOf(offset) });
    from = change;
    probed = change;
    offset = clocks(change);
  }
  spans.push({ from, to: end, offset, suffix: suffixOf(offset) });
  return spans;
}

/** The instant in `(low, high]` at which the clocks leave `offset`, which holds at `low` and not at `high`. */
function firstChange(clocks: Clocks, low: Instant, high: Instant, offset: number): Instant {
  let before = low;
  let after = high;
  while (after - before > RESOLUTION) {
    const middle = before + Math.floor((after - before) / 2 / RESOLUTION) * RESOLUTION;
    if (clocks(middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

function suffixOf(offset: number): string {
  const size = Math.abs(offset) / 1_000;
  const parts = [Math.floor(size / 3_600), Math.floor(size / 60) % 60, ...(size % 60 ? [size % 60] : [])];
  return (offset < 0 ? "-" : "+") + parts.map((part) => String(part).padStart(2, "0")).join(":");
}
