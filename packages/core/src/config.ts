import { resolve } from "node:path";
import { parseEnv } from "node:util";

/** The environment as read, `.env` included; CONTRACT.md, "Environment". */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  readonly database:
    | { readonly engine: "sqlite"; readonly file: string }
    | {
        readonly engine: "postgres";
        readonly url: string;
        /** Connections of one process at most. */
        readonly poolSize: number;
        /** Milliseconds after which the server gives a statement up. */
        readonly statementTimeout: number;
      };
  readonly publicUrl: string;
  readonly host: string;
  readonly port: number;
  /** Null on SQLite: the secret stands in a file beside the database. */
  readonly secret: string | null;
  readonly mailUrl: string;
  readonly mailFrom: string | null;
  readonly telegram: {
    readonly token: string;
    readonly apiRoot: string | null;
    readonly webhookUrl: string | null;
  } | null;
  readonly jitsi: JitsiConfig;
  readonly logLevel: LogLevel;
  /** Null: `X-Forwarded-For` and its like are believed from nobody. */
  readonly trustProxy: TrustedProxies | null;
  /** Who may read `/metrics`: addresses and networks, `all`, or nobody (`off`). */
  readonly metrics: "off" | "all" | readonly string[];
}

/** The proxies between visitors and us: how many there are in a row, or their addresses and networks. */
export type TrustedProxies =
  | { readonly hops: number }
  | {
      /** `10.0.0.5`, `10.0.0.0/8`, `fd00::/8`. */
      readonly networks: readonly string[];
    };

export interface JitsiConfig {
  readonly url: string;
  readonly signing:
    | { readonly kind: "none" }
    | { readonly kind: "hs256"; readonly appId: string; readonly secret: string }
    | {
        readonly kind: "rs256";
        readonly appId: string;
        readonly keyId: string;
        readonly privateKeyFile: string;
      };
}

export const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One thing wrong with the environment. The value is never repeated: it may be a secret. */
export interface ConfigProblem {
  readonly variable: string;
  readonly problem:
    | "missing"
    | "too_short"
    | "malformed"
    | "not_alone"
    /** The file that held the secret is gone; or it is there, and empty or cut off. */
    | "secret_lost"
    | "secret_broken"
    /** It is not the one the links of this database were derived from. */
    | "secret_changed";
  /** What is wanted instead. */
  readonly expected: string;
  /** The file it is about. */
  readonly file?: string;
}

/** Everything wrong with the environment, at once. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(({ variable, expected }) => `${variable}: ${expected}`).join("; "));
    this.problems = problems;
  }
}

/** Bytes of the secret that all links are derived from. */
export const SECRET_MIN_BYTES = 32;

/** What may be shown of where a database is: its file, or its address without user and password. */
export function databaseName(database: Config["database"], cwd: string): string {
  if (database.engine === "sqlite") return resolve(cwd, database.file);
  const { host, pathname } = new URL(database.url);
  return `postgres://${host}${pathname}`;
}

/** Variables of a `.env` file give way to those of the environment proper. */
export function mergeEnv(env: Environment, dotEnv: string | null): Environment {
  return dotEnv === null ? env : { ...parseEnv(dotEnv), ...env };
}

