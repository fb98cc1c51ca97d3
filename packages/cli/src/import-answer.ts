import { styleText } from "node:util";
import { type ImportReport, slotLine, zone } from "@ricevimenti/core";
import { type Answer, done } from "./answer.ts";
import type { Context } from "./context.ts";
import { differenceLines, fieldName } from "./difference-lines.ts";

type Style = "green" | "red" | "yellow";
/** Whether there are to be colours has been decided already. */
const ALWAYS = { validateStream: false } as const;

/** What a change of timetables did, or would do: by `timetable import`, and by whatever else changes an office. */
export function importAnswer(
  report: ImportReport,
  timezones: (office: string) => string,
  dryRun: boolean,
  context: Context,
): Answer {
  const { say, locale } = context;
  const { unchanged, municipality, townFields, added, changed, removed, reordered, conflicts } = report;
  const paint = (style: Style, text: string) => (context.io.colour ? styleText(style, text, ALWAYS) : text);
  const named = (fields: readonly string[]) => fields.map((field) => fieldName(field, say)).join(", ");
  const lines = () => [
    ...(unchanged ? [say("import-unchanged")] : []),
    ...(municipality === "unchanged" ? [] : [say("import-municipality", { fields: named(townFields) })]),
    ...added.map((office) => paint("green", say("import-added", { office }))),
    ...changed.flatMap((difference) => [
      say("import-changed", { office: difference.office, fields: named(difference.fields) }),
      ...differenceLines(difference, say).map(({ sign, text }) =>
        paint(sign === "+" ? "green" : "red", `  ${sign} ${text}`),
      ),
    ]),
    ...removed.map((office) => paint("red", say("import-removed", { office }))),
    ...(reordered ? [say("import-reordered")] : []),
    ...conflicts.map(({ code, office, start, why, outcome }) => {
      const when = slotLine({ start, end: start }, locale, timezones(office)).replace(/ \(.*$/, "");
      return paint("yellow", say("import-conflict", { code, office, when, why, outcome }));
    }),
    ...(dryRun && !unchanged ? [say("import-dry-run")] : []),
  ];
  return done(
    () => `${lines().join("\n")}\n`,
    () => ({
      dryRun,
      ...report,
      conflicts: conflicts.map((one) => ({
        ...one,
        start: zone(timezones(one.office)).formatInstant(one.start),
      })),
    }),
  );
}
