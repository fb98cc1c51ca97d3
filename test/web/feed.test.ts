import ICAL from "ical.js";
import { afterEach, expect, test } from "vitest";
import { accepted, confirmBooking, ENGINES } from "../support/town.ts";
import { OFFICE, openTown, type Town } from "./town.ts";

let town: Town;
afterEach(() => town.close());

const feedPath = async () => new URL(accepted(await town.core.feedLink(OFFICE.id)).url).pathname;
const get = async (path: string, headers: Record<string, string> = {}) => fetch(town.url + path, { headers });

test("an office's calendar is subscribed to: whole, current, and not sent again while nothing has changed", async () => {
  town = await openTown();
  const path = await feedPath();
  const empty = await get(path);
  expect(empty.status).toBe(200);
  expect(ICAL.parse(await empty.text())).toBeTruthy();
  const booking = await confirmBooking(town.core, "2026-12-14T10:00:00+01:00", { mode: "virtual" });
  const first = await get(path);
  expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(first.headers.get("cache-control")).toBe("private, no-cache");
  const calendar = new ICAL.Component(ICAL.parse(await first.text()));
  expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Tributo IMU");
  const event = calendar.getFirstSubcomponent("vevent");
  expect(event?.getFirstPropertyValue("uid")).toContain(booking.code);
  expect(event?.getFirstPropertyValue("summary")).toBe("Mario Rossi (VIRTUALE)");
  expect(event?.getFirstPropertyValue("description")).toContain("saldo IMU");

  const etag = first.headers.get("etag") ?? "";
  town.now += 60_000;
  const again = await get(path, { "If-None-Match": etag });
  expect({ status: again.status, body: await again.text() }).toEqual({ status: 304, body: "" });
  await town.core.cancel({ code: booking.code, actor: "citizen" });
  const changed = await get(path, { "If-None-Match": etag });
  expect(changed.status).toBe(200);
  expect(await changed.text()).not.toContain("VEVENT");
});

test.each(ENGINES)(
  "an address that was rotated away, guessed, or of an office that came back leads nowhere (%s)",
  async (engine) => {
    town = await openTown({ engine });
    const old = await feedPath();
    accepted(await town.core.renewFeed(OFFICE.id, "staff:test"));
    expect((await get(old)).status).toBe(404);
    const current = await feedPath();
    expect((await get(current)).status).toBe(200);
    const last = current.at(-5) === "A" ? "B" : "A";
    expect((await get(current.replace(/.\.ics$/, `${last}.ics`))).status).toBe(404);
    expect((await get("/agenda/tributi-imu.1.AAAAAAAAAAAAAAAAAAAAAAAA.ics")).status).toBe(404);
    await town.core.importTimetable({ offices: [] }, { prune: true, actor: "staff:test" });
    expect((await get(current)).status).toBe(404);
    town.now += 60_000;
    await town.core.importTimetable({ offices: [OFFICE] }, { actor: "staff:test" });
    expect((await get(current)).status).toBe(404);
    expect((await get(await feedPath())).status).toBe(200);
    expect(JSON.stringify(town.log)).not.toContain(current.slice(8, -4));
  },
);
