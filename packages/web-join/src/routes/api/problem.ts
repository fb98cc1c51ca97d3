import { type Refusal, refusalText } from "@ricevimenti/core";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { statusOf } from "../../refused.ts";

/** Says no to a program (RFC 9457): status, a code that stays the same, and a sentence for whoever reads its log. */
export function problem(
  c: Context,
  headers: Readonly<Record<string, string>>,
  status: ContentfulStatusCode,
  code: string,
  title: string,
  more: Readonly<Record<string, string>> = {},
): Response {
  return c.body(JSON.stringify({ status, code, title, ...more }), status, {
    ...headers,
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
  });
}

/** The core's no. */
export function refusedProblem(
  c: Context,
  headers: Readonly<Record<string, string>>,
  refusal: Refusal,
): Response {
  return problem(c, headers, statusOf(refusal), refusal.code, refusalText(refusal, "en", "UTC"));
}
