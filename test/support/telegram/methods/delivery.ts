import { isIP } from "node:net";
import type { Payload } from "../payload.ts";
import { badRequest, conflict, granted, type Refusal, type Result } from "../refusal.ts";
import type { State } from "../state.ts";
import type { Method } from "./method.ts";

const MAX_TIMEOUT_SECONDS = 50;
const MAX_UPDATES = 100;
const DEFAULT_CONNECTIONS = 40;
const WEBHOOK_PORTS = ["", "443", "80", "88", "8443"];

/** Long polling: answers at once what waits, else when something comes or `timeout` seconds have passed. */
export const getUpdates: Method = async (state, payload, signal) => {
  if (state.webhook.active !== undefined) {
    return conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  const refusal = readAllowed(state, payload);
  if (refusal !== undefined) return refusal;
  return state.updates.poll({
    offset: payload.integer("offset") ?? 0,
    limit: within(payload.integer("limit") ?? MAX_UPDATES, 1, MAX_UPDATES),
    timeoutSeconds: within(payload.integer("timeout") ?? 0, 0, MAX_TIMEOUT_SECONDS),
    signal,
  });
};

export const setWebhook: Method = (state, payload) => {
  const url = payload.text("url");
  if (url === "") return deleteWebhook(state, payload, new AbortController().signal);
  const refusal = webhookRefusal(url, payload.text("secret_token")) ?? readAllowed(state, payload);
  if (refusal !== undefined) return refusal;
  state.updates.endPoll(conflict("terminated by setWebhook request"));
  if (payload.flag("drop_pending_updates")) state.updates.clear();
  state.webhook.set({
    url,
    secretToken: payload.text("secret_token"),
    maxConnections: within(payload.integer("max_connections") ?? DEFAULT_CONNECTIONS, 1, 100),
  });
  return granted(true);
};

export const deleteWebhook: Method = (state, payload) => {
  if (payload.flag("drop_pending_updates")) state.updates.clear();
  state.webhook.set(undefined);
  return granted(true);
};

export const getWebhookInfo: Method = (state) => {
  const { active, lastError } = state.webhook;
  return granted({
    url: active?.url ?? "",
    has_custom_certificate: false,
    pending_update_count: state.updates.pending().length,
    ...(active === undefined ? {} : { max_connections: active.maxConnections }),
    ...(lastError === undefined
      ? {}
      : { last_error_date: lastError.date, last_error_message: lastError.message }),
    ...(state.updates.allowed.length === 0 ? {} : { allowed_updates: state.updates.allowed }),
  });
};

export const getMe: Method = (state) =>
  granted({
    ...state.me,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  });

export const getFile: Method = (state, payload) => {
  if (!payload.has("file_id")) return badRequest("file_id not specified");
  const file = state.files.byId(payload.text("file_id"));
  if (file === undefined) return badRequest("invalid file_id");
  const { file_id, file_unique_id, file_size, path } = file;
  return granted({ file_id, file_unique_id, file_size, file_path: path });
};

/** A list that is left out keeps the last one; an empty list means Telegram's default. */
function readAllowed(state: State, payload: Payload): Refusal | undefined {
  const allowed: Result<unknown> = payload.json("allowed_updates", "can't parse allowed updates JSON object");
  if (!allowed.ok) return allowed;
  if (allowed.value === undefined) return undefined;
  if (!Array.isArray(allowed.value)) return badRequest("allowed_updates must be an Array of String");
  state.updates.allowed = allowed.value.map(String);
  return undefined;
}

/** HTTPS on four ports only; plain HTTP to this very machine passes, as with a Bot API server that runs on it. */
function webhookRefusal(url: string, secretToken: string): Refusal | undefined {
  if (!URL.canParse(url)) return badRequest("invalid webhook URL specified");
  const { protocol, hostname, port } = new URL(url);
  if (secretToken.length > 256) return badRequest("secret token is too long");
  if (!/^[A-Za-z0-9_-]*$/.test(secretToken)) return badRequest("secret token contains unallowed characters");
  const isLocal = hostname === "localhost" || (isIP(hostname) === 4 && hostname.startsWith("127."));
  if (isLocal) return undefined;
  if (protocol !== "https:") return badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  if (WEBHOOK_PORTS.includes(port)) return undefined;
  return badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
