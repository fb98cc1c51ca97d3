import { DatabaseError } from "../../ports.ts";

/** Others were at the same rows: the same transaction, tried again, may well go through. */
export function isTransient(cause: unknown): boolean {
  const code = codeOf(cause);
  return code === "40001" || code === "40P01";
}

/** A connection there was broke, by the network or because the server was told to end it; another may be had. */
export function isLost(cause: unknown): boolean {
  return LOST.test(codeOf(cause)) || (cause instanceof Error && LOST_WORDS.test(cause.message));
}
// Class 08: connection exception. 57P01 and 57P02: the server stops or has crashed. 25P03: idle in a transaction.
const LOST = /^(08...|57P0[12]|25P03|ECONNRESET|EPIPE)$/;
// The driver has no codes for these.
const LOST_WORDS =
  /^Connection terminated$|^Connection terminated unexpectedly|is not queryable$|^Query read timeout$/;

/** The connection was known to be broken before the statement was sent. */
export function isUnsent(cause: unknown): boolean {
  return cause instanceof Error && cause.message.endsWith("is not queryable");
}

/** Writing was forbidden to this connection when it was made; another may be allowed to by now. */
export function isReadOnly(cause: unknown): boolean {
  return codeOf(cause) === "25006";
}

/** Faults of the server and of the way to it under their own names; everything else as it is. */
export function translate(cause: unknown): unknown {
  if (cause instanceof DatabaseError || !(cause instanceof Error)) return cause;
  const code = codeOf(cause);
  if (isLost(cause)) return unreachable("the connection to the PostgreSQL server broke", cause);
  if (isTransient(cause)) return new DatabaseError("busy", "others kept changing the same rows", cause);
  if (BUSY.test(code) || WAITED.test(cause.message))
    return new DatabaseError("busy", `the PostgreSQL server is too busy: ${cause.message}`, cause);
  if (UNREACHABLE.test(code)) return unreachable("the PostgreSQL server does not answer", cause);
  if (REFUSED.test(code))
    return unreachable("the PostgreSQL server refuses this user, password or database", cause);
  if (FULL.test(code)) return new DatabaseError("full", "no room left for the database", cause);
  if (READ_ONLY.test(code))
    return new DatabaseError("read_only", `the database may not be written: ${cause.message}`, cause);
  return cause;
}
// Statement timeout, lock timeout, too many connections; and the pool's own patience.
const BUSY = /^(57014|55P03|53300)$/;
const WAITED = /^timeout exceeded when trying to connect/;
const UNREACHABLE = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|57P03)$/;
const REFUSED = /^(28...|3D000)$/;
const FULL = /^53100$/;
const READ_ONLY = /^(25006|42501)$/;

export function unreachable(what: string, cause: unknown): DatabaseError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new DatabaseError("unreachable", why === "" ? what : `${what}: ${why}`, cause);
}

/** SQLSTATE (PostgreSQL, appendix A) of what the server says, Node's code of what the network says. */
function codeOf(cause: unknown): string {
  const { code } = (cause ?? {}) as { code?: unknown };
  return typeof code === "string" ? code : "";
}
