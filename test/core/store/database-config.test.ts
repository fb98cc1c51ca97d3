import { expect, test } from "vitest";
import { ConfigError, type Environment, readConfig } from "../../../packages/core/src/config.ts";

const POSTGRES = {
  DATABASE_URL: "postgres://town:word@db.example.org:5433/town?sslmode=verify-full",
  APP_SECRET: "s".repeat(32),
};

function problemsOf(env: Environment) {
  try {
    readConfig(env);
  } catch (cause) {
    if (cause instanceof ConfigError)
      return cause.problems.map(({ variable, problem }) => `${variable}: ${problem}`);
    throw cause;
  }
  return [];
}

test("a PostgreSQL address comes with ten connections and a quarter of a minute for a statement", () => {
  const { DATABASE_URL: url } = POSTGRES;
  const database = { engine: "postgres", url, poolSize: 10, statementTimeout: 15_000 };
  expect(readConfig(POSTGRES).database).toEqual(database);
});

test("both can be set", () => {
  const env = { ...POSTGRES, DATABASE_POOL_SIZE: "40", DATABASE_STATEMENT_TIMEOUT_MS: " 500 " };
  expect(readConfig(env).database).toMatchObject({ poolSize: 40, statementTimeout: 500 });
});

test.each(["0", "-1", "2.5", "1001", "ten", "1e9"])("%s connections are refused", (value) => {
  expect(problemsOf({ ...POSTGRES, DATABASE_POOL_SIZE: value })).toEqual(["DATABASE_POOL_SIZE: malformed"]);
});

test.each(["0", "99", "3600001", "15s"])("%s milliseconds for a statement are refused", (value) => {
  const expected = ["DATABASE_STATEMENT_TIMEOUT_MS: malformed"];
  expect(problemsOf({ ...POSTGRES, DATABASE_STATEMENT_TIMEOUT_MS: value })).toEqual(expected);
});

test("every problem is told of at once, on SQLite too", () => {
  const env = { DATABASE_POOL_SIZE: "none", DATABASE_STATEMENT_TIMEOUT_MS: "none", PORT: "none" };
  expect(problemsOf(env)).toEqual([
    "DATABASE_POOL_SIZE: malformed",
    "DATABASE_STATEMENT_TIMEOUT_MS: malformed",
    "PORT: malformed",
  ]);
});

test("PostgreSQL wants the secret that all processes share", () => {
  expect(problemsOf({ DATABASE_URL: POSTGRES.DATABASE_URL })).toEqual(["APP_SECRET: missing"]);
});
