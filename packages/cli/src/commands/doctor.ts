import type { Finding } from "@ricevimenti/core";
import { type Answer, STATUS } from "../answer.ts";
import { type Context, type Run, withCore } from "../context.ts";

/** Examines configuration, database and surroundings. Ends with 1 when something is wrong, 6 when only a service is silent. */
export const doctor: Run = (context) =>
  withCore(context, async (core) => {
    const findings = await core.doctor();
    return {
      status: statusOf(findings),
      report: true,
      text: () => findings.map((finding) => line(finding, context)).join(""),
      json: () => findings,
    };
  });

const SERVICES = new Set(["mail", "telegram"]);

function statusOf(findings: readonly Finding[]): Answer["status"] {
  const wrong = findings.filter(({ level }) => level === "error");
  if (wrong.length === 0) return STATUS.done;
  return wrong.every(({ check }) => SERVICES.has(check)) ? STATUS.unreachable : STATUS.failed;
}

const COLOURS: Record<Finding["level"], number> = { ok: 32, warning: 33, error: 31 };

function line({ check, level, detail, ailment }: Finding, { say, io }: Context): string {
  const mark = say(`level-${level}`).padEnd(10);
  const marked = io.colour ? `\u001B[${COLOURS[level]}m${mark}\u001B[39m` : mark;
  const advice = ailment ? `\n           → ${say(`ailment-${ailment}`)}` : "";
  return `${marked} ${say(`check-${check}`)}: ${detail}${advice}\n`;
}
