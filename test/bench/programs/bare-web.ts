/** Bare Hono routes that answer with bytes given: `bare-web.ts FILE`, a JSON file of paths and bodies. */
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";

const bodies = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Record<
  string,
  { type: string; body: string }
>;
const app = new Hono();
for (const [path, { type, body }] of Object.entries(bodies)) {
  app.get(path, (c) => c.body(body, 200, { "Content-Type": type }));
}
const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, "127.0.0.1", () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.once("SIGTERM", () => process.exit(0));
