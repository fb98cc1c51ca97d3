import type { IncomingMessage } from "node:http";
import { boundaryOf, parseMultipart, type Upload } from "./multipart.ts";
import { isObject, Payload } from "./payload.ts";
import { badRequest, granted, type Refusal, type Result } from "./refusal.ts";

/** Telegram takes uploads of up to 50 MB from bots. */
const MAX_BODY_BYTES = 51 * 1024 * 1024;

/** Reads the parameters of a call from query and body: JSON, urlencoded or multipart, as the Content-Type says. */
export async function readPayload(
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<Result<Payload>> {
  const body = await readBody(request);
  if (body === undefined) return { ok: false, code: 413, description: "Request Entity Too Large" };
  const values = new Map<string, unknown>(query);
  const uploads = new Map<string, Upload>();
  const refusal = addBody(request.headers["content-type"] ?? "", body, values, uploads);
  if (refusal !== undefined) return refusal;
  return granted(new Payload(values, uploads));
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function addBody(
  contentType: string,
  body: Buffer,
  values: Map<string, unknown>,
  uploads: Map<string, Upload>,
): Refusal | undefined {
  if (body.length === 0) return undefined;
  if (/^application\/json\b/i.test(contentType)) return addJson(body, values);
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) {
    for (const [name, value] of new URLSearchParams(body.toString("utf8"))) values.set(name, value);
    return undefined;
  }
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) return badRequest("unsupported Content-Type of the body");
  const form = parseMultipart(body, boundary);
  if (!form.ok) return form;
  for (const [name, value] of form.value.fields) values.set(name, value);
  for (const [name, upload] of form.value.uploads) uploads.set(name, upload);
  return undefined;
}

function addJson(body: Buffer, values: Map<string, unknown>): Refusal | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString("utf8"));
  } catch {
    return badRequest("can't parse JSON object");
  }
  if (!isObject(parsed)) return badRequest("can't parse JSON object: an Object expected");
  for (const [name, value] of Object.entries(parsed)) values.set(name, value);
  return undefined;
}
