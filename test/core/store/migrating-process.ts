/** One of several processes that start together on one database: `node migrating-process.ts ENGINE WHERE`. */
import { once } from "node:events";
import { openPostgres } from "../../../packages/core/src/adapters/sql/postgres.ts";
import { openSqlite } from "../../../packages/core/src/adapters/sql/sqlite.ts";
import { makeSqliteFile } from "../../../packages/core/src/adapters/sql/sqlite-new-file.ts";

const [kind, where = ""] = process.argv.slice(2);
const options = { create: true, jitter: Math.random };
process.send?.("ready");
await once(process, "message");
if (kind === "sqlite") makeSqliteFile(where);
const engine =
  kind === "postgres"
    ? openPostgres({ ...options, url: where, poolSize: 2, statementTimeout: 15_000 })
    : openSqlite({ ...options, file: where });
await engine.migrate();
await engine.close();
process.disconnect();
