import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Core, Random } from "@ricevimenti/core";
import { createApp } from "./app.ts";
import { loadAssets } from "./assets.ts";
import type { ListenOptions } from "./options.ts";

/** Milliseconds a client may take to send a request: a phone with a bad line manages, a slow attacker is cut off. */
const REQUEST_TIMEOUT = 15_000;
/** Milliseconds a connection may be silent, also while we answer. */
const IDLE_TIMEOUT = 30_000;
/** Milliseconds that answers under way are given when the server closes. */
const CLOSING_GRACE = 5_000;

/** Where the caller brings no randomness of its own. */
const systemRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** A server that listens. */
export interface RunningWeb {
  /** Where it listens, with the port it got. */
  readonly url: string;
  /** Takes no new request, finishes those under way. */
  close(): Promise<void>;
}

/** Serves the citizens' pages. Rejects when the address is taken. */
export async function startWeb(core: Core, options: ListenOptions): Promise<RunningWeb> {
  const requestTimeout = options.requestTimeout ?? REQUEST_TIMEOUT;
  const server = createAdaptorServer({
    fetch: createApp(core, { random: systemRandom, ...options }).fetch,
    serverOptions: {
      requestTimeout,
      headersTimeout: requestTimeout,
      connectionsCheckingInterval: Math.ceil(requestTimeout / 3),
    },
  }) as Server;
  server.setTimeout(IDLE_TIMEOUT);
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(options.port, options.host, () => {
      server.off("error", failed);
      listening();
    });
  });
  // Failing to compress would fail again, and be told, when the file is asked for.
  core
    .municipality()
    .then(({ colour }) => loadAssets(colour).warm())
    .catch(() => {});
  const { address, family, port } = server.address() as AddressInfo;
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${port}`,
    close: () => closed(server),
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((done, failed) => {
    const cut = setTimeout(() => server.closeAllConnections(), CLOSING_GRACE);
    cut.unref();
    server.close((error) => {
      clearTimeout(cut);
      if (error) failed(error);
      else done();
    });
    server.closeIdleConnections();
  });
}
