import { badRequest, granted, type Result } from "./refusal.ts";

/** A file sent with a request; `field` is the part's name, which `attach://` refers to. */
export type Upload = { field: string; fileName: string; contentType: string; content: Buffer };

export type Form = { fields: Map<string, string>; uploads: Map<string, Upload> };

const CRLF = Buffer.from("\r\n");
const END_OF_HEADERS = Buffer.from("\r\n\r\n");
const BROKEN = badRequest("can't parse multipart/form-data body");

/** The boundary named by a `multipart/form-data` Content-Type, quoted or not; `undefined` for any other type. */
export function boundaryOf(contentType: string): string | undefined {
  if (!/^multipart\/form-data\b/i.test(contentType)) return undefined;
  const match = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  return match?.[1] ?? match?.[2];
}

/**
 * Splits a `multipart/form-data` body into its values and files (RFC 7578, RFC 2046). Accepts what real clients send:
 * a preamble, header names in any case, names in quotes or bare. Refuses a body that ends before its last boundary.
 */
export function parseMultipart(body: Buffer, boundary: string): Result<Form> {
  const form: Form = { fields: new Map(), uploads: new Map() };
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first delimiter has no line break before it when there is no preamble: lend it one.
  const bytes = Buffer.concat([CRLF, body]);
  let position = bytes.indexOf(delimiter);
  while (position !== -1) {
    position += delimiter.length;
    if (bytes.subarray(position, position + 2).toString() === "--") return granted(form);
    const lineEnd = bytes.indexOf(CRLF, position);
    const partEnd = bytes.indexOf(delimiter, position);
    if (lineEnd === -1 || partEnd === -1) return BROKEN;
    const part = readPart(bytes.subarray(lineEnd, partEnd));
    if (part === undefined) return BROKEN;
    if (typeof part.value === "string") form.fields.set(part.name, part.value);
    else form.uploads.set(part.name, part.value);
    position = partEnd;
  }
  return BROKEN;
}

function readPart(part: Buffer): { name: string; value: string | Upload } | undefined {
  const headersEnd = part.indexOf(END_OF_HEADERS);
  if (headersEnd === -1) return undefined;
  const headers = readHeaders(part.subarray(0, headersEnd).toString("utf8"));
  const content = part.subarray(headersEnd + END_OF_HEADERS.length);
  const { name, fileName } = readDisposition(headers.get("content-disposition") ?? "");
  if (name === undefined) return undefined;
  if (fileName === undefined) return { name, value: content.toString("utf8") };
  const contentType = headers.get("content-type") ?? "application/octet-stream";
  return { name, value: { field: name, fileName, contentType, content: Buffer.from(content) } };
}

function readHeaders(block: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of block.split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

function readDisposition(value: string): { name?: string | undefined; fileName?: string | undefined } {
  const parameters = new Map<string, string>();
  for (const [, key = "", quoted, bare] of value.matchAll(
    /;\s*([^=;\s]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;]*))/g,
  )) {
    const text = quoted === undefined ? (bare ?? "").trim() : quoted.replace(/\\(["\\])/g, "$1");
    parameters.set(key.toLowerCase(), text);
  }
  const encoded = /^UTF-8''(.*)$/i.exec(parameters.get("filename*") ?? "")?.[1];
  const fileName = encoded === undefined ? parameters.get("filename") : decodeURIComponent(encoded);
  return { name: parameters.get("name"), fileName };
}
