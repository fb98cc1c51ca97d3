import { type Run, withCore } from "../context.ts";
import { findingLine, statusOf } from "../finding-view.ts";

interface Options {
  readonly full?: boolean;
}

/** Examines configuration, database and surroundings. Ends with 1 when something is wrong, 6 when only a service is silent. */
export const doctor: Run<Options> = (context, _, { full = false }) =>
  withCore(context, async (core) => {
    const findings = await core.doctor({ full });
    return {
      status: statusOf(findings),
      report: true,
      text: () => findings.map((finding) => findingLine(finding, context)).join(""),
      json: () => findings,
    };
  });
