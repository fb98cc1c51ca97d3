import type { Finding } from "@ricevimenti/core";
import { type Answer, STATUS } from "./answer.ts";
import type { Context } from "./context.ts";

/** Far ends that are silent while everything here is in order. */
const SILENT = new Set<Finding["ailment"]>(["mail-silent", "telegram-silent"]);

/** 1 when something is wrong, 6 when only a service does not answer. */
export function statusOf(findings: readonly Finding[]): Answer["status"] {
  const wrong = findings.filter(({ level }) => level === "error");
  if (wrong.length === 0) return STATUS.done;
  return wrong.every(({ ailment }) => SILENT.has(ailment)) ? STATUS.unreachable : STATUS.failed;
}

const COLOURS: Record<Finding["level"], number> = { ok: 32, warning: 33, error: 31 };

/** One line, and below what is wrong what to do about it. */
export function findingLine({ check, level, detail, ailment }: Finding, { say, io }: Context): string {
  const mark = say(`level-${level}`).padEnd(10);
  const marked = io.colour ? `\u001B[${COLOURS[level]}m${mark}\u001B[39m` : mark;
  const advice = ailment ? `\n           → ${say(`ailment-${ailment}`)}` : "";
  return `${marked} ${say(`check-${check}`)}: ${detail}${advice}\n`;
}

/** What the doctor has to say of a database that has just been put in its place. */
export function findingsAfter(findings: readonly Finding[], context: Context): string {
  const wrong = findings.filter(({ level }) => level !== "ok");
  if (wrong.length === 0) return `${context.say("copy-sound", { count: findings.length })}\n`;
  return wrong.map((finding) => findingLine(finding, context)).join("");
}
