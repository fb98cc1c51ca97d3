import { createPrivateKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { SignJWT } from "jose";
import type { JitsiConfig } from "../../config.ts";
import type { RoomPass, RoomSigner } from "../../ports.ts";
import { oneLine } from "../../texts/safe-text.ts";

/** Signs a pass as a token; null where rooms are merely unguessable. */
type Sign = (pass: RoomPass) => Promise<string | null>;

/** Seconds by which a token starts early: Jitsi gives `nbf` no leeway, and clocks differ. */
const LEEWAY = 10;

/**
 * The way into rooms of a Jitsi server, self-hosted (HS256) or 8x8 JaaS (RS256), signed for one room, one role and the
 * times of the pass. Only staff become moderators. Throws when the key file cannot be read or holds no RSA key.
 *
 * @param cwd what a relative key file starts from
 */
export async function openRooms(config: JitsiConfig, cwd = "."): Promise<RoomSigner> {
  const sign = await signer(config, cwd);
  const base = config.signing.kind === "rs256" ? `${config.url}/${config.signing.appId}` : config.url;
  return { sign: async (pass) => roomAddress(base, pass, await sign(pass)) };
}

async function signer({ url, signing }: JitsiConfig, cwd: string): Promise<Sign> {
  switch (signing.kind) {
    case "none":
      return async () => null;
    case "hs256": {
      const secret = new TextEncoder().encode(signing.secret);
      const { hostname } = new URL(url);
      return (pass) =>
        new SignJWT({
          ...claims(pass, signing.appId, hostname),
          context: { user: user(pass, pass.role === "moderator") },
        })
          .setProtectedHeader({ alg: "HS256", typ: "JWT" })
          .sign(secret);
    }
    case "rs256": {
      // Both spellings of a PEM file, PKCS #1 and PKCS #8, occur among JaaS's own instructions.
      const key = createPrivateKey(await readFile(resolve(cwd, signing.privateKeyFile)));
      if (key.asymmetricKeyType !== "rsa") throw new Error("JITSI_PRIVATE_KEY_FILE holds no RSA key");
      const kid = signing.keyId.includes("/") ? signing.keyId : `${signing.appId}/${signing.keyId}`;
      return (pass) =>
        new SignJWT({
          ...claims(pass, "chat", signing.appId),
          // JaaS documents these switches as the words "true" and "false".
          context: { user: user(pass, String(pass.role === "moderator")), features: NO_FEATURES },
        })
          .setProtectedHeader({ alg: "RS256", typ: "JWT", kid })
          .sign(key);
    }
    default:
      throw new Error(`unknown signing ${JSON.stringify(signing satisfies never)}`);
  }
}

/** A conversation with an office is not recorded, streamed, written down or joined by telephone. */
const NO_FEATURES = {
  livestreaming: "false",
  recording: "false",
  transcription: "false",
  "sip-inbound-call": "false",
  "sip-outbound-call": "false",
  "inbound-call": "false",
  "outbound-call": "false",
  "file-upload": "false",
};

function claims(pass: RoomPass, issuer: string, subject: string) {
  return {
    // Prosody's plugin compares a string, not a list.
    aud: "jitsi",
    iss: issuer,
    sub: subject,
    room: pass.room,
    nbf: Math.floor(pass.from / 1000) - LEEWAY,
    exp: Math.ceil(pass.until / 1000),
  };
}

/** Both marks of a moderator, because servers look at one or the other. */
function user<T>({ room, role, name = "" }: RoomPass, moderator: T) {
  return role === "moderator"
    ? { id: `moderator-${room}`, name: oneLine(name), affiliation: "owner", moderator }
    : { id: `citizen-${room}`, affiliation: "member", moderator };
}

/**
 * The token stands in the query and in the fragment: the web client reads the fragment first and is to give up the
 * query one day, older servers know only the query. The query reveals nothing new: the client sends the token on to
 * the same server in the address of its XMPP connection anyway. Settings, and the office's name for the field where
 * the official would otherwise type it, stand in the fragment only, which no server sees.
 */
function roomAddress(base: string, pass: RoomPass, token: string | null): string {
  const query = new URLSearchParams({ ...(token === null ? {} : { jwt: token }), lang: pass.locale });
  const settings: Record<string, unknown> = {
    ...(token === null ? {} : { jwt: token }),
    "config.prejoinConfig.enabled": true,
    "config.disableDeepLinking": true,
    "config.subject": displayed(pass.subject),
    ...(pass.name === undefined ? {} : { "userInfo.displayName": displayed(pass.name) }),
  };
  const fragment = Object.entries(settings).map(
    ([key, value]) => `${key}=${encodeURIComponent(JSON.stringify(value))}`,
  );
  return `${base}/${pass.room}?${query}#${fragment.join("&")}`;
}

/**
 * Text for the fragment. The web client turns typographic double quotes into plain ones before it reads the JSON, which
 * breaks it, and shows a plain apostrophe of a name as `&#39;`: the letter apostrophe passes both.
 */
function displayed(text: string): string {
  return oneLine(text)
    .replace(/["“”\\]/g, "")
    .replace(/['‘’]/g, "\u02BC");
}
