import { createHmac, generateKeyPairSync, timingSafeEqual, verify } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openRooms } from "../../../packages/core/src/adapters/video/jitsi-rooms.ts";
import type { RoomPass } from "../../../packages/core/src/ports.ts";

const FROM = Date.parse("2026-12-14T08:50:00.500Z");
const UNTIL = Date.parse("2026-12-14T09:45:00.500Z");
const citizen: RoomPass = {
  room: "ricevimenti-abcdefgh234567",
  role: "citizen",
  subject: "Tributo “IMU”",
  locale: "it",
  from: FROM,
  until: UNTIL,
};
const moderator: RoomPass = { ...citizen, role: "moderator", name: "Tributo IMU" };

const SECRET = "il segreto del comune";
const selfHosted = {
  url: "https://meet.example.org",
  signing: { kind: "hs256", appId: "ricevimenti", secret: SECRET },
} as const;

interface Token {
  readonly header: Record<string, unknown>;
  readonly claims: Record<string, unknown> & {
    context: { user: Record<string, unknown>; features?: Record<string, unknown> };
  };
  readonly signed: string;
  readonly signature: Buffer;
}

function read(jwt: string): Token {
  const [header = "", claims = "", signature = ""] = jwt.split(".");
  const json = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString());
  return {
    header: json(header),
    claims: json(claims),
    signed: `${header}.${claims}`,
    signature: Buffer.from(signature, "base64url"),
  };
}

/** The fragment as Jitsi's web client reads it: `key=JSON`, typographic quotes made plain first. */
function settings(url: URL): Record<string, unknown> {
  const parts = url.hash
    .slice(1)
    .split("&")
    .map((part) => part.split("="));
  return Object.fromEntries(
    parts.map(([key = "", value = ""]) => [
      key,
      JSON.parse(
        decodeURIComponent(value)
          .replace(/[\u2018\u2019]/g, "'")
          .replace(/[\u201C\u201D]/g, '"'),
      ),
    ]),
  );
}

async function tokenOf(pass: RoomPass, config: Parameters<typeof openRooms>[0] = selfHosted, cwd?: string) {
  const url = new URL(await (await openRooms(config, cwd)).sign(pass));
  return { url, ...read(url.searchParams.get("jwt") ?? "") };
}

describe("a self-hosted server's token", () => {
  test("is signed with the shared secret, as HMAC says without any library", async () => {
    const { header, signed, signature } = await tokenOf(citizen);
    expect(header).toEqual({ alg: "HS256", typ: "JWT" });
    expect(timingSafeEqual(createHmac("sha256", SECRET).update(signed).digest(), signature)).toBe(true);
    const forged = createHmac("sha256", "another secret").update(signed).digest();
    expect(signature.equals(forged)).toBe(false);
  });

  test("opens one room, for the times of the pass, in the words Prosody compares", async () => {
    const { claims } = await tokenOf(citizen);
    expect(claims).toMatchObject({
      aud: "jitsi",
      iss: "ricevimenti",
      sub: "meet.example.org",
      room: citizen.room,
      nbf: Math.floor(FROM / 1000) - 10,
      exp: Math.ceil(UNTIL / 1000),
    });
    expect(Object.keys(claims).sort()).toEqual(["aud", "context", "exp", "iss", "nbf", "room", "sub"]);
  });

  test("makes staff moderator by either mark, and a citizen by neither", async () => {
    const staff = (await tokenOf(moderator)).claims.context.user;
    expect(staff).toMatchObject({ moderator: true, affiliation: "owner", name: "Tributo IMU" });
    const user = (await tokenOf(citizen)).claims.context.user;
    expect(user.moderator).toBe(false);
    expect(user.affiliation).toBe("member");
    for (const [field, value] of Object.entries(user))
      if (field !== "moderator") expect(typeof value).toBe("string");
  });

  test("has its server's name without the port as subject", async () => {
    const { claims, url } = await tokenOf(citizen, { ...selfHosted, url: "https://meet.example.org:8443" });
    expect(claims.sub).toBe("meet.example.org");
    expect(url.origin).toBe("https://meet.example.org:8443");
  });
});

