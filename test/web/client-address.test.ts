import type { TrustedProxies } from "@ricevimenti/core";
import { Hono } from "hono";
import { expect, it } from "vitest";
import { clientsOf, networkOf } from "../../packages/web-join/src/client-address.ts";

/** What is made of a request that arrives from `peer` with that `X-Forwarded-For`. */
async function seen(trust: TrustedProxies | null, peer: string, header?: string) {
  const clients = clientsOf(trust);
  const app = new Hono().get("/", (c) =>
    c.json([clients.addressOf(c), clients.comesByProxy(c), clients.comesByStranger(c)]),
  );
  const headers = header === undefined ? {} : { "x-forwarded-for": header };
  const incoming = { socket: { remoteAddress: peer, remotePort: 1, remoteFamily: "IPv4" } };
  const answer = await app.request("/", { headers }, { incoming });
  return (await answer.json()) as [string | null, boolean, boolean];
}

it.each([
  ["no header is believed without trust", null, "192.0.2.1", "198.51.100.7", "192.0.2.1"],
  ["one proxy", { hops: 1 }, "10.0.0.1", "198.51.100.7", "198.51.100.7"],
  [
    "what a visitor writes before the proxy",
    { hops: 1 },
    "10.0.0.1",
    "1.1.1.1, 198.51.100.7",
    "198.51.100.7",
  ],
  ["two proxies", { hops: 2 }, "10.0.0.1", "198.51.100.7, 10.0.0.2", "198.51.100.7"],
  ["a proxy that adds nothing", { hops: 1 }, "10.0.0.1", undefined, "10.0.0.1"],
  ["a named proxy", { networks: ["10.0.0.0/8"] }, "10.0.0.1", "198.51.100.7, 10.9.9.9", "198.51.100.7"],
  ["somebody who is no proxy", { networks: ["10.0.0.0/8"] }, "192.0.2.1", "198.51.100.7", "192.0.2.1"],
  ["a proxy that visits itself", { networks: ["10.0.0.0/8"] }, "10.0.0.1", "10.0.0.2", "10.0.0.2"],
  ["words instead of addresses", { hops: 1 }, "10.0.0.1", "unknown", "10.0.0.1"],
  ["ports and brackets", { hops: 1 }, "::ffff:10.0.0.1", "[2001:db8::7]:443", "2001:db8::7"],
  ["an IPv4 address in IPv6", null, "::ffff:192.0.2.1", undefined, "192.0.2.1"],
] as const)("the visitor's address: %s", async (_, trust, peer, header, address) => {
  expect((await seen(trust as TrustedProxies | null, peer, header))[0]).toBe(address);
});

it("what a proxy adds is believed from the ones that are trusted, and a stranger is noticed", async () => {
  expect(await seen({ networks: ["10.0.0.0/8"] }, "10.0.0.1", "1.1.1.1")).toEqual(["1.1.1.1", true, false]);
  expect(await seen({ networks: ["10.0.0.0/8"] }, "192.0.2.1", "1.1.1.1")).toEqual([
    "192.0.2.1",
    false,
    false,
  ]);
  expect(await seen(null, "127.0.0.1", "1.1.1.1")).toEqual(["127.0.0.1", false, true]);
  expect(await seen(null, "127.0.0.1")).toEqual(["127.0.0.1", false, false]);
});

it("one connection's IPv6 addresses are one", () => {
  expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
  expect(networkOf("2001:0db8:0001:2::1")).toBe("2001:db8:1:2");
  expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0");
  expect(networkOf("fe80::1%eth0")).toBe("fe80:0:0:0");
  expect(networkOf("::1")).toBe("0:0:0:0");
  expect(networkOf("192.0.2.1")).toBe("192.0.2.1");
});
