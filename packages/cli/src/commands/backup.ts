import { backupDatabase } from "@ricevimenti/core";
import { done } from "../answer.ts";
import type { Run } from "../context.ts";
import { copyRefused, recordedLine, secretLine } from "../copy-answer.ts";

interface Options {
  readonly force?: boolean;
}

/** Copies the database as it is at one moment, while others go on working with it. */
export const backup: Run<Options> = async (context, [file = ""], { force = false }) => {
  const { io, say } = context;
  const copied = await backupDatabase({ env: io.env, cwd: io.cwd, file, force, actor: context.staff });
  if (!copied.ok) return copyRefused(copied.refusal, context);
  const { bytes, bookings, secret, recorded } = copied;
  return done(
    () =>
      `${say("backup-made", { file: copied.file, bookings })}\n` +
      `${secretLine(secret, context)}\n${recordedLine(recorded, context)}`,
    () => ({ file: copied.file, bytes, bookings, secret, recorded }),
  );
};
