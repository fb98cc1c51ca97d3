import { type Core, type Office, parseTimetable } from "@ricevimenti/core";
import { done, wrongUsage } from "../answer.ts";
import { type Context, type Run, withCore } from "../context.ts";
import { invalidFile, invalidOptions } from "../file-problems.ts";

export interface OfficeOptions {
  readonly id?: string;
  readonly name?: string;
  readonly unit?: string;
  readonly email?: string;
  readonly place?: string;
  readonly phone?: string;
  readonly timezone?: string;
}

/** One more office, without hours yet: they come with a timetable. */
export const officeAdd: Run<OfficeOptions> = async (context, [argument], options) => {
  const { say, interactive } = context;
  const given = { ...options, id: argument ?? options.id };
  const wished = interactive
    ? await (await import("../office-questions.ts")).askOffice(given, context)
    : given;
  if (wished.id === undefined || wished.name === undefined) return wrongUsage(say("office-add-missing"));
  const { id, name, unit, email, place, phone, timezone } = wished;
  const tree = { offices: [{ id, name, unit, email, place, phone, timezone }] };
  const parsed = await parseTimetable(JSON.stringify(tree), { format: "json" });
  if (!parsed.ok) return invalidOptions(parsed.problems, context);
  const office = parsed.file.offices[0] as Office;
  return withCore(context, async (core) => {
    if (!(await added(core, office, context))) {
      const problem = {
        line: null,
        column: null,
        path: "offices[0].id",
        code: "duplicate",
        value: office.id,
      } as const;
      return invalidFile([problem], context);
    }
    return done(
      () => `${say("import-added", { office: office.id })}\n`,
      () => office,
    );
  });
};

/** False when there is an office of that id. */
function added(core: Core, office: Office, { staff }: Context): Promise<boolean> {
  return core.atomically(async (within) => {
    if ((await within.getOffice(office.id)).ok) return false;
    await within.importTimetable({ offices: [office] }, { actor: staff });
    return true;
  });
}
