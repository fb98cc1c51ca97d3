import { validate as validateDocument } from "@apidevtools/swagger-parser";
import { initialise, openCore } from "@ricevimenti/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inProcess } from "../cli/in-process.ts";
import { ENGINES } from "../support/town.ts";
import { HOUR, MINUTE, NOW, OFFICE, open, openTown, START, type Town } from "./town.ts";

const SLOTS = "/api/v1/offices/tributi-imu/slots";
const read = async (town: Pick<Town, "url">, path: string, headers: Record<string, string> = {}) => {
  const answer = await open(town, path, headers);
  return { ...answer, json: answer.text === "" ? null : JSON.parse(answer.text) };
};

describe.each(ENGINES)("on %s", (engine) => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ engine, offices: [OFFICE, { id: "vuoto", name: "Ufficio vuoto" }] });
  });
  afterAll(() => town.close());

  it("programs read what the command line prints", async () => {
    const clock = { now: () => town.now };
    const opener = {
      openCore: (options: Parameters<typeof openCore>[0]) => openCore({ ...options, overrides: { clock } }),
      initialise,
    };
    const command = inProcess({ env: town.env, cwd: town.folder }, opener);
    const typed = async (...args: string[]) => JSON.parse((await command(...args, "--json")).stdout);
    expect((await read(town, "/api/v1/offices")).json).toEqual(await typed("office", "list"));
    const all = await typed("slots", "tributi-imu");
    expect(all.length).toBeGreaterThan(100);
    expect(all[0]).toEqual({
      office: "tributi-imu",
      start: "2026-12-14T10:00:00+01:00",
      end: "2026-12-14T10:15:00+01:00",
      minutes: 15,
      modes: ["in_person", "virtual"],
      free: 1,
    });
    expect((await read(town, SLOTS)).json).toEqual(all);
    const narrow = ["--from", "2026-12-16", "--to", "2026-12-16", "--mode", "virtual", "--service", "imu"];
    const found = await read(town, `${SLOTS}?from=2026-12-16&to=2026-12-16&mode=virtual&service=imu`);
    expect(found.json).toHaveLength(8);
    expect(found.json).toEqual(await typed("slots", "tributi-imu", ...narrow));
    const offset = await read(town, `${SLOTS}?from=2026-12-14T10:30:00%2B01:00&to=2026-12-14T11:00`);
    expect(offset.json.map(({ start }: { start: string }) => start.slice(11, 16))).toEqual([
      "10:30",
      "10:45",
    ]);
  });

  it("an answer holds until something changes, here or in another process, or time goes by", async () => {
    town.now = NOW;
    const first = await read(town, SLOTS);
    expect(first.headers.get("cache-control")).toBe("no-cache");
    const tag = first.headers.get("etag") ?? "";
    expect(tag).not.toBe("");
    const again = await read(town, SLOTS, { "if-none-match": tag });
    expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", tag]);
    expect((await read(town, SLOTS, { "if-none-match": '"other"' })).status).toBe(200);

    const other = await town.neighbour();
    const asked = { office: "tributi-imu", mode: "virtual", holder: "web:somebody", locale: "it" } as const;
    await other.core.hold({ ...asked, start: START });
    const held = await read(town, SLOTS, { "if-none-match": tag });
    expect(held.status).toBe(200);
    expect(held.json[0].start).toBe("2026-12-14T10:15:00+01:00");
    expect((await read(other, SLOTS, { "if-none-match": held.headers.get("etag") ?? "" })).status).toBe(304);

    // The hold lapses by the clock alone: nobody writes anything.
    town.now = NOW + 11 * MINUTE;
    expect((await read(town, SLOTS, { "if-none-match": tag })).status).toBe(304);
    town.now = START + HOUR;
    expect((await read(town, SLOTS)).json[0].start).toBe("2026-12-14T11:00:00+01:00");
    town.now = NOW;
  });
});

