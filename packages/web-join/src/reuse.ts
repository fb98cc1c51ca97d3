import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Context, MiddlewareHandler } from "hono";
import { type Encoding, encodingFor } from "./assets.ts";
import type { Site } from "./site.ts";

/** Milliseconds for which an answer may lag behind the clock: what begins, ends or lapses is seen no later. */
const TICK = 1_000;
/** Answers kept at most. Whoever asks for more different ones has each made anew. */
const MOST = 256;
/** Bytes from which compressing pays. */
const WORTHWHILE = 1_024;

interface Kept {
  /** Text rather than bytes: it leaves in one piece with the headers. */
  readonly body: string;
  /** Of the body. */
  readonly bytes: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly encoded: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>;
}

const making = new WeakSet<Context>();

/** Whether the answer that is being made is to be kept: then it is compressed here, once for all. */
export function isKept(c: Context): boolean {
  return making.has(c);
}

/**
 * Gives an answer again while nothing that is kept has changed, in whichever process, and the clock shows the same
 * second; so that a page everybody looks at is made once for all who look at the same moment. Always asks the
 * database whether that is so: what is shown can be booked. Browsers ask each time, too, and are told `304` where what
 * they have still holds.
 *
 * For pages that say the same to everybody who asks for the same address in the same language. Stands before what
 * puts headers on a page: they are kept with it.
 */
export function reused({ core }: Site): MiddlewareHandler {
  let moment = "";
  let kept = new Map<string, Kept>();
  return async function reused(c, next) {
    const now = `${await core.stamp()} ${Math.floor(core.clock.now() / TICK)}`;
    if (now !== moment) {
      moment = now;
      kept = new Map();
    }
    const mine = kept;
    const key = `${c.req.header("accept-language") ?? ""} ${c.req.url}`;
    let answer = mine.get(key);
    if (!answer) {
      making.add(c);
      await next();
      if (c.res.status !== 200 || c.res.headers.has("set-cookie")) return;
      answer = keep(c.res.headers, await c.res.text());
      if (mine.size < MOST) mine.set(key, answer);
      // A response that has been given already is replaced, not returned.
      c.res = undefined;
      c.res = await send(c, answer);
      return;
    }
    return send(c, answer);
  };
}

function keep(headers: Headers, body: string): Kept {
  // Weak, because one tag stands for every encoding of the same content.
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const vary = headers.get("vary");
  return {
    body,
    bytes: Buffer.byteLength(body),
    etag,
    headers: {
      ...Object.fromEntries(headers),
      etag,
      vary: vary === null ? "Accept-Encoding" : `${vary}, Accept-Encoding`,
    },
    encoded: new Map(),
  };
}

async function send(c: Context, { body, bytes, headers, etag, encoded }: Kept): Promise<Response> {
  if (c.req.header("if-none-match")?.includes(etag)) {
    const { "content-type": _, ...rest } = headers;
    return new Response(null, { status: 304, headers: rest });
  }
  const encoding = bytes < WORTHWHILE ? "identity" : encodingFor(c);
  // Not by way of `c.body()`, which would make `Headers` of them again for each answer.
  if (encoding === "identity") return new Response(body, { headers });
  let compressed = encoded.get(encoding);
  if (!compressed) {
    compressed = COMPRESSORS[encoding](Buffer.from(body)).then((bytes) => new Uint8Array(bytes));
    encoded.set(encoding, compressed);
  }
  return new Response(await compressed, { headers: { ...headers, "content-encoding": encoding } });
}

/** Quickly rather than small: an answer lives for a second. */
const COMPRESSORS = {
  br: (body: Uint8Array) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body: Uint8Array) => promisify(gzip)(body),
};
