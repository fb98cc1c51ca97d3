import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { makeSecretFile } from "./adapters/new-secret.ts";
import { makeFolder } from "./adapters/placement.ts";
import { readSecretFile, secretFileOf } from "./adapters/secret-file.ts";
import { sqlStore } from "./adapters/sql/store.ts";
import { type Config, ConfigError } from "./config.ts";
import type { Actor } from "./domain/event.ts";
import type { Municipality } from "./domain/municipality.ts";
import type { StaffAct } from "./domain/staff-act.ts";
import { deriveWith, fingerprintOf } from "./domain/token.ts";
import { loadConfig } from "./load-config.ts";
import { isLongEnough, type OpenOptions, openEngine, secretProblem, worldOf } from "./open-core.ts";
import { DatabaseError, type Random, type Store } from "./ports.ts";

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
