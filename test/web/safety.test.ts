import { connect } from "node:net";
import { texts } from "@ricevimenti/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { book, bookNext, everyRow, OFFICE, open, openTown, pathTo, press, type Town, VIDEO } from "./town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

describe("the headers", () => {
  it("hold the browser to our own files, on every page", async () => {
    const booking = await bookNext(town);
    const paths = [
      "/",
      "/privacy",
      "/accessibilita",
      "/nothing",
      "/conferma/x",
      "/healthz",
      "/readyz",
      "/robots.txt",
    ];
    for (const purpose of ["confirm", "manage", "join", "calendar"] as const)
      paths.push(pathTo(town, booking, purpose));
    for (const path of paths) {
      const { headers } = await open(town, path);
      expect(headers.get("content-security-policy")).toBe(
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; " +
          `form-action 'self' ${VIDEO}; frame-ancestors 'none'; base-uri 'none'`,
      );
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("strict-transport-security")).toBeNull();
      expect(headers.get("set-cookie")).toBeNull();
    }
  });

  it("keep the pages of a booking out of caches and searches, also when the link is wrong", async () => {
    const booking = await bookNext(town);
    const manage = pathTo(town, booking, "manage");
    for (const path of [
      manage,
      `${manage}/annulla`,
      `${manage}/modifica`,
      pathTo(town, booking, "confirm"),
      pathTo(town, booking, "join"),
      pathTo(town, booking, "calendar"),
      "/conferma/x",
      "/prenotazione/x/y/z",
    ]) {
      const { headers } = await open(town, path);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-robots-tag")).toBe("noindex, nofollow");
    }
    expect((await open(town, "/")).headers.get("x-robots-tag")).toBeNull();
  });

  it("insist on https only where the public address has it", async () => {
    const safe = await openTown({ web: { publicUrl: "https://appuntamenti.example.org" } });
    expect((await open(safe, "/")).headers.get("strict-transport-security")).toBe("max-age=31536000");
    await safe.close();
  });
});

describe("a press", () => {
  it.each([
    ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["another site that hides itself", { "sec-fetch-site": "cross-site", origin: "null" }],
    ["another host of the same site", { "sec-fetch-site": "same-site", origin: "http://www.example.org" }],
    ["another site, by an old browser", { origin: "https://evil.example" }],
    ["a site whose name begins like ours", { origin: "http://appuntamenti.example.org.evil.example" }],
  ])("on %s does nothing", async (_, headers) => {
    const booking = await bookNext(town, { confirmed: false });
    const before = everyRow(town);
    for (const path of [pathTo(town, booking, "confirm"), `${pathTo(town, booking, "manage")}/annulla`]) {
      const answer = await press(town, path, {}, headers);
      expect(answer.status).toBe(403);
      expect(answer.text).toContain("Il pulsante è stato premuto in un altro sito");
    }
    expect(everyRow(town)).toEqual(before);
  });

  it.each([
    ["a browser of today", { "sec-fetch-site": "same-origin", origin: "null" }],
    ["an old browser, which our missing referrer makes anonymous", { origin: "null" }],
    ["an old browser under the public name", { origin: "http://appuntamenti.example.org" }],
    ["a program", {}],
  ])("of %s is taken", async (_, headers) => {
    const booking = await bookNext(town, { confirmed: false });
    expect((await press(town, pathTo(town, booking, "confirm"), {}, headers)).status).toBe(303);
  });

  it("is taken under any name of the same server, and a proxy is believed only when it is trusted", async () => {
    const forwarded = {
      origin: "https://www.example.org",
      "x-forwarded-host": "www.example.org",
      "x-forwarded-proto": "https",
    };
    const direct = await bookNext(town, { confirmed: false });
    expect((await press(town, pathTo(town, direct, "confirm"), {}, { origin: town.url })).status).toBe(303);
    const behind = await bookNext(town, { confirmed: false });
    expect((await press(town, pathTo(town, behind, "confirm"), {}, forwarded)).status).toBe(403);
    const trusting = await openTown({ web: { trustProxy: { hops: 1 } } });
    const booking = await book(trusting, { confirmed: false });
    expect((await press(trusting, pathTo(trusting, booking, "confirm"), {}, forwarded)).status).toBe(303);
    await trusting.close();
  });

  it("with more than 32 KB is cut off", async () => {
    const booking = await bookNext(town);
    const before = everyRow(town);
    const path = `${pathTo(town, booking, "manage")}/modifica`;
    const answer = await press(town, path, { orario: "x".repeat(33 * 1024) });
    expect(answer.status).toBe(413);
    expect(answer.text).toContain("Sono stati inviati troppi dati");
    const chunked = await fetch(town.url + path, {
      method: "POST",
      duplex: "half",
      headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
      body: new ReadableStream({
        start(controller) {
          for (let part = 0; part < 40; part += 1)
            controller.enqueue(new TextEncoder().encode("x".repeat(1024)));
          controller.close();
        },
      }),
    } as RequestInit);
    expect(chunked.status).toBe(413);
    await chunked.text();
    expect(everyRow(town)).toEqual(before);
  });
});

