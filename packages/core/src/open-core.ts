import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { MailCourier } from "./adapters/mail/mail-courier.ts";
import { makeFolder } from "./adapters/placement.ts";
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
import type { Actor } from "./domain/event.ts";
import type { Municipality } from "./domain/municipality.ts";
import type { StaffAct } from "./domain/staff-act.ts";
import { deriveWith, fingerprintOf } from "./domain/token.ts";
import { jsonLog } from "./log.ts";
import { type Clock, DatabaseError, type Log, type Random, type RoomSigner, type Store } from "./ports.ts";
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
      { mail: lazyMail(config, cwd), config, cwd },
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

export interface InitialiseOptions extends OpenOptions {
  readonly municipality?: Municipality;
  /** Another secret than the one that links were sent with may take its place: those links are lost. */
  readonly newSecret?: boolean;
  /** Who does it, for the trail; nothing is noted where absent. */
  readonly actor?: Actor;
}

/**
 * Creates or migrates the database, makes the secret when the environment holds none, and writes the municipality
 * down when one is given. Running it again changes nothing.
 *
 * Throws {@link ConfigError} with `secret_lost`, `secret_broken` or `secret_changed` when bookings have been made, so
 * that links are out in the world, with a secret that is not there.
 */
export async function initialise(options: InitialiseOptions): Promise<Initialised> {
  const config = loadConfig(options);
  const { cwd, municipality, newSecret = false, actor } = options;
  const world = worldOf(options, config);
  const file = config.database.engine === "sqlite" ? resolve(cwd, config.database.file) : null;
  const isNew = file !== null && !existsSync(file);
  if (file !== null) folderFor(file);

  const engine = await openEngine(config, cwd, world, { create: true });
  const store = sqlStore(engine);
  try {
    const mayBeNew = newSecret || (await store.read.bookings.find({ limit: 1 })).length === 0;
    const secret = settleSecret(config, file, world.random, mayBeNew);
    const renewed = await settleFingerprint(
      store,
      fingerprintOf(deriveWith(secret.value)),
      secret.file,
      mayBeNew,
    );
    const before = await store.read.municipality.get();
    const same =
      before && (!municipality || JSON.stringify(before.definition) === JSON.stringify(municipality));
    const acts: StaffAct[] = renewed ? ["secret_renewed"] : [];
    if (municipality && !same) acts.push(before ? "municipality_changed" : "town_set_up");
    if (acts.length > 0) {
      await store.write(async (records) => {
        if (municipality && !same) await records.municipality.set(municipality);
        for (const act of acts)
          if (actor !== undefined)
            await records.trail.note({ at: world.clock.now(), actor, act, subject: null });
      });
    }
    return {
      database: isNew || before === null ? "created" : "kept",
      municipality: same || !municipality ? "kept" : before ? "changed" : "added",
      secret: secret.how,
    };
  } finally {
    await store.close();
  }
}

function folderFor(file: string): void {
  try {
    makeFolder(dirname(file));
  } catch (cause) {
    throw new DatabaseError("read_only", `the folder of ${file} cannot be made`, cause, dirname(file));
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

function settleSecret(
  config: Config,
  databaseFile: string | null,
  random: Random,
  mayBeNew: boolean,
): { readonly value: string; readonly file?: string; readonly how: Initialised["secret"] } {
  if (config.secret !== null || databaseFile === null)
    return { value: config.secret ?? "", how: "environment" };
  const file = secretFileOf(databaseFile);
  const known = readSecretFile(file);
  if (isLongEnough(known)) return { value: known, file, how: "kept" };
  if (!mayBeNew) throw secretProblem(file);
  return { value: makeSecretFile(file, random, { replace: existsSync(file) }), file, how: "created" };
}

/** Whether another secret has taken the place of one that was known. */
async function settleFingerprint(
  store: Store,
  fingerprint: string,
  file: string | undefined,
  mayBeNew: boolean,
): Promise<boolean> {
  const known = await store.read.municipality.fingerprint();
  if (known === fingerprint) return false;
  if (known !== null && !mayBeNew) {
    const expected = "the secret of before";
    throw new ConfigError([
      { variable: "APP_SECRET", problem: "secret_changed", expected, ...(file !== undefined && { file }) },
    ]);
  }
  await store.write((records) => records.municipality.setFingerprint(fingerprint));
  return known !== null;
}

function isLongEnough(secret: string | null): secret is string {
  return secret !== null && Buffer.byteLength(secret) >= SECRET_MIN_BYTES;
}

function secretProblem(file: string): ConfigError {
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