describe("the interface for programs", () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ offices: [OFFICE] });
  });
  afterAll(() => town.close());

  it("is described by a valid OpenAPI document, which every answer keeps to", async () => {
    const { json: document, headers } = await read(town, "/api/v1/openapi.json");
    expect(headers.get("cache-control")).toBe("public, max-age=3600");
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.servers).toEqual([{ url: "http://appuntamenti.example.org/api/v1" }]);
    await validateDocument(structuredClone(document));

    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema(document, "openapi");
    const check = async (path: string, template: string, status: number) => {
      const answer = await read(town, path);
      expect([path, answer.status]).toEqual([path, status]);
      const responses = document.paths[template].get.responses;
      const response = responses[status].$ref
        ? document.components.responses[responses[status].$ref.split("/").at(-1)]
        : responses[status];
      const { schema } = response.content[answer.headers.get("content-type") ?? ""];
      const valid = ajv.validate(
        JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')),
        answer.json,
      );
      expect([path, valid, ajv.errors]).toEqual([path, true, null]);
    };
    await check("/api/v1/offices", "/offices", 200);
    await check(SLOTS, "/offices/{office}/slots", 200);
    await check(`${SLOTS}?mode=x`, "/offices/{office}/slots", 400);
    await check("/api/v1/offices/nessuno/slots", "/offices/{office}/slots", 404);
    expect(Object.keys(document.paths)).toEqual(["/offices", "/offices/{office}/slots"]);
  });

  it.each([
    ["/api/v1/offices/nessuno/slots", 404, "office_unknown"],
    ["/api/v1/offices/nessuno/slots?from=2026-12-14", 404, "office_unknown"],
    [`${SLOTS}?service=altro`, 404, "service_unknown"],
    [`${SLOTS}?mode=telefono`, 400, "parameter_invalid"],
    [`${SLOTS}?from=domani`, 400, "parameter_invalid"],
    [`${SLOTS}?to=2026-02-30`, 400, "parameter_invalid"],
    [`${SLOTS}?from=2026-12-15&to=2026-12-14`, 400, "parameter_invalid"],
    ["/api/v1/altro", 404, "not_found"],
    ["/api/v1", 404, "not_found"],
  ])("says what is wrong with %s", async (path, status, code) => {
    const { json, headers, ...answer } = await read(town, path);
    expect(answer.status).toBe(status);
    expect(json).toMatchObject({ status, code, title: expect.stringMatching(/^[^\n<>]+\.$/) });
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("access-control-allow-origin")).toBe("*");
  });

  it("can be read by any site's pages and written by none", async () => {
    const { headers } = await read(town, SLOTS, { origin: "https://www.example.net" });
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-expose-headers")).toBe("ETag");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("set-cookie")).toBeNull();
    const asked = await open(town, SLOTS, { origin: "https://www.example.net" }, "OPTIONS");
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-methods")).toBe("GET, HEAD, OPTIONS");
    expect(asked.headers.get("access-control-allow-headers")).toBe("If-None-Match");
    for (const method of ["POST", "PUT", "DELETE"]) {
      const written = await open(town, SLOTS, {}, method);
      expect([written.status, written.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
      expect(JSON.parse(written.text).code).toBe("method_not_allowed");
    }
    const head = await open(town, SLOTS, {}, "HEAD");
    expect([head.status, head.text]).toEqual([200, ""]);
  });

  it("is compressed for whoever understands that, and says the same", async () => {
    const plain = await read(town, SLOTS, { "accept-encoding": "identity" });
    for (const encoding of ["gzip", "br"]) {
      const packed = await read(town, SLOTS, { "accept-encoding": encoding });
      expect(packed.headers.get("content-encoding")).toBe(encoding);
      expect(packed.headers.get("vary")).toContain("Accept-Encoding");
      expect(packed.json).toEqual(plain.json);
    }
  });

  it("answers under the folder of the public address, whether or not a proxy takes it off", async () => {
    const other = await openTown({ web: { publicUrl: "https://www.example.org/appuntamenti" } });
    for (const folder of ["", "/appuntamenti"]) {
      const { status, headers } = await read(other, `${folder}/api/v1/offices`);
      expect([status, headers.get("strict-transport-security")]).toEqual([200, "max-age=31536000"]);
    }
    await other.close();
  });

  it("tells a fault without its cause", async () => {
    const other = await openTown();
    await other.core.close();
    const { status, json } = await read(other, SLOTS);
    expect([status, json.code]).toEqual([500, "fault"]);
    expect(JSON.stringify(json)).not.toMatch(/sqlite|database/i);
    await other.close();
  });
});

describe("the list of offices", () => {
  it("is made anew when something has changed, in the visitor's own language", async () => {
    const town = await openTown();
    const italian = await open(town, "/", { "accept-language": "it" });
    expect((await open(town, "/", { "accept-language": "en" })).text).not.toBe(italian.text);
    const tag = italian.headers.get("etag") ?? "";
    const again = await open(town, "/", { "accept-language": "it", "if-none-match": tag });
    expect([again.status, again.headers.get("content-security-policy")]).toEqual([304, expect.any(String)]);
    await town.core.importTimetable(
      { offices: [{ ...OFFICE, name: "Tributo nuovo" }] },
      { actor: "staff:test" },
    );
    const after = await open(town, "/", { "accept-language": "it", "if-none-match": tag });
    expect([after.status, after.text.includes("Tributo nuovo")]).toEqual([200, true]);
    await town.close();
  });
});
