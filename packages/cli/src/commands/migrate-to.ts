import { type Moved, moveDatabase } from "@ricevimenti/core";
import type { Context, Run } from "../context.ts";
import { copyRefused } from "../copy-answer.ts";
import { findingsAfter, statusOf } from "../finding-view.ts";

interface Options {
  readonly force?: boolean;
}

/** Copies the whole town into another database, and tells what is left to do. */
export const migrateTo: Run<Options> = async (context, [target = ""], { force = false }) => {
  const { io } = context;
  const moved = await moveDatabase({ env: io.env, cwd: io.cwd, target, force, actor: context.staff });
  if (!moved.ok) return copyRefused(moved.refusal, context);
  const { from, to, tables, secret, outdated, findings, recorded } = moved;
  return {
    status: statusOf(findings),
    report: true,
    text: () => text(moved, context),
    json: () => ({ from, to, tables, secret, outdated, findings, recorded }),
  };
};

function text({ from, to, tables, secret, outdated, findings, recorded }: Moved, context: Context): string {
  const { say } = context;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const lines = [
    say("migrate-made", { from, to, rows, tables: tables.length }),
    findingsAfter(findings, context).trimEnd(),
    ...(recorded ? [] : [say("copy-not-recorded")]),
    ...(outdated ? [say("migrate-outdated")] : []),
    "",
    say("migrate-next-stop"),
    say("migrate-next-url"),
    secret.kind === "environment"
      ? say("migrate-next-secret-kept")
      : say("migrate-next-secret-file", { file: secret.file }),
    say("migrate-next-start"),
  ];
  return `${lines.join("\n")}\n`;
}
