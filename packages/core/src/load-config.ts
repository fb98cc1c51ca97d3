import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Config, type Environment, mergeEnv, readConfig } from "./config.ts";

export interface ConfigSource {
  readonly env: Environment;
  /** What relative paths start from, and where `.env` is looked for. */
  readonly cwd: string;
}

/** Environment and `.env` read and checked. Throws {@link ConfigError} with every problem. */
export function loadConfig({ env, cwd }: ConfigSource): Config {
  const dotEnv = resolve(cwd, ".env");
  return readConfig(mergeEnv(env, existsSync(dotEnv) ? readFileSync(dotEnv, "utf8") : null));
}
