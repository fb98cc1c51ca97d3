import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { MailCourier } from "./adapters/mail/mail-courier.ts";
import { readSecretFile, secretFileOf } from "./adapters/secret-file.ts";
import type { Engine } from "./adapters/sql/connection.ts";
import { sqlStore } from "./adapters/sql/store.ts";
import { type Config, ConfigError, SECRET_MIN_BYTES } from "./config.ts";
import type { Core } from "./core.ts";
import { createCore } from "./create-core.ts";
import type { Municipality } from "./domain/municipality.ts";
import { deriveWith } from "./domain/token.ts";
import { type ConfigSource, loadConfig } from "./load-config.ts";
import { jsonLog } from "./log.ts";
import { type Clock, DatabaseError, type Log, type Random, type RoomSigner } from "./ports.ts";
import { PlanCache } from "./use-cases/town.ts";

export interface OpenOptions extends ConfigSource {
  /** Where log lines go. */
  readonly stderr?: (line: string) => void;
  readonly overrides?: { readonly clock?: Clock; readonly random?: Random; readonly log?: Log };
}

/**
 * Opens the system on a database that `initialise` has made; tables of an older version are brought up to date.
 * Throws {@link ConfigError}, and {@link DatabaseError} with `not_initialised`, `newer_version`, `unreachable`.
 */
export async function openCore(options: OpenOptions): Promise<Core> {
  const config = loadConfig(options);
  const { cwd } = options;
  const world = worldOf(options, config);
  // The database first: where there is none yet, that is the news, and the missing secret only follows from it.
  const engine = await openEngine(config, cwd, world, { create: false });
  try {
    return createCore(
      {
        ...world,
        store: sqlStore(engine),
        derive: deriveWith(secretOf(config, cwd)),
        rooms: lazyRooms(config, cwd),
        plans: new PlanCache(),
        publicUrl: config.publicUrl,
      },
      { mail: lazyMail(config, cwd), config, cwd },
    );
  } catch (cause) {
    await engine.close();
    throw cause;
  }
}

/** The town as it is kept, also while its secret is missing; null where there is none yet. Makes nothing. */
export async function readTown(options: OpenOptions): Promise<Municipality | null> {
  const config = loadConfig(options);
  try {
    const engine = await openEngine(config, options.cwd, worldOf(options, config), { create: false });
    try {
      return (await sqlStore(engine).read.municipality.get())?.definition ?? null;
    } finally {
      await engine.close();
    }
  } catch (cause) {
    if (cause instanceof DatabaseError && cause.code === "not_initialised") return null;
    throw cause;
  }
}

export function isLongEnough(secret: string | null): secret is string {
  return secret !== null && Buffer.byteLength(secret) >= SECRET_MIN_BYTES;
}

export function secretProblem(file: string): ConfigError {
  const problem = existsSync(file) ? "secret_broken" : "secret_lost";
  return new ConfigError([
    { variable: "APP_SECRET", problem, expected: `at least ${SECRET_MIN_BYTES} bytes in ${file}`, file },
  ]);
}

/** What comes in from outside besides the configuration. */
export interface World {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** The one place where the real clock and the real randomness come in (invariant 9). */
export function worldOf({ overrides = {}, stderr = () => {} }: OpenOptions, config: Config): World {
  const clock = overrides.clock ?? { now: () => Date.now() };
  const random =
    overrides.random ?? ((length) => process.getBuiltinModule("node:crypto").randomBytes(length));
  return { clock, random, log: overrides.log ?? jsonLog(config.logLevel, clock, stderr) };
}

/** The database with its tables brought up to date. */
export async function openEngine(
  config: Config,
  cwd: string,
  world: World,
  { create }: { create: boolean },
): Promise<Engine> {
  const engine = await engineOf(config, cwd, world, { create });
  try {
    await engine.migrate();
    return engine;
  } catch (cause) {
    await engine.close();
    throw cause;
  }
}

/** The database as it is, its tables perhaps of an older version. */
export async function engineOf(
  { database }: Pick<Config, "database">,
  cwd: string,
  { random }: World,
  { create }: { create: boolean },
): Promise<Engine> {
  const jitter = () => (random(1)[0] ?? 0) / 256;
  if (database.engine === "postgres") {
    const { openPostgres } = await import("./adapters/sql/postgres.ts");
    return openPostgres({ ...database, create, jitter });
  }
  const { openSqlite } = await import("./adapters/sql/sqlite.ts");
  const file = resolve(cwd, database.file);
  if (create) {
    const { makeSqliteFile } = await import("./adapters/sql/sqlite-new-file.ts");
    makeSqliteFile(file);
  }
  return openSqlite({ file, create, jitter });
}

/** The secret all links are derived from. Throws {@link ConfigError} when there is none, or too short a one. */
export function secretOf(config: Config, cwd: string): string {
  if (config.secret !== null || config.database.engine !== "sqlite") return config.secret ?? "";
  const file = secretFileOf(resolve(cwd, config.database.file));
  const secret = readSecretFile(file);
  if (isLongEnough(secret)) return secret;
  throw secretProblem(file);
}

/** Signing and mailing are loaded when first used: most commands need neither. */
function lazyRooms(config: Config, cwd: string): RoomSigner {
  let signer: Promise<RoomSigner> | null = null;
  return {
    sign: async (pass) => {
      signer ??= import("./adapters/video/jitsi-rooms.ts").then(({ openRooms }) =>
        openRooms(config.jitsi, cwd),
      );
      return (await signer).sign(pass);
    },
  };
}

function lazyMail(config: Config, cwd: string): MailCourier {
  let courier: Promise<MailCourier> | null = null;
  const open = () => {
    courier ??= import("./adapters/mail/mail-courier.ts").then(({ openMailCourier }) =>
      openMailCourier(config, cwd),
    );
    return courier;
  };
  return {
    channel: "mail",
    deliver: async (notice) => (await open()).deliver(notice),
    deliverWaiting: async (notice) => (await open()).deliverWaiting(notice),
    deliverDigest: async (notice) => (await open()).deliverDigest(notice),
    verify: async () => (await open()).verify(),
    close: async () => (await courier)?.close(),
  };
}
