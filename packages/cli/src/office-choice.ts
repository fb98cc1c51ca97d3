import { type Answer, wrongUsage } from "./answer.ts";
import { type Context, withCore } from "./context.ts";
import { asked } from "./questions.ts";

/** The office the person at the terminal means; undefined where there is none to choose from. */
export async function askWhichOffice(context: Context): Promise<string | undefined> {
  const choices = await officeChoices(context);
  if (choices.length === 0) return undefined;
  const { office } = await asked<{ office: string }>(
    [{ type: "select", name: "office", ask: "ask-which-office", choices }],
    context,
  );
  return office;
}

/** The service of an office the person means; undefined where there is none to choose from. */
export async function askWhichService(office: string, context: Context): Promise<string | undefined> {
  const services = await withCore(context, async (core) => {
    const found = await core.getOffice(office);
    return found.ok ? (found.office.services ?? []) : [];
  });
  if (services.length === 0) return undefined;
  const choices = services.map(({ id, name }) => ({ value: id, name }));
  const { service } = await asked<{ service: string }>(
    [{ type: "select", name: "service", ask: "ask-which-service", choices }],
    context,
  );
  return service;
}

/** The office that was typed or, by a person at a terminal, is chosen; or the answer to who named none. */
export async function officeMeant(
  typed: string | undefined,
  context: Context,
): Promise<{ readonly id: string } | { readonly answer: Answer }> {
  const id = typed ?? (context.interactive ? await askWhichOffice(context) : undefined);
  return id === undefined ? { answer: missing("office", context) } : { id };
}

/** The same for a service of an office. */
export async function serviceMeant(
  office: string | undefined,
  service: string | undefined,
  context: Context,
): Promise<{ readonly office: string; readonly id: string } | { readonly answer: Answer }> {
  const meant = await officeMeant(office, context);
  if ("answer" in meant) return meant;
  const id = service ?? (context.interactive ? await askWhichService(meant.id, context) : undefined);
  return id === undefined ? { answer: missing("service", context) } : { office: meant.id, id };
}

/** What was not typed and could not be asked for. */
export function missing(argument: string, { say }: Context): Answer {
  return wrongUsage(say("usage-missing-argument", { argument }));
}

/** All offices of the town, to choose from. */
export function officeChoices(
  context: Context,
): Promise<readonly { readonly value: string; readonly name: string }[]> {
  return withCore(context, async (core) =>
    (await core.exportTimetable()).offices.map(({ id, name }) => ({ value: id, name })),
  );
}
