import {
  type Initialised,
  type Locale,
  type Municipality,
  parseTimetable,
  readTown,
} from "@ricevimenti/core";
import { type Answer, done, wrongUsage } from "../answer.ts";
import type { Context, Run } from "../context.ts";
import { invalidOptions } from "../file-problems.ts";

export interface TownOptions {
  readonly name?: string;
  readonly timezone?: string;
  readonly locale?: Locale;
  readonly patronSaint?: string;
  readonly email?: string;
}

interface Options extends TownOptions {
  readonly newSecret?: boolean;
}

/**
 * Creates the database or brings it up to date, makes the secret, writes the town down. On a terminal it asks what the
 * options leave open; run again it changes only what the options say.
 */
export const init: Run<Options> = async (context, _, { newSecret = false, ...options }) => {
  const before = await readTown(context.io);
  const wished =
    before || !context.interactive
      ? options
      : await (await import("../town-questions.ts")).askTown(options, context);
  const town = townOf(before, wished);
  if (town.name === undefined) return wrongUsage(context.say("init-name-missing"));
  const checked = await parseTimetable(JSON.stringify({ municipality: town, offices: [] }), {
    format: "json",
  });
  if (!checked.ok) return invalidOptions(checked.problems, context);
  const municipality = checked.file.municipality as Municipality;
  return answer(
    await context.initialise(municipality, { newSecret, actor: context.staff }),
    municipality,
    context,
  );
};

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

function answer(found: Initialised, { name, timezone, locale }: Municipality, { say }: Context): Answer {
  const nothing = found.database === "kept" && found.municipality === "kept" && found.secret !== "created";
  const lines = [
    nothing
      ? say("init-unchanged", { name })
      : say(`init-municipality-${found.municipality}`, { name, timezone }),
    ...(found.database === "created" ? [say("init-database-created")] : []),
    ...(found.secret === "created" ? [say("init-secret-created")] : []),
    "",
    say("init-next-import"),
    say("init-next-environment"),
    say("init-next-start"),
  ];
  return done(
    () => `${lines.join("\n")}\n`,
    () => ({ unchanged: nothing, ...found, name, timezone, locale }),
  );
}
