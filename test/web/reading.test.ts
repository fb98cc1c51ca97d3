import type { Booking } from "@ricevimenti/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { book, everyRow, HOUR, MINUTE, NOW, open, openTown, pathTo, START, type Town } from "./town.ts";

let town: Town;
let bookings: readonly Booking[];
beforeAll(async () => {
  town = await openTown();
  const pending = await book(town, { confirmed: false });
  const confirmed = await book(town, { start: START + 15 * MINUTE });
  const inPerson = await book(town, { start: START + 30 * MINUTE, mode: "in_person" });
  const cancelled = await book(town, { start: START + 45 * MINUTE });
  const after = await town.core.cancel({ code: cancelled.code, actor: "citizen" });
  if (!after.ok) throw new Error(after.refusal.code);
  bookings = [pending, confirmed, inPerson, cancelled, after.booking];
});
afterAll(() => town.close());

/** Every address of the pages, with everything they link to themselves, and how it answers; in two of the languages. */
async function everyAddress(): Promise<ReadonlyMap<string, number>> {
  const waiting = [
    "/",
    "/privacy",
    "/accessibilita",
    "/robots.txt",
    "/healthz",
    "/readyz",
    "/conferma/x",
    "/nothing",
    "/api/v1/offices",
    "/api/v1/offices/tributi-imu/slots",
    "/api/v1/openapi.json",
    "/metrics",
  ];
  for (const booking of bookings) {
    for (const purpose of ["confirm", "manage", "join", "calendar"] as const)
      waiting.push(pathTo(town, booking, purpose));
  }
  const known = new Map<string, number>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (known.has(path) || /[?&]lang=(?!it|en)/.test(path)) continue;
    const { text, status } = await open(town, path);
    known.set(path, status);
    for (const [, link = ""] of text.matchAll(/(?:href|src|action)="(\/[^"#]*)/g)) {
      waiting.push(link.replaceAll("&amp;", "&"));
    }
  }
  return known;
}

describe("opening a link, as mail scanners do", () => {
  it.each([
    ["long before", NOW],
    ["while the room is open", START],
    ["when all is over", START + 24 * HOUR],
  ])("changes nothing in the database, by GET or HEAD, %s", async (_, now) => {
    town.now = now;
    const before = everyRow(town);
    const addresses = await everyAddress();
    expect(addresses.size).toBeGreaterThan(25);
    for (const [path, status] of addresses) {
      const head = await open(town, path, {}, "HEAD");
      expect(`${path} ${head.status}`).toBe(`${path} ${status}`);
      expect(status).toBeLessThan(500);
      expect(head.text).toBe("");
    }
    expect(everyRow(town)).toEqual(before);
  });

  it("runs no script that could press a button", async () => {
    town.now = NOW;
    let scripts = 0;
    for (const path of (await everyAddress()).keys()) {
      const { text, headers } = await open(town, path);
      if (headers.get("content-type")?.startsWith("text/javascript")) {
        scripts += 1;
        expect(text).not.toMatch(
          /submit|click|fetch|XMLHttpRequest|sendBeacon|location\.(href|assign|replace)/,
        );
      }
      if (!headers.get("content-type")?.startsWith("text/html")) continue;
      expect(text).not.toMatch(/\son\w+\s*=|javascript:|<style|style="/i);
      for (const [, attributes] of text.matchAll(/<script([^>]*)>/g)) {
        expect(attributes).toMatch(/^ type="module" src="\/assets\/countdown-\w+\.js"$/);
      }
    }
    expect(scripts).toBe(1);
  });
});