describe("the address", () => {
  test("holds the token where newer and older clients look for it, and the language", async () => {
    const { url } = await tokenOf(citizen);
    expect(url.pathname).toBe(`/${citizen.room}`);
    expect(settings(url).jwt).toBe(url.searchParams.get("jwt"));
    expect([...url.searchParams.keys()].sort()).toEqual(["jwt", "lang"]);
    expect(url.searchParams.get("lang")).toBe("it");
  });

  test("asks for the entry page, no app, and shows office and name as they are written", async () => {
    const { url } = await tokenOf({ ...moderator, name: "Ufficio D'Anagrafe" });
    expect(settings(url)).toEqual({
      jwt: expect.any(String),
      "config.prejoinConfig.enabled": true,
      "config.disableDeepLinking": true,
      "config.subject": "Tributo IMU",
      "userInfo.displayName": "Ufficio DʼAnagrafe",
    });
  });

  test("leaves the citizen's name to the citizen, who types it in the room", async () => {
    const { url } = await tokenOf(citizen);
    expect(settings(url)).not.toHaveProperty("userInfo.displayName");
  });

  test("cannot be broken by a name", async () => {
    const name = `"&config.x=1#\r\n\u202E\\“”%22={}`;
    const { url } = await tokenOf({ ...moderator, name });
    expect(Object.keys(settings(url))).toHaveLength(5);
    expect(settings(url)["userInfo.displayName"]).toBe("&config.x=1# %22={}");
  });

  test("of a server without tokens has none, and is still the room", async () => {
    const rooms = await openRooms({ url: "https://meet.jit.si", signing: { kind: "none" } });
    const url = new URL(await rooms.sign(citizen));
    expect(`${url.origin}${url.pathname}${url.search}`).toBe(`https://meet.jit.si/${citizen.room}?lang=it`);
    expect(settings(url)).not.toHaveProperty("jwt");
  });
});

describe("8x8 JaaS", async () => {
  const folder = await mkdtemp(join(tmpdir(), "ricevimenti-jaas-"));
  afterAll(() => rm(folder, { recursive: true }));
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  await writeFile(join(folder, "pkcs8.pem"), privateKey.export({ type: "pkcs8", format: "pem" }));
  await writeFile(join(folder, "pkcs1.pem"), privateKey.export({ type: "pkcs1", format: "pem" }));
  const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  await writeFile(join(folder, "ec.pem"), elliptic.export({ type: "pkcs8", format: "pem" }));
  const jaas = (privateKeyFile: string, keyId = "abc123") =>
    ({
      url: "https://8x8.vc",
      signing: { kind: "rs256", appId: "vpaas-magic-cookie-x", keyId, privateKeyFile },
    }) as const;

  test.each(["pkcs8.pem", "pkcs1.pem"])("takes a token signed with the key of %s", async (file) => {
    const { header, claims, signed, signature, url } = await tokenOf(citizen, jaas(file), folder);
    expect(header).toEqual({ alg: "RS256", typ: "JWT", kid: "vpaas-magic-cookie-x/abc123" });
    expect(verify("sha256", Buffer.from(signed), publicKey, signature)).toBe(true);
    expect(claims).toMatchObject({
      aud: "jitsi",
      iss: "chat",
      sub: "vpaas-magic-cookie-x",
      room: citizen.room,
    });
    expect(url.pathname).toBe(`/vpaas-magic-cookie-x/${citizen.room}`);
  });

  test("takes a key's id with or without the tenant", async () => {
    const { header } = await tokenOf(citizen, jaas("pkcs8.pem", "vpaas-magic-cookie-x/abc123"), folder);
    expect(header.kid).toBe("vpaas-magic-cookie-x/abc123");
  });

  test("records nothing and makes only staff moderator, in its own words", async () => {
    const [forCitizen, forStaff] = [
      await tokenOf(citizen, jaas("pkcs8.pem"), folder),
      await tokenOf(moderator, jaas("pkcs8.pem"), folder),
    ];
    expect(forCitizen.claims.context.user.moderator).toBe("false");
    expect(forStaff.claims.context.user.moderator).toBe("true");
    const features = forStaff.claims.context.features ?? {};
    expect(features).toMatchObject({ recording: "false", livestreaming: "false", transcription: "false" });
    expect(new Set(Object.values(features))).toEqual(new Set(["false"]));
  });

  test("is refused with a key that is missing or of another kind, before anybody needs it", async () => {
    await expect(openRooms(jaas("missing.pem"), folder)).rejects.toThrow(/ENOENT/);
    await expect(openRooms(jaas("ec.pem"), folder)).rejects.toThrow(
      "JITSI_PRIVATE_KEY_FILE holds no RSA key",
    );
  });
});
