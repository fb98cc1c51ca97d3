import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Core } from "@ricevimenti/core";
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { BRAND, pruned, recoloured } from "./style-sheet.ts";

const { resolve } = createRequire(import.meta.url);
const CSS = "text/css; charset=utf-8";
const SCRIPT = "text/javascript; charset=utf-8";
const WOFF2 = "font/woff2";

const vendored = (path: string) => resolve(`bootstrap-italia/dist/${path}`);
const own = (name: string) => new URL(`../static/${name}`, import.meta.url);
const font = (name: string) => ({ file: vendored(`fonts/${name}.woff2`), type: WOFF2 });
const titillium = (weight: string) => font(`Titillium_Web/titillium-web-v10-latin-ext_latin-${weight}`);

/** Every file a page may load, by the name pages use. A font has about 20 KB. */
const SOURCES = {
  "titillium-web-400.woff2": titillium("regular"),
  "titillium-web-600.woff2": titillium("600"),
  "titillium-web-700.woff2": titillium("700"),
  "lora-400.woff2": font("Lora/lora-v20-latin-ext_latin-regular"),
  "roboto-mono-700.woff2": font("Roboto_Mono/roboto-mono-v13-latin-ext_latin-700"),
  "bootstrap-italia.css": { file: vendored("css/bootstrap-italia.min.css"), type: CSS },
  "ricevimenti.css": { file: own("ricevimenti.css"), type: CSS },
  "countdown.js": { file: own("countdown.js"), type: SCRIPT },
  "challenge.js": { file: own("challenge.js"), type: SCRIPT },
  "challenge-worker.js": { file: fileURLToPath(import.meta.resolve("altcha/workers/pbkdf2")), type: SCRIPT },
  "icon.svg": { file: own("icon.svg"), type: "image/svg+xml" },
} as const;
export type AssetName = keyof typeof SOURCES;

export interface Assets {
  /** The name with the content's hash in it: another content has another address. */
  hashed(name: AssetName): string;
  /** Null where none of these files has that hashed name. */
  serve(c: Context, name: string): Promise<Response | null>;
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

const loaded = new Map<string, Assets>();

/**
 * The files in a town's colour, read once a process: they do not change while it runs.
 *
 * @param colour as `municipality.colour` has it
 */
export function loadAssets(colour: string = BRAND): Assets {
  const assets = loaded.get(colour) ?? readAssets(colour);
  loaded.set(colour, assets);
  return assets;
}

/**
 * Answers with a file under its hashed name. Those of the town's colour may have been named by another process, or
 * before a restart.
 */
export async function serveAsset(c: Context, core: Pick<Core, "municipality">): Promise<Response> {
  const name = c.req.param("name") ?? "";
  for (const assets of loaded.values()) {
    const answer = await assets.serve(c, name);
    if (answer) return answer;
  }
  const { colour } = await core.municipality();
  return (await loadAssets(colour).serve(c, name)) ?? c.notFound();
}

function readAssets(colour: string): Assets {
  const byName = new Map<string, Asset>();
  for (const [name, { file, type }] of Object.entries(SOURCES)) {
    byName.set(name, asset(name, type, prepared(name, readFileSync(file), type, colour, byName)));
  }
  const byAddress = new Map([...byName.values()].map((asset) => [asset.name, asset]));
  return {
    hashed: (name) => (byName.get(name) as Asset).name,
    serve: async (c, name) => {
      const found = byAddress.get(name);
      return found ? await send(c, found) : null;
    },
    warm: async () => {
      // One after another: each thread at work keeps memory of its own for good.
      for (const asset of byName.values()) {
        await asset.encoded("br");
        await asset.encoded("gzip");
      }
    },
  };
}

/**
 * What is sent of a file. Style sheets name their fonts plainly; here they get the hashed names, which stand in the
 * same folder.
 */
function prepared(
  name: string,
  source: Buffer,
  type: string,
  colour: string,
  fonts: ReadonlyMap<string, Asset>,
): Uint8Array<ArrayBuffer> {
  if (type === WOFF2) return new Uint8Array(source);
  const plain = source.toString("utf8");
  let text = recoloured(name === "bootstrap-italia.css" ? pruned(plain) : plain, colour);
  if (type === CSS) {
    for (const [name, font] of fonts) text = text.replaceAll(`url("${name}")`, `url("${font.name}")`);
  }
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
      if (encoding === "identity" || type === WOFF2) return Promise.resolve(body);
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
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        // The best there is would save a visitor 4 KB once, and take a second of each start and 8 MB for good.
        [constants.BROTLI_PARAM_QUALITY]: 9,
      },
    }),
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
  const encoding = asset.type === WOFF2 ? "identity" : encodingFor(c);
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
