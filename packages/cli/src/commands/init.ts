import {
  type Finding,
  type ImportReport,
  type Initialised,
  type Locale,
  type Municipality,
  parseTimetable,
  readTown,
  type TimetableFile,
} from "@ricevimenti/core";
import { type Answer, done, wrongUsage } from "../answer.ts";
import { type Context, type Run, withCore } from "../context.ts";
import { invalidFile, invalidOptions } from "../file-problems.ts";
import { findingLine } from "../finding-view.ts";
import { timetableInput } from "../timetable-input.ts";

export interface TownOptions {
  readonly name?: string;
  readonly timezone?: string;
  readonly locale?: Locale;
  readonly patronSaint?: string;
  readonly email?: string;
}

interface Options extends TownOptions {
  readonly newSecret?: boolean;
  /** A timetable file that says it instead, its offices among it. */
  readonly file?: string;
}

/**
 * Creates the database or brings it up to date, makes the secret, writes the town down, and ends with the doctor. On a
 * terminal it asks what options and file leave open; run again it changes only what they say.
 */
export const init: Run<Options> = async (context, _, { newSecret = false, file: path, ...options }) => {
  const read = path === undefined ? null : await townFile(path, context);
  if (read && "answer" in read) return read.answer;
  const named = read?.file.municipality ?? null;
  const before = await readTown(context.io);
  const known = named ?? before;
  const wished =
    known || !context.interactive
      ? options
      : await (await import("../town-questions.ts")).askTown(options, context);
  const town = townOf(known, wished);
  if (town.name === undefined) return wrongUsage(context.say("init-name-missing"));
  const checked = await parseTimetable(JSON.stringify({ municipality: town, offices: [] }), {
    format: "json",
  });
  if (!checked.ok) return invalidOptions(checked.problems, context);
  const municipality = checked.file.municipality as Municipality;
  const found = await context.initialise(municipality, { newSecret, actor: context.staff });
  return withCore(context, async (core) => {
    const offices = read?.file.offices ?? [];
    const imported =
      offices.length === 0
        ? null
        : await core.importTimetable({ ...read?.file, offices, municipality }, { actor: context.staff });
    return answer({ found, municipality, imported, findings: await core.doctor() }, context);
  });
};

async function townFile(
  path: string,
  context: Context,
): Promise<{ readonly file: TimetableFile } | { readonly answer: Answer }> {
  const read = await timetableInput(path, context);
  if ("answer" in read) return read;
  const { bytes, format } = read;
  const parsed = await parseTimetable(bytes, format ? { format } : {});
  return parsed.ok ? { file: parsed.file } : { answer: invalidFile(parsed.problems, context) };
}

/** The handbook's town hall is in Italy, and so are most others. */
const DEFAULTS = { timezone: "Europe/Rome", locale: "it" } as const;

function townOf(
  before: Municipality | null,
  { name, timezone, locale, patronSaint, email }: TownOptions,
): Partial<Municipality> {
  return {
    ...(before ?? DEFAULTS),
    ...(name && { name }),
    ...(timezone && { timezone }),
    ...(locale && { locale }),
    ...(patronSaint && { patron_saint: patronSaint }),
    ...(email && { email }),
  };
}

interface SetUp {
  readonly found: Initialised;
  readonly municipality: Municipality;
  readonly imported: ImportReport | null;
  readonly findings: readonly Finding[];
}

function answer({ found, municipality, imported, findings }: SetUp, context: Context): Answer {
  const { say } = context;
  const { name, timezone, locale } = municipality;
  const isKept = found.database === "kept" && found.municipality === "kept" && found.secret !== "created";
  const nothing = isKept && (imported === null || imported.unchanged);
  const added = imported?.added ?? [];
  const lines = [
    nothing
      ? say("init-unchanged", { name })
      : say(`init-municipality-${found.municipality}`, { name, timezone }),
    ...(found.database === "created" ? [say("init-database-created")] : []),
    ...(found.secret === "created" ? [say("init-secret-created")] : []),
    ...added.map((office) => say("import-added", { office })),
    ...(imported?.changed ?? []).map(({ office }) => say("init-office-changed", { office })),
    "",
    `${say("init-doctor")}`,
    findings.map((finding) => findingLine(finding, context)).join(""),
    ...nextSteps(findings, context).map((step, index) => `${index + 1}. ${step}`),
  ];
  return done(
    () => `${lines.join("\n")}\n`,
    () => ({ unchanged: nothing, ...found, name, timezone, locale, offices: added, findings }),
  );
}

/** What is left to do, in the order in which it is done. */
function nextSteps(findings: readonly Finding[], { say }: Context): readonly string[] {
  const hasOffices = !findings.some(({ ailment }) => ailment === "no-offices");
  return [
    ...(hasOffices ? [] : [say("init-next-import")]),
    say("init-next-environment"),
    say("init-next-start"),
  ];
}
