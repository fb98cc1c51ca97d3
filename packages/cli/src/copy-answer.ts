import type { CopyRefusal, SecretPlace } from "@ricevimenti/core";
import { type Answer, failed, STATUS } from "./answer.ts";
import type { Context } from "./context.ts";

/** Why a database was not copied, put back or moved. Nothing has changed. */
export function copyRefused(refusal: CopyRefusal, { say }: Context): Answer {
  const { code, ...facts } = refusal;
  const message =
    refusal.code === "file_unreadable"
      ? say("file-unreadable", { path: refusal.file, reason: refusal.reason })
      : say(`copy-${code.replaceAll("_", "-")}`, facts);
  return failed(statusOf(refusal), code, message, facts);
}

function statusOf(refusal: CopyRefusal): Exclude<Answer["status"], 0> {
  switch (refusal.code) {
    case "file_unreadable":
      return refusal.reason === "ENOENT" ? STATUS.notFound : STATUS.failed;
    case "file_unwritable":
    case "database_damaged":
    case "copy_differs":
      return STATUS.failed;
    case "backup_unsound":
    case "backup_foreign":
    case "backup_newer":
    case "backup_unfinished":
      return STATUS.invalid;
    case "not_sqlite":
    case "file_exists":
    case "file_in_the_way":
    case "database_exists":
    case "database_in_use":
      return STATUS.refused;
    default:
      return refusal satisfies never;
  }
}

/** Where the secret is without which the copy opens no link. */
export function secretLine(secret: SecretPlace, { say }: Context): string {
  return secret.kind === "environment"
    ? say("copy-secret-environment")
    : say(`copy-secret-${secret.kind}`, { file: secret.file });
}

/** What was done should stand in the trail; where that cannot be written it is said. */
export function recordedLine(recorded: boolean, { say }: Context): string {
  return recorded ? "" : `${say("copy-not-recorded")}\n`;
}