/** Reads and checks everything at once. Throws {@link ConfigError} with every problem there is. */
export function readConfig(env: Environment): Config {
  const problems: ConfigProblem[] = [];
  const wrong = (variable: string, problem: ConfigProblem["problem"], expected: string): void => {
    problems.push({ variable, problem, expected });
  };
  const value = (name: string): string | null => env[name]?.trim() || null;
  const url = (name: string, fallback: string, protocols: readonly string[]): string => {
    const text = value(name) ?? fallback;
    const parsed = URL.parse(text);
    if (!parsed || !protocols.includes(parsed.protocol)) {
      wrong(name, "malformed", `an address that starts with ${protocols.map((p) => `${p}//`).join(" or ")}`);
    }
    return text.replace(/\/+$/, "");
  };

  const database = readDatabase(value, wrong);
  const secret = value("APP_SECRET");
  if (secret !== null && Buffer.byteLength(secret) < SECRET_MIN_BYTES) {
    wrong("APP_SECRET", "too_short", `at least ${SECRET_MIN_BYTES} bytes; "openssl rand -hex 32" makes one`);
  }
  if (secret === null && database.engine === "postgres") {
    wrong(
      "APP_SECRET",
      "missing",
      `at least ${SECRET_MIN_BYTES} bytes, the same for every process of the town`,
    );
  }
  const port = Number(value("PORT") ?? "8080");
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    wrong("PORT", "malformed", "a number from 0 to 65535");

  const mailUrl = value("MAIL_URL") ?? "file:./data/mail";
  if (!/^(smtps?:\/\/[^/]+|file:.+)/.test(mailUrl)) {
    wrong("MAIL_URL", "malformed", "file:FOLDER, smtp://host:port or smtps://user:password@host:port");
  }
  const mailFrom = value("MAIL_FROM");
  if (mailFrom !== null && !/^[^\s<>]+@[^\s<>]+$/.test(mailFrom))
    wrong("MAIL_FROM", "malformed", "an e-mail address");

  const token = value("TELEGRAM_BOT_TOKEN");
  if (token !== null && !/^\d+:[\w-]{10,}$/.test(token)) {
    wrong("TELEGRAM_BOT_TOKEN", "malformed", "the token BotFather gave, digits, a colon and letters");
  }
  const apiRoot =
    value("TELEGRAM_API_ROOT") === null ? null : url("TELEGRAM_API_ROOT", "", ["http:", "https:"]);
  const webhookUrl =
    value("TELEGRAM_WEBHOOK_URL") === null ? null : url("TELEGRAM_WEBHOOK_URL", "", ["https:", "http:"]);

  const logLevel = (value("LOG_LEVEL") ?? "info").toLowerCase() as LogLevel;
  if (!LOG_LEVELS.includes(logLevel)) wrong("LOG_LEVEL", "malformed", `one of ${LOG_LEVELS.join(", ")}`);

  const trustProxy = readTrust(value, wrong);
  const metrics = readMetrics(value, wrong);

  const config: Config = {
    database,
    publicUrl: url("PUBLIC_URL", "http://localhost:8080", ["http:", "https:"]),
    host: value("HOST") ?? "127.0.0.1",
    port,
    secret,
    mailUrl,
    mailFrom,
    telegram: token === null ? null : { token, apiRoot, webhookUrl },
    jitsi: readJitsi(url("JITSI_URL", "https://meet.jit.si", ["https:", "http:"]), value, wrong),
    logLevel,
    trustProxy,
    metrics,
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

type Value = (name: string) => string | null;
type Wrong = (variable: string, problem: ConfigProblem["problem"], expected: string) => void;

function readDatabase(value: Value, wrong: Wrong): Config["database"] {
  const text = value("DATABASE_URL") ?? "sqlite:./data/ricevimenti.sqlite";
  const whole = (name: string, fallback: number, from: number, to: number): number => {
    const number = Number(value(name) ?? fallback);
    if (!Number.isInteger(number) || number < from || number > to) {
      wrong(name, "malformed", `a whole number from ${from} to ${to}`);
    }
    return number;
  };
  const poolSize = whole("DATABASE_POOL_SIZE", 10, 1, 1000);
  const statementTimeout = whole("DATABASE_STATEMENT_TIMEOUT_MS", 15_000, 100, 3_600_000);
  if (/^postgres(ql)?:\/\/./.test(text) && URL.canParse(text)) {
    return { engine: "postgres", url: text, poolSize, statementTimeout };
  }
  const file = /^sqlite:(?:\/\/)?(.+)$/.exec(text)?.[1];
  if (file === undefined || file === ":memory:") {
    wrong("DATABASE_URL", "malformed", "sqlite:FILE or postgres://user:password@host:port/database");
  }
  return { engine: "sqlite", file: file ?? "" };
}

/** Proxies in a row at most. */
const MOST_HOPS = 10;

function readTrust(value: Value, wrong: Wrong): TrustedProxies | null {
  const text = (value("TRUST_PROXY") ?? "off").toLowerCase();
  if (text === "off" || text === "0") return null;
  const hops = Number(text);
  if (Number.isInteger(hops) && hops > 0 && hops <= MOST_HOPS) return { hops };
  const networks = networksIn(text);
  if (networks === null) {
    const expected = `off, the number of proxies (1 to ${MOST_HOPS}), or their addresses: 10.0.0.5, 10.0.0.0/8`;
    wrong("TRUST_PROXY", "malformed", expected);
  }
  return { networks: networks ?? [] };
}

function readMetrics(value: Value, wrong: Wrong): Config["metrics"] {
  const text = (value("METRICS") ?? "local").toLowerCase();
  if (text === "off" || text === "all") return text;
  const networks = networksIn(text);
  if (networks === null) wrong("METRICS", "malformed", "local, off, all, or addresses: 10.0.0.5, 10.0.0.0/8");
  return networks ?? "off";
}

/** This machine, as it calls itself. */
const LOCAL = ["127.0.0.0/8", "::1"];

/** Addresses and networks, separated by commas; `local` is this machine. Null when one of them is neither. */
function networksIn(text: string): readonly string[] | null {
  const parts = text.split(",").map((part) => part.trim());
  if (!parts.every((part) => part === "local" || isNetwork(part))) return null;
  return parts.flatMap((part) => (part === "local" ? LOCAL : [part]));
}

function isNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const version = process.getBuiltinModule("node:net").isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function readJitsi(url: string, value: Value, wrong: Wrong): JitsiConfig {
  const appId = value("JITSI_APP_ID");
  const secret = value("JITSI_APP_SECRET");
  const keyId = value("JITSI_KEY_ID");
  const privateKeyFile = value("JITSI_PRIVATE_KEY_FILE");
  if (secret === null && keyId === null && privateKeyFile === null) {
    if (appId !== null)
      wrong("JITSI_APP_SECRET", "missing", "the secret that goes with JITSI_APP_ID, or JaaS's key");
    return { url, signing: { kind: "none" } };
  }
  if (appId === null) wrong("JITSI_APP_ID", "missing", "the application's id (JaaS: the tenant)");
  if (secret !== null) {
    if (keyId !== null || privateKeyFile !== null) {
      wrong(
        "JITSI_APP_SECRET",
        "not_alone",
        "either this (self-hosted) or JITSI_KEY_ID and JITSI_PRIVATE_KEY_FILE (JaaS)",
      );
    }
    return { url, signing: { kind: "hs256", appId: appId ?? "", secret } };
  }
  if (keyId === null) wrong("JITSI_KEY_ID", "missing", "the id of the key that JaaS knows");
  if (privateKeyFile === null)
    wrong("JITSI_PRIVATE_KEY_FILE", "missing", "the file of the key's private half");
  return {
    url,
    signing: { kind: "rs256", appId: appId ?? "", keyId: keyId ?? "", privateKeyFile: privateKeyFile ?? "" },
  };
}
