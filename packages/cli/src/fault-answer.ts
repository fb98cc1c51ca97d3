import {
  ConfigError,
  DatabaseError,
  type DatabaseProblem,
  databaseName,
  loadConfig,
} from "@ricevimenti/core";
import { type Answer, failed, STATUS } from "./answer.ts";
import type { Context } from "./context.ts";

/** What is said when a command could not do its work at all. */
export function faultAnswer(error: unknown, context: Context): Answer {
  const { say } = context;
  if (error instanceof ConfigError) return configAnswer(error, context);
  if (error instanceof DatabaseError) {
    const where = error.where ?? databaseOf(context);
    return failed(DATABASE_STATUS[error.code], error.code, say(DATABASE_TEXTS[error.code], { where }), {
      where,
    });
  }
  const message = error instanceof Error ? error.message : String(error);
  if (isInterruption(error)) return failed(STATUS.failed, "interrupted", say("fault-interrupted"));
  if (context.io.env.LOG_LEVEL?.toLowerCase() === "debug" && error instanceof Error) {
    context.io.stderr(`${error.stack}\n`);
  }
  return failed(STATUS.failed, "unexpected", say("fault-unexpected", { message }));
}

const DATABASE_STATUS: Record<DatabaseProblem, Exclude<Answer["status"], 0>> = {
  not_initialised: STATUS.notFound,
  newer_version: STATUS.failed,
  unreachable: STATUS.unreachable,
  damaged: STATUS.unreachable,
  not_a_file: STATUS.invalid,
  busy: STATUS.unreachable,
  full: STATUS.failed,
  read_only: STATUS.failed,
};

const DATABASE_TEXTS: Record<DatabaseProblem, string> = {
  not_initialised: "fault-not-initialised",
  newer_version: "fault-newer-version",
  unreachable: "fault-database-unreachable",
  damaged: "fault-database-damaged",
  not_a_file: "fault-database-folder",
  busy: "fault-database-busy",
  full: "fault-disk-full",
  read_only: "fault-read-only",
};

/** Which database this is about, without user and password. */
function databaseOf({ io }: Context): string {
  try {
    return databaseName(loadConfig(io).database, io.cwd);
  } catch {
    return "DATABASE_URL";
  }
}

/** Every problem of the environment. Values are not repeated: some are secrets. */
function configAnswer(error: ConfigError, { say }: Context): Answer {
  const problems = error.problems.map(({ variable, problem, expected, file }) => {
    const id = WANTED[variable];
    const wanted = id ? say(id) : expected;
    const facts = { variable, wanted, file: file ?? variable };
    return { variable, problem, message: say(CONFIG_TEXTS[problem], facts) };
  });
  return failed(STATUS.invalid, "config_invalid", problems.map(({ message }) => message).join("\n"), {
    problems,
  });
}

const CONFIG_TEXTS: Record<ConfigError["problems"][number]["problem"], string> = {
  missing: "config-missing",
  too_short: "config-too-short",
  malformed: "config-malformed",
  not_alone: "config-not-alone",
  secret_lost: "config-secret-lost",
  secret_broken: "config-secret-broken",
  secret_changed: "config-secret-changed",
};

const WANTED: Readonly<Record<string, string>> = {
  DATABASE_URL: "wanted-database-url",
  DATABASE_POOL_SIZE: "wanted-pool-size",
  DATABASE_STATEMENT_TIMEOUT_MS: "wanted-statement-timeout",
  PUBLIC_URL: "wanted-web-address",
  PORT: "wanted-port",
  APP_SECRET: "wanted-app-secret",
  MAIL_URL: "wanted-mail-url",
  MAIL_FROM: "wanted-mail-from",
  TELEGRAM_BOT_TOKEN: "wanted-telegram-bot-token",
  TELEGRAM_API_ROOT: "wanted-web-address",
  TELEGRAM_WEBHOOK_URL: "wanted-web-address",
  JITSI_URL: "wanted-web-address",
  JITSI_APP_ID: "wanted-jitsi-app-id",
  JITSI_APP_SECRET: "wanted-jitsi-app-secret",
  JITSI_KEY_ID: "wanted-jitsi-key-id",
  JITSI_PRIVATE_KEY_FILE: "wanted-jitsi-private-key-file",
  LOG_LEVEL: "wanted-log-level",
  TRUST_PROXY: "wanted-trust-proxy",
  METRICS: "wanted-metrics",
};

/** The person at the terminal pressed Ctrl-C at a question. */
function isInterruption(error: unknown): boolean {
  return error instanceof Error && error.name === "ExitPromptError";
}
