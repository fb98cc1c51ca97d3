import { type Core, DatabaseError } from "@ricevimenti/core";
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Measures } from "./measures.ts";
import { ROUTES } from "./paths.ts";

/** Asked for every few seconds, or several times a page. */
const QUIET = [ROUTES.health, ROUTES.ready, ROUTES.asset, ROUTES.metrics];

/** One line, and one measure, for each request: the route's pattern and never the path, which holds the token; no address, no browser. */
export function requestLog(
  { log, clock }: Pick<Core, "log" | "clock">,
  measures: Pick<Measures, "answered">,
): MiddlewareHandler {
  return async function requestLog(c, next) {
    const began = clock.now();
    await next();
    const route = routePath(c, -1);
    const level = QUIET.some((pattern) => route.endsWith(pattern)) ? "debug" : "info";
    const { method } = c.req;
    const { status } = c.res;
    const ms = clock.now() - began;
    measures.answered({ method, route, status, seconds: ms / 1_000 });
    log[level]("web.request", { method, route, status, ms });
  };
}

/**
 * What of an unexpected failure may be written down. Its message is left out: it may repeat what a citizen typed or
 * the address of their page.
 */
export function faultFields(error: Error): { error: string; at: string } {
  const frame = error.stack?.split("\n").find((line) => /^\s+at /.test(line));
  return {
    error: "code" in error ? `${error.name} ${String(error.code)}` : error.name,
    at: frame?.trim() ?? "",
  };
}

/** 503 while the database is in trouble, so that browsers, programs and balancers come again; 500 for anything else. */
export function faultStatus(error: Error): 500 | 503 {
  return error instanceof DatabaseError ? 503 : 500;
}

/** Seconds after which a database in trouble is worth another try. */
export const RETRY_AFTER = "30";
