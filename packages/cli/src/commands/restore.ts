import { restoreDatabase } from "@ricevimenti/core";
import type { Run } from "../context.ts";
import { copyRefused, recordedLine, secretLine } from "../copy-answer.ts";
import { findingsAfter, statusOf } from "../finding-view.ts";

interface Options {
  readonly force?: boolean;
}

/** Puts a copy in the place of the database, and tells what the doctor finds in it. */
export const restore: Run<Options> = async (context, [file = ""], { force = false }) => {
  const { io, say } = context;
  const restored = await restoreDatabase({ env: io.env, cwd: io.cwd, file, force, actor: context.staff });
  if (!restored.ok) return copyRefused(restored.refusal, context);
  const { database, secret, findings, recorded } = restored;
  return {
    status: statusOf(findings),
    report: true,
    text: () =>
      `${say("restore-made", { file: restored.file, database })}\n` +
      (secret.kind === "missing" ? `${secretLine(secret, context)}\n` : "") +
      recordedLine(recorded, context) +
      findingsAfter(findings, context),
    json: () => ({ file: restored.file, database, secret, findings, recorded }),
  };
};
