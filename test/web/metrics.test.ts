import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENGINES, requestBooking } from "../support/town.ts";
import { book, HOUR, MINUTE, NOW, open, openTown, START, type Town } from "./town.ts";

const LOCAL = ["127.0.0.0/8", "::1"];
/** The value of a sample, by its name and labels as they are written. */
function sampleOf(text: string, sample: string): number | undefined {
  const line = text.split("\n").find((one) => one.startsWith(`${sample} `));
  return line === undefined ? undefined : Number(line.slice(sample.length));
}

describe.each(ENGINES)("the measures on %s", (engine) => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ engine, web: { metrics: LOCAL } });
  });
  afterAll(() => town.close());

  it("count bookings as the clock has them, messages and requests, and name nobody", async () => {
    await book(town, { start: START, confirmed: true });
    await requestBooking(town.core, new Date(START + 15 * MINUTE).toISOString());
    const held = { office: "tributi-imu", mode: "virtual", locale: "it", holder: "web:somebody" } as const;
    await town.core.hold({ ...held, start: START + HOUR });
    await open(town, "/conferma/nessuno");
    const { status, headers, text } = await open(town, "/metrics");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(headers.get("cache-control")).toBe("no-store");
    const bookings = (state: string) =>
      sampleOf(text, `ricevimenti_bookings{office="tributi-imu",state="${state}"}`);
    expect(["held", "pending", "confirmed", "expired"].map(bookings)).toEqual([1, 1, 1, undefined]);
    const due = sampleOf(text, 'ricevimenti_outbox_due{channel="mail"}') ?? 0;
    expect(due).toBeGreaterThan(0);
    expect(sampleOf(text, 'ricevimenti_outbox_waiting{channel="mail"}')).toBeGreaterThanOrEqual(due);
    expect(sampleOf(text, 'ricevimenti_outbox_oldest_seconds{channel="mail"}')).toBe(0);
    expect(sampleOf(text, "ricevimenti_outbox_failed")).toBe(0);
    expect(sampleOf(text, 'ricevimenti_info{version="0.0.0"}')).toBe(1);
    expect(
      sampleOf(
        text,
        'ricevimenti_http_request_seconds_count{method="GET",route="/conferma/:token",status="404"}',
      ),
    ).toBe(1);
    expect(sampleOf(text, "process_resident_memory_bytes")).toBeGreaterThan(1e7);
    expect(text).not.toMatch(/Mario|Rossi|visitor|somebody|nessuno|@/i);

    // By the clock alone: nobody has written anything since.
    town.now = NOW + 11 * MINUTE;
    const later = (await open(town, "/metrics")).text;
    expect(sampleOf(later, 'ricevimenti_bookings{office="tributi-imu",state="expired"}')).toBe(1);
    expect(sampleOf(later, 'ricevimenti_bookings{office="tributi-imu",state="held"}')).toBeUndefined();
    expect(sampleOf(later, 'ricevimenti_outbox_oldest_seconds{channel="mail"}')).toBe(660);
    await town.core.tick();
    const delivered = (await open(town, "/metrics")).text;
    expect(sampleOf(delivered, 'ricevimenti_outbox_due{channel="mail"}')).toBe(0);
    expect(sampleOf(delivered, 'ricevimenti_outbox_oldest_seconds{channel="mail"}')).toBe(0);
  });
});

describe("who may read the measures", () => {
  it.each([
    ["this machine, where it may", { metrics: LOCAL }, {}, 200],
    ["what a stranger passes on", { metrics: LOCAL }, { "x-forwarded-for": "127.0.0.1" }, 404],
    ["this machine, where others may", { metrics: ["192.0.2.0/24"] }, {}, 404],
    [
      "whom a trusted proxy names",
      { metrics: ["192.0.2.0/24"], trustProxy: { hops: 1 } },
      { "x-forwarded-for": "192.0.2.9" },
      200,
    ],
    [
      "a visitor of the proxy on this machine",
      { metrics: LOCAL, trustProxy: { hops: 1 } },
      { "x-forwarded-for": "198.51.100.7" },
      404,
    ],
    ["everybody, where all may", { metrics: "all" }, { "x-forwarded-for": "198.51.100.7" }, 200],
    ["nobody, where it is off", { metrics: "off" }, {}, 404],
    ["nobody, where nothing is said", {}, {}, 404],
  ] as const)("%s", async (_, web, headers, status) => {
    const town = await openTown({ web: web as NonNullable<Parameters<typeof openTown>[0]>["web"] & object });
    expect((await open(town, "/metrics", headers as Record<string, string>)).status).toBe(status);
    await town.close();
  });
});
