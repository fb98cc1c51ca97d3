import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { DatabasePark } from "./postgres-park.ts";
import { startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the tests of this run ask for their PostgreSQL databases. */
    readonly postgres: string;
  }
}

/** One PostgreSQL server for the whole run, started when the first test asks for it and gone when the run ends. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let parked: Promise<DatabasePark> | undefined;
  const desk = createServer(async ({ method, url = "" }, response) => {
    try {
      parked ??= startPostgres().then((server) => new DatabasePark(server));
      const park = await parked;
      const name = url.slice(1);
      if (method === "DELETE") await park.giveBack(name);
      response.end(method === "POST" ? await park.take(name === "bare") : "");
    } catch (cause) {
      response.writeHead(503).end(String(cause));
    }
  }).listen(0, "127.0.0.1");
  await once(desk, "listening");
  project.provide("postgres", `http://127.0.0.1:${(desk.address() as AddressInfo).port}`);
  return async () => {
    desk.close();
    const park = await parked?.catch(() => undefined);
    await park?.close();
  };
}
