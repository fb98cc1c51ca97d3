import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { book, open, openTown, pathTo, type Town } from "./town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

interface Raw {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

/** As it came over the wire: `fetch` would unpack it. */
function raw(path: string, headers: Record<string, string> = {}): Promise<Raw> {
  return new Promise((done, failed) => {
    request(town.url + path, { headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    })
      .on("error", failed)
      .end();
  });
}

/** The files a browser loads for a page, fonts included. */
async function filesOf(path: string): Promise<readonly string[]> {
  const { text } = await open(town, path);
  const files = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, file = ""]) => file);
  const own = files.find((file) => file.includes("ricevimenti-")) ?? "";
  const css = (await open(town, own)).text;
  const fonts = [...css.matchAll(/url\("([^"]+)"\)/g)].map(([, font]) => `/assets/${font}`);
  return [...files, ...fonts];
}

describe("the files of a page", () => {
  it("all exist, under addresses with their content's hash, to be kept for a year", async () => {
    const files = await filesOf(pathTo(town, await book(town), "join"));
    expect(files.map((file) => file.replace(/-[0-9a-f]{12}\./, ".")).sort()).toEqual([
      "/assets/bootstrap-italia.css",
      "/assets/countdown.js",
      "/assets/icon.svg",
      "/assets/lora-400.woff2",
      "/assets/ricevimenti.css",
      "/assets/roboto-mono-700.woff2",
      "/assets/titillium-web-400.woff2",
      "/assets/titillium-web-600.woff2",
      "/assets/titillium-web-700.woff2",
    ]);
    for (const file of files) {
      const { status, headers } = await raw(file);
      expect(status).toBe(200);
      expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      const again = await raw(file, { "if-none-match": String(headers.etag) });
      expect(again.status).toBe(304);
      expect(again.body).toHaveLength(0);
    }
  });

  it("come as small as the browser can unpack, with the same content", async () => {
    const css = (await filesOf("/")).find((file) => file.includes("bootstrap-italia")) ?? "";
    const plain = await raw(css);
    const brotli = await raw(css, { "accept-encoding": "gzip, deflate, br" });
    const gzip = await raw(css, { "accept-encoding": "gzip, br;q=0" });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(brotli.headers["content-encoding"]).toBe("br");
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(plain.headers.vary).toBe("Accept-Encoding");
    expect(plain.body.toString()).toContain("--bootstrap-italia-version");
  });

  it("do not exist under another hash or name", async () => {
    for (const path of [
      "/assets/bootstrap-italia-000000000000.css",
      "/assets/..%2Fpackage.json",
      "/assets/",
    ]) {
      expect((await raw(path)).status).toBe(404);
    }
  });

  it("are all our own: no page loads anything from elsewhere", async () => {
    for (const path of [
      "/",
      "/privacy",
      pathTo(town, await book(town, { start: Date.parse("2026-12-14T10:15+01:00") }), "join"),
    ]) {
      const { text } = await open(town, path);
      for (const [, address] of text.matchAll(
        /<(?:link rel="(?:icon|stylesheet)"|script|img|iframe)[^>]*(?:href|src)="([^"]+)"/g,
      )) {
        expect(address).toMatch(/^\/assets\//);
      }
    }
    for (const file of await filesOf("/")) {
      if (!file.endsWith(".css")) continue;
      expect((await open(town, file)).text).not.toMatch(/url\(["']?(https?:)?\/\/|@import|data:[\w/]*font/);
    }
  });
});

describe("the town's colour", () => {
  it("takes the place of the model's blue in every file, also where another process named the file", async () => {
    const green = await openTown({ municipality: { colour: "#006b3c" } });
    const { text } = await open(green, "/");
    const sheets = [...text.matchAll(/href="(\/assets\/[^"]+\.(?:css|svg))"/g)].map(([, file = ""]) => file);
    expect(sheets).toHaveLength(3);
    for (const sheet of sheets) {
      const answer = await open(green, sheet);
      expect(answer.status).toBe(200);
      expect(answer.text).not.toMatch(/#06c\b|hsl\(210, ?100%/i);
      expect(answer.text).toContain("hsl(154,100%,20.0%)");
    }
    await green.close();
  });
});

describe("the weight", () => {
  it.each([
    ["/", "br"],
    ["/", "gzip, deflate"],
    ["the countdown", "br"],
    ["the countdown", "gzip, deflate"],
  ])("of %s is under 150 KB at first and under 15 KB afterwards (%s)", async (name, encoding) => {
    const path = name === "/" ? name : pathTo(town, await book(town, { start: nextStart() }), "join");
    const accept = { "accept-encoding": encoding.includes("gzip") ? encoding : `gzip, deflate, ${encoding}` };
    const page = (await raw(path, accept)).body.length;
    let all = page;
    for (const file of await filesOf(path)) all += (await raw(file, accept)).body.length;
    expect(all).toBeLessThan(150 * 1024);
    expect(page).toBeLessThan(15 * 1024);
  });
});

let offset = 2;
function nextStart(): number {
  offset += 1;
  return Date.parse("2026-12-14T10:00+01:00") + offset * 15 * 60_000;
}
