import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { MailCourier } from "./adapters/mail/mail-courier.ts";
import { makeSecretFile, readSecretFile, secretFileOf } from "./adapters/secret-file.ts";
import type { Engine } from "./adapters/sql/connection.ts";
import { sqlStore } from "./adapters/sql/store.ts";
import {
  type Config,
  ConfigError,
  type Environment,
  mergeEnv,
  readConfig,
  SECRET_MIN_BYTES,
} from "./config.ts";
import type { Core } from "./core.ts";
import { createCore } from "./create-core.ts";
import type { Municipality } from "./domain/municipality.ts";
import { deriveWith } from "./domain/token.ts";
import { jsonLog } from "./log.ts";
import type { Clock, DatabaseError, Log, Random, RoomSigner } from "./ports.ts";
import { PlanCache } from "./use-cases/town.ts";

export interface OpenOptions {
  readonly env: Environment;
  /** What relative paths start from, and where `.env` is looked for. */
  readonly cwd: string;
  /** Where log lines go. */
  readonly stderr?: (line: string) => void;
  readonly overrides?: { readonly clock?: Clock; readonly random?: Random; readonly log?: Log };
}

/** Environment and `.env` read and checked. Throws {@link ConfigError} with every problem. */
export function loadConfig({ env, cwd }: Pick<OpenOptions, "env" | "cwd">): Config {
  const dotEnv = resolve(cwd, ".env");
  return readConfig(mergeEnv(env, existsSync(dotEnv) ? readFileSync(dotEnv, "utf8") : null));
}

/**
 * Opens the system on a database that {@link initialise} has made; tables of an older version are brought up to date.
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
      { mail: lazyMail(config, cwd), config },
    );
  } catch (cause) {
    await engine.close();
    throw cause;
  }
}

/** What {@link initialise} found and did. */
export interface Initialised {
  readonly database: "created" | "kept";
  readonly municipality: "added" | "changed" | "kept";
  readonly secret: "created" | "kept" | "environment";
}

/**
 * Creates or migrates the database, makes the secret when the environment holds none, and writes the municipality
 * down when one is given. Running it again changes nothing.
 */
export async function initialise(
  options: OpenOptions & { readonly municipality?: Municipality },
): Promise<Initialised> {
  const config = loadConfig(options);
  const { cwd, municipality } = options;
  const world = worldOf(options, config);
  const file = config.database.engine === "sqlite" ? resolve(cwd, config.database.file) : null;
  const isNew = file !== null && !existsSync(file);
  if (file !== null) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const hadSecret = file !== null && readSecretFile(secretFileOf(file)) !== null;
  if (config.secret === null && file !== null) makeSecretFile(secretFileOf(file), world.random);

  const engine = await openEngine(config, cwd, world, { create: true });
  const store = sqlStore(engine);
  try {
    const before = await store.read.municipality.get();
    const same =
      before && (!municipality || JSON.stringify(before.definition) === JSON.stringify(municipality));
    if (municipality && !same) await store.write((records) => records.municipality.set(municipality));
    return {
      database: isNew || before === null ? "created" : "kept",
      municipality: same || !municipality ? "kept" : before ? "changed" : "added",
      secret: config.secret !== null ? "environment" : hadSecret ? "kept" : "created",
    };
  } finally {
    await store.close();
  }
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
  const random = overrides.random ?? ((length) => randomBytes(length));
  return { clock, random, log: overrides.log ?? jsonLog(config.logLevel, clock, stderr) };
}

async function openEngine(
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
  return openSqlite({ file: resolve(cwd, database.file), create, jitter });
}

/** The secret all links are derived from. Throws {@link ConfigError} when there is none, or too short a one. */
export function secretOf(config: Config, cwd: string): string {
  if (config.secret !== null) return config.secret;
  const file = config.database.engine === "sqlite" ? secretFileOf(resolve(cwd, config.database.file)) : null;
  const secret = file === null ? null : readSecretFile(file);
  if (secret !== null && Buffer.byteLength(secret) >= SECRET_MIN_BYTES) return secret;
  throw new ConfigError([
    {
      variable: "APP_SECRET",
      problem: secret === null ? "missing" : "too_short",
      expected: `at least ${SECRET_MIN_BYTES} bytes; "ricevimenti init" makes one`,
    },
  ]);
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
