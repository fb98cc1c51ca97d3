import { type Core, type Office, parseTimetable } from "@ricevimenti/core";
import { type Answer, done, wrongUsage } from "../answer.ts";
import { type Context, type Run, withCore } from "../context.ts";
import { invalidFile, invalidOptions } from "../file-problems.ts";
import { notAgreed } from "../office-change.ts";
import { type OfficeOptions, withOptions } from "../office-options.ts";

interface Options extends OfficeOptions {
  readonly yes?: boolean;
}

/** One more office, with its weekly hours or without: they may come with a timetable. */
export const officeAdd: Run<Options> = async (context, [argument], options) => {
  const { say, interactive } = context;
  if (argument !== undefined && options.id !== undefined && argument !== options.id) {
    return wrongUsage(say("usage-two-ids", { argument, option: options.id }));
  }
  const id = argument ?? options.id;
  const given: Options = { ...options, ...(id !== undefined && { id }) };
  const guided = interactive && (given.id === undefined || given.name === undefined);
  const wished = guided
    ? await (await import("../office-questions.ts")).askOffice(given, {}, context)
    : given;
  if (wished.id === undefined || wished.name === undefined) return wrongUsage(say("office-add-missing"));
  const made = withOptions({ id: wished.id }, wished);
  if ("unreadable" in made) return wrongUsage(say("usage-bad-hours", { value: made.unreadable }));
  const parsed = await parseTimetable(JSON.stringify({ offices: [made.office] }), { format: "json" });
  if (!parsed.ok) return invalidOptions(parsed.problems, context);
  const office = parsed.file.offices[0] as Office;
  return withCore(context, async (core) => {
    if (guided && !options.yes && !(await agreed(office, core, context))) return notAgreed(context);
    if (!(await added(core, office, context))) return duplicate(office, context);
    return done(
      () => `${say("import-added", { office: office.id })}\n`,
      () => office,
    );
  });
};

async function agreed(office: Office, core: Core, context: Context): Promise<boolean> {
  const [{ weekText }, { confirmed }] = await Promise.all([
    import("../week-preview.ts"),
    import("../confirmation.ts"),
  ]);
  context.io.stdout(
    `\n${weekText(office, await core.municipality(), core.clock.now(), undefined, context)}\n`,
  );
  return confirmed(context.say("ask-go-ahead"), context);
}

/** False when there is an office of that id. */
function added(core: Core, office: Office, { staff }: Context): Promise<boolean> {
  return core.atomically(async (within) => {
    if ((await within.getOffice(office.id)).ok) return false;
    await within.importTimetable({ offices: [office] }, { actor: staff });
    return true;
  });
}

function duplicate({ id }: Office, context: Context): Answer {
  const problem = {
    line: null,
    column: null,
    path: "offices[0].id",
    code: "duplicate",
    value: id,
  } as const;
  return invalidFile([problem], context);
}