describe("what others wrote", () => {
  it("is shown as text, never as a page's own", async () => {
    const evil = '"><script>alert(1)</script>';
    const other = await openTown({
      offices: [{ ...OFFICE, name: `Uffici & co ${evil}`, unit: evil, place: evil, phone: evil }],
    });
    const booking = await book(other, { name: "Mario D'Onofrio", mode: "in_person" });
    for (const path of ["/", pathTo(other, booking, "manage"), pathTo(other, booking, "confirm")]) {
      const { text } = await open(other, path);
      expect(text).toContain("Uffici &amp; co &quot;&gt;&lt;script&gt;");
      expect(text).not.toContain("<script>");
    }
    expect((await open(other, pathTo(other, booking, "manage"))).text).toContain("Mario D&#39;Onofrio");
    await other.close();
  });
});

describe("the log", () => {
  it("has one line for each request, with the route's pattern and neither token nor person", async () => {
    const booking = await bookNext(town);
    const seen = town.log.length;
    const paths = [
      pathTo(town, booking, "manage"),
      pathTo(town, booking, "join"),
      pathTo(town, booking, "calendar"),
    ];
    for (const path of paths)
      await open(town, path, { "user-agent": "Citizen/1.0", "x-forwarded-for": "203.0.113.9" });
    await press(town, `${pathTo(town, booking, "manage")}/annulla`);
    const lines = town.log.slice(seen).filter(({ event }) => event === "web.request");
    expect(lines.map(({ event: _, level: __, ...fields }) => fields)).toEqual([
      { method: "GET", route: "/prenotazione/:token", status: 200, ms: 0 },
      { method: "GET", route: "/partecipa/:token", status: 200, ms: 0 },
      { method: "GET", route: "/calendario/:file{.+\\.ics}", status: 200, ms: 0 },
      { method: "POST", route: "/prenotazione/:token/annulla", status: 303, ms: 0 },
    ]);
    const everything = JSON.stringify(town.log);
    for (const path of paths) expect(everything).not.toContain(/-1-([\w-]{24})/.exec(path)?.[1]);
    for (const secret of ["Mario", "visitor", "203.0.113.9", "Citizen/1.0", "127.0.0.1"]) {
      expect(everything).not.toContain(secret);
    }
  });
});

describe("a slow client", () => {
  it.each([
    ["in the middle of the headers", "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: "],
    [
      "in the middle of a form",
      "POST PATH/modifica HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\nora",
    ],
  ])("that stops %s is cut off, while others are served", async (_, sent) => {
    const other = await openTown({ web: { requestTimeout: 300 } });
    const path = pathTo(other, await book(other), "manage");
    const before = everyRow(other);
    const socket = connect(Number(new URL(other.url).port), "127.0.0.1");
    socket.write(sent.replace("PATH", path));
    const received: Buffer[] = [];
    socket.on("data", (part) => received.push(part));
    const closed = new Promise<void>((done) => socket.once("close", () => done()));
    expect((await open(other, "/healthz")).status).toBe(200);
    await closed;
    expect(Buffer.concat(received).toString()).toMatch(/^HTTP\/1.1 408 /);
    expect(everyRow(other)).toEqual(before);
    await other.close();
  });
});

describe("an unexpected failure", () => {
  it("gives a page that says what to do and nothing of the cause, and a log line without the message", async () => {
    const other = await openTown();
    const path = pathTo(other, await book(other), "manage");
    await other.core.close();
    const { status, text, headers } = await open(other, path, { "accept-language": "it" });
    expect(status).toBe(500);
    expect(text).toContain(texts("web", "it")("fault-text"));
    expect(text).not.toMatch(/database|sqlite|Error|\.ts/i);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    const fault = other.log.find(({ event }) => event === "web.fault");
    expect(fault).toMatchObject({ level: "error", method: "GET", route: "/prenotazione/:token" });
    expect(Object.keys(fault ?? {}).sort()).toEqual(["at", "error", "event", "level", "method", "route"]);
    await other.close();
  });
});
