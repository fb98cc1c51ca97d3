import type { Closure } from "@ricevimenti/core";
import type { Context } from "./context.ts";

/** `2026-12-24 - 2026-12-26 08:00-10:00`. */
export function closureDays({ from, to, start, end }: Closure): string {
  const days = to === undefined || to === from ? from : `${from} - ${to}`;
  const hours = start === undefined && end === undefined ? "" : ` ${start ?? "00:00"}-${end ?? "24:00"}`;
  return days + hours;
}

export function closureJson(
  office: string,
  { from, to, start, end, reason }: Closure,
): Record<string, unknown> {
  return { office, from, to: to ?? from, start: start ?? null, end: end ?? null, reason: reason ?? null };
}

export function closureHead({ say }: Context): readonly string[] {
  return ["head-office-name", "head-closed", "label-reason"].map((id) => say(id));
}
