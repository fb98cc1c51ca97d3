import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Context } from "hono";
import { accepts } from "hono/accepts";

const { resolve } = createRequire(import.meta.url);
const vendored = (path: string) => resolve(`bootstrap-italia/dist/${path}`);
const own = (name: string) => new URL(`../static/${name}`, import.meta.url);
const titillium = (weight: string) =>
  vendored(`fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-${weight}.woff2`);

const CSS = "text/css; charset=utf-8";

/** Every file a page may load, by the name pages use. Bootstrap Italia's whole sheet is 64 KB compressed, a font 18. */
const SOURCES = {
  "titillium-web-400.woff2": { file: titillium("regular"), type: "font/woff2" },
  "titillium-web-600.woff2": { file: titillium("600"), type: "font/woff2" },
  "titillium-web-700.woff2": { file: titillium("700"), type: "font/woff2" },
  "bootstrap-italia.css": { file: vendored("css/bootstrap-italia.min.css"), type: CSS },
  "ricevimenti.css": { file: own("ricevimenti.css"), type: CSS },
  "countdown.js": { file: own("countdown.js"), type: "text/javascript; charset=utf-8" },
  "icon.svg": { file: own("icon.svg"), type: "image/svg+xml" },
} as const;
export type AssetName = keyof typeof SOURCES;

export interface Assets {
  /** The name with the content's hash in it: another content has another address. */
  hashed(name: AssetName): string;
  serve(c: Context): Promise<Response>;
  /** Compresses everything now, so that the first visitor need not wait for it. */
  warm(): Promise<void>;
}

interface Asset {
  readonly name: string;
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
  encoded(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>;
}
export type Encoding = "br" | "gzip" | "identity";

let loaded: Assets | undefined;

/** The files, read once a process: they do not change while it runs. */
export function loadAssets(): Assets {
  loaded ??= readAssets();
  return loaded;
}

function readAssets(): Assets {
  const byName = new Map<string, Asset>();
  for (const [name, { file, type }] of Object.entries(SOURCES)) {
    byName.set(name, asset(name, type, prepared(readFileSync(file), type, byName)));
  }
  const byAddress = new Map([...byName.values()].map((asset) => [asset.name, asset]));
  return {
    hashed: (name) => (byName.get(name) as Asset).name,
    serve: async (c) => {
      const found = byAddress.get(c.req.param("name") ?? "");
      return found ? await send(c, found) : c.notFound();
    },
    warm: async () => {
      for (const asset of byName.values()) await Promise.all([asset.encoded("br"), asset.encoded("gzip")]);
    },
  };
}

/**
 * Style sheets name their fonts plainly; here they get the hashed names, which stand in the same folder. The font of
 * Bootstrap Italia's video player goes: no page has one, and browsers load a font that stands in the sheet itself at
 * once, which our policy forbids.
 */
function prepared(source: Buffer, type: string, fonts: ReadonlyMap<string, Asset>): Uint8Array<ArrayBuffer> {
  if (type !== CSS) return new Uint8Array(source);
  let text = source.toString("utf8").replaceAll(/@font-face\s*\{[^}]*data:[^}]*\}/g, "");
  for (const [name, font] of fonts) text = text.replaceAll(`url("${name}")`, `url("${font.name}")`);
  return new Uint8Array(Buffer.from(text));
}

function asset(name: string, type: string, body: Uint8Array<ArrayBuffer>): Asset {
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);
  const dot = name.lastIndexOf(".");
  const compressed = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    name: `${name.slice(0, dot)}-${hash}${name.slice(dot)}`,
    type,
    body,
    encoded(encoding) {
      // A font is compressed already.
      if (encoding === "identity" || type === "font/woff2") return Promise.resolve(body);
      let bytes = compressed.get(encoding);
      if (!bytes) {
        bytes = COMPRESSORS[encoding](body).then((buffer) => new Uint8Array(buffer));
        compressed.set(encoding, bytes);
      }
      return bytes;
    },
  };
}

const COMPRESSORS = {
  br: (body: Uint8Array) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: (body: Uint8Array) => promisify(gzip)(body, { level: 9 }),
};

async function send(c: Context, asset: Asset): Promise<Response> {
  // Weak, because one tag stands for every encoding of the same content.
  const etag = `W/"${asset.name}"`;
  const headers = {
    "Cache-Control": "public, max-age=31536000, immutable",
    ETag: etag,
    Vary: "Accept-Encoding",
  };
  if (c.req.header("if-none-match")?.includes(etag)) return c.body(null, 304, headers);
  const encoding = asset.type === "font/woff2" ? "identity" : encodingFor(c);
  const body = await asset.encoded(encoding);
  return c.body(body, 200, {
    ...headers,
    "Content-Type": asset.type,
    "Content-Length": String(body.length),
    ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
  });
}

export function encodingFor(c: Context): Encoding {
  return accepts(c, {
    header: "Accept-Encoding",
    supports: ["br", "gzip"],
    default: "identity",
    match: (accepted, { supports }) =>
      // The smaller one first, whatever the order they were named in.
      supports.find((encoding) => accepted.some(({ type, q }) => type === encoding && q > 0)) ?? "identity",
  }) as Encoding;
}
