import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigError, initialise, openCore } from "@ricevimenti/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Environment, mergeEnv, readConfig } from "../../../packages/core/src/config.ts";
import { MUNICIPALITY } from "../../support/town.ts";

function problemsOf(env: Environment): string[] {
  try {
    readConfig(env);
    return [];
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    return cause.problems.map(({ variable, problem }) => `${variable} ${problem}`);
  }
}

describe("the environment", () => {
  test("may be empty: everything has the contract's default", () => {
    expect(readConfig({})).toMatchObject({
      database: { engine: "sqlite", file: "./data/ricevimenti.sqlite" },
      publicUrl: "http://localhost:8080",
      host: "127.0.0.1",
      port: 8080,
      mailUrl: "file:./data/mail",
      telegram: null,
      jitsi: { url: "https://meet.jit.si", signing: { kind: "none" } },
      logLevel: "info",
      trustProxy: null,
      metrics: ["127.0.0.0/8", "::1"],
    });
  });

  test("has every problem told at once, and no value repeated", () => {
    const secret = "short-secret";
    const env = {
      DATABASE_URL: "mysql://x",
      APP_SECRET: secret,
      PORT: "eighty",
      MAIL_URL: "mail.example.org",
      MAIL_FROM: "nobody",
      TELEGRAM_BOT_TOKEN: "abc",
      PUBLIC_URL: "ricevimenti.example.org",
      JITSI_APP_SECRET: "s",
      LOG_LEVEL: "loud",
      TRUST_PROXY: "yes",
      METRICS: "10.0.0.0/64",
    };
    expect(problemsOf(env).sort()).toEqual([
      "APP_SECRET too_short",
      "DATABASE_URL malformed",
      "JITSI_APP_ID missing",
      "LOG_LEVEL malformed",
      "MAIL_FROM malformed",
      "MAIL_URL malformed",
      "METRICS malformed",
      "PORT malformed",
      "PUBLIC_URL malformed",
      "TELEGRAM_BOT_TOKEN malformed",
      "TRUST_PROXY malformed",
    ]);
    expect(() => readConfig(env)).not.toThrow(secret);
  });

  test("names the proxies that are believed, and who may read the measures", () => {
    const trusted = (TRUST_PROXY: string) => readConfig({ TRUST_PROXY }).trustProxy;
    expect(["off", "0", ""].map(trusted)).toEqual([null, null, null]);
    expect(trusted("2")).toEqual({ hops: 2 });
    expect(trusted("local, 10.0.0.0/8,fd00::1")).toEqual({
      networks: ["127.0.0.0/8", "::1", "10.0.0.0/8", "fd00::1"],
    });
    for (const wrong of ["11", "-1", "1.5", "true", "10.0.0.0/33", "proxy.example.org", "10.0.0.1,"]) {
      expect(problemsOf({ TRUST_PROXY: wrong })).toEqual(["TRUST_PROXY malformed"]);
    }
    const measured = (METRICS: string) => readConfig({ METRICS }).metrics;
    expect(["off", "all", "10.0.0.5"].map(measured)).toEqual(["off", "all", ["10.0.0.5"]]);
  });

  test("with PostgreSQL must bring the secret", () => {
    expect(problemsOf({ DATABASE_URL: "postgres://u:p@localhost/db" })).toEqual(["APP_SECRET missing"]);
  });

  test("of JaaS wants tenant, key id and key file, and not a shared secret beside them", () => {
    expect(problemsOf({ JITSI_KEY_ID: "k" })).toEqual([
      "JITSI_APP_ID missing",
      "JITSI_PRIVATE_KEY_FILE missing",
    ]);
    expect(
      problemsOf({
        JITSI_APP_ID: "t",
        JITSI_APP_SECRET: "s",
        JITSI_KEY_ID: "k",
        JITSI_PRIVATE_KEY_FILE: "f",
      }),
    ).toEqual(["JITSI_APP_SECRET not_alone"]);
  });

  test("wins over the .env file", () => {
    expect(mergeEnv({ PORT: "9000" }, "PORT=8000\nHOST=0.0.0.0\n")).toEqual({
      PORT: "9000",
      HOST: "0.0.0.0",
    });
  });
});

describe("initialising", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "ricevimenti-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const where = () => ({ env: {}, cwd: folder });

  test("makes database and secret, which only the owner may read, and twice changes nothing", async () => {
    const first = await initialise({ ...where(), municipality: MUNICIPALITY });
    expect(first).toEqual({ database: "created", municipality: "added", secret: "created" });
    const file = join(folder, "data/ricevimenti.secret");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const secret = await readFile(file, "utf8");
    expect(secret).toMatch(/^[0-9a-f]{64}\n$/);

    const second = await initialise({ ...where(), municipality: MUNICIPALITY });
    expect(second).toEqual({ database: "kept", municipality: "kept", secret: "kept" });
    expect(await readFile(file, "utf8")).toBe(secret);
  });

  test("by many at once makes one secret", async () => {
    await Promise.all(
      Array.from({ length: 8 }, () => initialise({ ...where(), municipality: MUNICIPALITY })),
    );
    const core = await openCore(where());
    expect(await core.municipality()).toEqual(MUNICIPALITY);
    await core.close();
  });

  test("is needed before anything opens", async () => {
    await expect(openCore(where())).rejects.toMatchObject({
      name: "DatabaseError",
      code: "not_initialised",
    });
  });

  test("a secret that has been shortened opens nothing", async () => {
    await initialise({ ...where(), municipality: MUNICIPALITY });
    await writeFile(join(folder, "data/ricevimenti.secret"), "short");
    await expect(openCore(where())).rejects.toMatchObject({
      problems: [{ variable: "APP_SECRET", problem: "secret_broken" }],
    });
  });
});
