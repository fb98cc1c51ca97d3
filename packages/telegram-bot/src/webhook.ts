import { createHash, timingSafeEqual } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "@ricevimenti/core";
import type { Update } from "grammy/types";

/** Where Telegram brings updates to; for the web server that listens at that address. */
export interface Webhook {
  readonly path: string;
  /** Answers when the update is taken in, whatever becomes of the answer to the citizen. */
  handle(request: Request): Promise<Response>;
}

const SECRET_HEADER = "x-telegram-bot-api-secret-token";
/** Bytes; a message of 4,096 characters with all that can hang on it is far smaller. */
const BODY_MAX = 256 * 1024;
/** Milliseconds before an update is left to be brought again; Telegram itself waits ten seconds. */
const PATIENCE = 8_000;

/**
 * Answers 401 to who does not know the secret, 405, 413 and 400 to what is no update, 503 (so that Telegram brings it
 * again) when the database could not take it in, and otherwise 200: also to an update that has been taken in before.
 *
 * @param take resolves when the update is committed or given up, and rejects when another try can help
 */
export function webhook(parts: {
  readonly path: string;
  readonly secret: string;
  readonly take: (update: Update) => Promise<void>;
  readonly log: Log;
}): Webhook {
  const { path, secret, take, log } = parts;
  return {
    path,
    handle: async (request) => {
      if (request.method !== "POST") return answer(405, { allow: "POST" });
      if (!isSame(request.headers.get(SECRET_HEADER) ?? "", secret)) {
        log.warn("bot.webhook_wrong_secret");
        return answer(401);
      }
      const body = await bodyOf(request);
      if (body === null) return answer(413);
      const update = updateOf(body);
      if (!update) return answer(400);
      const taken = take(update).then(
        () => true,
        () => false,
      );
      const inTime = await Promise.race([taken, pause(PATIENCE, false, { ref: false })]);
      return inTime ? answer(200) : answer(503);
    },
  };
}

/** Compares digests: they are equally long, and how long the comparison takes tells nothing about the secret. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

/** Null when it is longer than any update; the rest of it is not waited for. */
async function bodyOf(request: Request): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_MAX) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > BODY_MAX) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function updateOf(body: string): Update | null {
  try {
    const parsed: unknown = JSON.parse(body);
    const id = typeof parsed === "object" && parsed !== null && "update_id" in parsed && parsed.update_id;
    return Number.isSafeInteger(id) ? (parsed as Update) : null;
  } catch {
    return null;
  }
}

function answer(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers });
}
