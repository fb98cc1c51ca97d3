import { MODES, officeJson, parseSpanEnd, parseSpanStart, slotJson } from "@ricevimenti/core";
import type { Context } from "hono";
import type { Site } from "../../site.ts";
import { problem, refusedProblem } from "./problem.ts";

type Headers = Readonly<Record<string, string>>;

/** `GET /api/v1/offices`: what `ricevimenti office list --json` prints. */
export async function viewApiOffices(c: Context, { core }: Site, headers: Headers) {
  const offices = await core.listOffices();
  return c.body(JSON.stringify(offices.map(officeJson)), 200, headers);
}

/** `GET /api/v1/offices/ID/slots?from&to&mode&service`: what `ricevimenti slots ID --json` prints. */
export async function viewApiSlots(c: Context, { core }: Site, headers: Headers) {
  const office = c.req.param("office") ?? "";
  const { from, to, mode: named, service } = c.req.query();
  const wrong = (parameter: string, title: string) =>
    problem(c, headers, 400, "parameter_invalid", title, { parameter });
  const mode = named === undefined ? undefined : MODES.find((known) => known === named);
  if (named !== undefined && mode === undefined) return wrong("mode", `mode is one of ${MODES.join(", ")}.`);

  let span: { from?: number; to?: number } = {};
  if (from !== undefined || to !== undefined) {
    const found = await core.getOffice(office);
    if (!found.ok) return refusedProblem(c, headers, found.refusal);
    const start = from === undefined ? undefined : parseSpanStart(from, found.timezone);
    const end = to === undefined ? undefined : parseSpanEnd(to, found.timezone);
    const form = "a day (2026-12-14) or a time (2026-12-14T10:00, or with an offset).";
    if (start === null) return wrong("from", `from is ${form}`);
    if (end === null) return wrong("to", `to is ${form}`);
    if (start !== undefined && end !== undefined && end <= start) {
      return wrong("to", "to comes after from.");
    }
    span = { ...(start !== undefined && { from: start }), ...(end !== undefined && { to: end }) };
  }
  const found = await core.listSlots({
    office,
    ...span,
    ...(mode && { mode }),
    ...(service !== undefined && { service }),
  });
  if (!found.ok) return refusedProblem(c, headers, found.refusal);
  const { slots, timezone } = found;
  return c.body(JSON.stringify(slots.map((slot) => slotJson(slot, timezone))), 200, headers);
}
