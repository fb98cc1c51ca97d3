import { type ImportReport, slotLine, zone } from "@ricevimenti/core";
import { type Answer, done } from "./answer.ts";
import type { Context } from "./context.ts";

/** What a change of timetables did, or would do: by `timetable import`, and by whatever else changes an office. */
export function importAnswer(
  report: ImportReport,
  timezones: (office: string) => string,
  dryRun: boolean,
  context: Context,
): Answer {
  const { say, locale } = context;
  const { unchanged, municipality, added, changed, removed, conflicts } = report;
  const lines = () => [
    ...(unchanged ? [say("import-unchanged")] : []),
    ...(municipality === "unchanged" ? [] : [say("import-municipality")]),
    ...added.map((office) => say("import-added", { office })),
    ...changed.map(({ office, fields }) => say("import-changed", { office, fields: fields.join(", ") })),
    ...removed.map((office) => say("import-removed", { office })),
    ...conflicts.map(({ code, office, start, outcome }) => {
      const when = slotLine({ start, end: start }, locale, timezones(office)).replace(/ \(.*$/, "");
      return say(`import-conflict-${outcome}`, { code, office, when });
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
