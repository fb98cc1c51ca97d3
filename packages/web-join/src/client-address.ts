import { BlockList, isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { TrustedProxies } from "@ricevimenti/core";
import type { Context } from "hono";

/** Addresses and networks that something holds for. */
export interface Networks {
  has(address: string): boolean;
}

/** @param list addresses and networks as {@link Config} has checked them */
export function networks(list: readonly string[]): Networks {
  const known = new BlockList();
  for (const text of list) {
    const [address = "", bits] = text.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) known.addAddress(address, family);
    else known.addSubnet(address, Number(bits), family);
  }
  return { has: (address) => known.check(address, isIP(address) === 6 ? "ipv6" : "ipv4") };
}

/** Tells visitors from the proxies they come through. */
export interface Clients {
  /** The visitor's own address, as far as it is known: null where the connection does not tell. */
  addressOf(c: Context): string | null;
  /** Whether what the nearest proxy adds to a request is believed. */
  comesByProxy(c: Context): boolean;
  /** Somebody we were not told of passes requests on: then one address may stand for many people. */
  comesByStranger(c: Context): boolean;
}

/** Headers by which a proxy shows itself. */
const MARKS = ["x-forwarded-for", "forwarded", "via", "x-real-ip"];

/** Without trust the visitor is whoever the connection comes from, whatever a header says. */
export function clientsOf(trust: TrustedProxies | null): Clients {
  const known = trust && "networks" in trust ? networks(trust.networks) : null;
  const isProxy = (address: string) => known?.has(address) ?? false;
  return {
    addressOf(c) {
      const peer = peerOf(c);
      if (peer === null || trust === null) return peer;
      const chain = [...forwarded(c), peer];
      if ("hops" in trust) return chain.at(-1 - Math.min(trust.hops, chain.length - 1)) ?? peer;
      return chain.findLast((address, index) => index === 0 || !isProxy(address)) ?? peer;
    },
    comesByProxy(c) {
      const peer = peerOf(c);
      return trust !== null && ("hops" in trust || (peer !== null && isProxy(peer)));
    },
    comesByStranger: (c) => trust === null && MARKS.some((mark) => c.req.header(mark) !== undefined),
  };
}

/** Who the connection comes from; null where there is none (a test, another server). */
function peerOf(c: Context): string | null {
  try {
    const { address } = getConnInfo(c).remote;
    return address === undefined ? null : plain(address);
  } catch {
    return null;
  }
}

/** The addresses a request has come through, the visitor's first; from the last on that is none, nothing is believed. */
function forwarded(c: Context): readonly string[] {
  const addresses = (c.req.header("x-forwarded-for") ?? "").split(",").map((part) => plain(part.trim()));
  return addresses.slice(addresses.findLastIndex((address) => isIP(address) === 0) + 1);
}

/** `::ffff:192.0.2.1`, `192.0.2.1:5000` and `[2001:db8::1]:5000` without their trimmings. */
function plain(text: string): string {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  return /^::ffff:([\d.]+)$/i.exec(bare)?.[1] ?? bare;
}

const OURSELVES = networks(["127.0.0.0/8", "::1"]);
const PRIVATE = networks(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"]);

export function isThisMachine(address: string): boolean {
  return OURSELVES.has(address);
}

/** In a network of its own, whose addresses nobody outside has. */
export function isPrivate(address: string): boolean {
  return PRIVATE.has(address);
}

/** What one connection to the internet has to itself: an IPv4 address, or the 64 bits of an IPv6 network. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const groups = head === "" ? [] : head.split(":");
  const rest = tail === undefined || tail === "" ? [] : tail.split(":");
  const all =
    tail === undefined ? groups : [...groups, ...Array(8 - groups.length - rest.length).fill("0"), ...rest];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
