import { GrammyError, HttpError } from "grammy";

/** Why a call of the Bot API failed, without anything that was in the call: payloads hold names, addresses the token. */
export interface TelegramFailure {
  readonly code: string;
  /** Another try cannot help. */
  readonly permanent: boolean;
  /** Telegram may have done it all the same. */
  readonly unsure: boolean;
  /** Not Telegram's doing: a fault of this program or its database. */
  readonly ours: boolean;
  /** Milliseconds Telegram asks us to wait. */
  readonly retryAfter: number | null;
  /** The number the group has now. */
  readonly movedTo?: number;
}

/** Reads an error thrown by grammY's client. Descriptions are those of Telegram's server; they are not versioned. */
export function failureOf(cause: unknown): TelegramFailure {
  const failure = { permanent: false, unsure: false, ours: false, retryAfter: null };
  if (cause instanceof HttpError) return { ...failure, code: "network", unsure: true };
  if (!(cause instanceof GrammyError)) {
    return { ...failure, code: cause instanceof Error ? cause.name : "unknown", ours: true };
  }
  const { error_code: status, description, parameters } = cause;
  if (status === 403) return { ...failure, code: "blocked", permanent: true };
  const movedTo = parameters.migrate_to_chat_id;
  if (movedTo !== undefined) return { ...failure, code: "chat_moved", permanent: true, movedTo };
  if (status === 400) {
    const known = DESCRIPTIONS.find(([words]) => words.test(description));
    return { ...failure, code: known?.[1] ?? "http_400", permanent: true };
  }
  const retryAfter = parameters.retry_after === undefined ? null : parameters.retry_after * 1000;
  return { ...failure, code: `http_${status}`, unsure: status >= 500, retryAfter };
}

const DESCRIPTIONS = [
  [/message is not modified/i, "not_modified"],
  [/message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i, "not_editable"],
  [/chat not found|PEER_ID_INVALID|user not found/i, "chat_not_found"],
  [/query is too old|query ID is invalid/i, "query_too_old"],
] as const satisfies readonly (readonly [RegExp, string])[];
