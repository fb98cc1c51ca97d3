import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Fault } from "./faults.ts";
import { findMethod } from "./methods/all.ts";
import type { Payload } from "./payload.ts";
import { badRequest, type Refusal, type Result, tooManyRequests } from "./refusal.ts";
import { readPayload } from "./request.ts";
import type { State } from "./state.ts";

const UNAUTHORIZED: Refusal = { ok: false, code: 401, description: "Unauthorized" };
const NOT_FOUND: Refusal = { ok: false, code: 404, description: "Not Found" };
const UNKNOWN_METHOD: Refusal = { ok: false, code: 404, description: "Not Found: method not found" };
const SERVER_ERROR: Refusal = { ok: false, code: 500, description: "Internal Server Error" };

/** Answers one request: `/bot<token>/<method>` or `/file/bot<token>/<path>`. */
export async function answer(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const path = decodeURIComponent(url.pathname);
  const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(path);
  if (file !== null) {
    sendFile(state, response, file[1] ?? "", file[2] ?? "");
    return;
  }
  const [, token, method] = /^\/bot([^/]+)\/([^/]*)$/.exec(path) ?? [];
  const payload = await readPayload(request, url.searchParams);
  if (token === undefined || method === undefined) {
    send(response, NOT_FOUND);
  } else if (token !== state.settings.token) {
    state.record({ method, payload: {}, description: UNAUTHORIZED.description }, UNAUTHORIZED.code);
    send(response, UNAUTHORIZED);
  } else if (!payload.ok) {
    state.record({ method, payload: {}, description: payload.description }, payload.code);
    send(response, payload);
  } else {
    await answerCall(state, method, payload.value, response);
  }
}

async function answerCall(
  state: State,
  method: string,
  payload: Payload,
  response: ServerResponse,
): Promise<void> {
  const fault = state.faults.take(method);
  if (fault?.kind === "drop") {
    response.destroy();
    return;
  }
  const prepared = fault === undefined ? undefined : faultAnswer(fault);
  if (prepared !== undefined) {
    send(response, prepared);
    return;
  }
  const hangUp = new AbortController();
  response.once("close", () => hangUp.abort());
  const result = await call(state, method, payload, hangUp.signal);
  if (fault?.kind === "lost") {
    response.destroy();
    return;
  }
  if (fault?.kind === "slow") {
    await delay(fault.delayMs ?? 1000, undefined, { signal: hangUp.signal }).catch(() => undefined);
  }
  send(response, result);
}

function faultAnswer(fault: Fault): Refusal | undefined {
  if (fault.kind === "429") return tooManyRequests(fault.retryAfter ?? 1);
  return fault.kind === "500" ? SERVER_ERROR : undefined;
}

/** Carries out one call and keeps a record of it; refusals are kept apart as well. */
export async function call(
  state: State,
  method: string,
  payload: Payload,
  signal: AbortSignal,
): Promise<Result<unknown>> {
  const result = await carryOut(state, method, payload, signal);
  const isPolling = method.toLowerCase() === "getupdates";
  if (!result.ok) {
    state.record({ method, payload: payload.summary(), description: result.description }, result.code);
  } else if (!isPolling) {
    state.record({ method, payload: payload.summary() });
  }
  return result;
}

async function carryOut(
  state: State,
  method: string,
  payload: Payload,
  signal: AbortSignal,
): Promise<Result<unknown>> {
  const found = findMethod(method);
  if (found === undefined) return UNKNOWN_METHOD;
  if (!payload.isUnicode()) return badRequest("strings must be encoded in UTF-8");
  return found(state, payload, signal);
}

function send(response: ServerResponse, result: Result<unknown>): void {
  if (result.ok) {
    sendJson(response, 200, { ok: true, result: result.value });
    return;
  }
  const { code, description, retryAfter, movedTo } = result;
  const told = {
    ...(retryAfter === undefined ? {} : { retry_after: retryAfter }),
    ...(movedTo === undefined ? {} : { migrate_to_chat_id: movedTo }),
  };
  const parameters = Object.keys(told).length === 0 ? {} : { parameters: told };
  if (retryAfter !== undefined) response.setHeader("retry-after", retryAfter);
  sendJson(response, code, { ok: false, error_code: code, description, ...parameters });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}

function sendFile(state: State, response: ServerResponse, token: string, path: string): void {
  const file = token === state.settings.token ? state.files.byPath(path) : undefined;
  if (file === undefined) {
    send(response, token === state.settings.token ? NOT_FOUND : UNAUTHORIZED);
    return;
  }
  response.writeHead(200, {
    "content-type": "application/octet-stream",
    "content-length": file.content.length,
  });
  response.end(file.content);
}
