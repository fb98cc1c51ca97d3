/** What Telegram answers instead of a result: its HTTP status and error code are the same number. */
export type Refusal = {
  ok: false;
  code: number;
  description: string;
  retryAfter?: number;
  /** The chat's new number. */
  movedTo?: number;
};

export type Result<T> = { ok: true; value: T } | Refusal;

export function granted<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A 400. `reason` is what follows "Bad Request: ", in Telegram's own words wherever they are known. */
export function badRequest(reason: string): Refusal {
  return { ok: false, code: 400, description: `Bad Request: ${reason}` };
}

export function conflict(reason: string): Refusal {
  return { ok: false, code: 409, description: `Conflict: ${reason}` };
}

export function forbidden(reason: string): Refusal {
  return { ok: false, code: 403, description: `Forbidden: ${reason}` };
}

/** A 429. `retryAfter` in seconds, repeated in `parameters.retry_after` of the answer. */
export function tooManyRequests(retryAfter: number): Refusal {
  return { ok: false, code: 429, description: `Too Many Requests: retry after ${retryAfter}`, retryAfter };
}

/** The 400 for a group that has become a supergroup, with its new number in `parameters.migrate_to_chat_id`. */
export function upgraded(movedTo: number): Refusal {
  return { ...badRequest("group chat was upgraded to a supergroup chat"), movedTo };
}
