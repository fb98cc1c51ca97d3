import {
  type AgendaEntry,
  type Core,
  longDay,
  modeName,
  type OfficeGroup,
  type Say,
  texts,
  timeOf,
  zone,
} from "@ricevimenti/core";
import { bold, type Html, html, lines, paragraphs } from "../html.ts";

/** Lines of one office: far below Telegram's 4,096 characters, with everything that is told. */
const MOST_LINES = 25;

/** After `/collega`: what the group will hear, or that the code is no good. */
export async function linkedText(core: Core, chat: number, group: OfficeGroup | null): Promise<Html> {
  const say = await words(core);
  const linked = await core.records.groups.officesOf(chat);
  const office = group ?? linked[0];
  if (!office) return html`${say("group-code-wrong")}`;
  // The same message once more finds its code used up, by itself.
  const known = await core.getOffice(office.office);
  const name = known.ok ? known.office.name : office.office;
  if (!group) return paragraphs(say("group-code-wrong"), say("group-linked-already", { office: name }));
  return paragraphs(
    bold(say("group-linked", { office: name })),
    say(group.details ? "group-tells-details" : "group-tells"),
    say("group-commands"),
  );
}

/** After `/scollega`. */
export async function unlinkedText(core: Core, count: number): Promise<Html> {
  return html`${(await words(core))(count > 0 ? "group-unlinked" : "group-not-linked")}`;
}

/** `/oggi`: the day of each office the group is linked to, with no more about people than it is told otherwise. */
export async function agendaText(core: Core, chat: number): Promise<Html> {
  const say = await words(core);
  const linked = await core.records.groups.officesOf(chat);
  if (linked.length === 0) return html`${say("group-not-linked")}`;
  const days = await Promise.all(linked.map((group) => dayOf(core, group, say)));
  return paragraphs(...days);
}

async function dayOf(core: Core, { office: id, details }: OfficeGroup, say: Say): Promise<Html | null> {
  const found = await core.getOffice(id);
  if (!found.ok) return null;
  const { office, timezone } = found;
  const { locale } = await core.municipality();
  const here = zone(timezone);
  const now = core.clock.now();
  const today = here.dayOf(now);
  const entries = await core.agenda({
    offices: [id],
    from: here.instantOf(today, 0),
    to: here.instantOf(today + 1, 0),
  });
  const line = (entry: AgendaEntry) => {
    const told =
      entry.announced && entry.state === "confirmed" ? `announced-${entry.announced}` : stateId(entry);
    const facts = [modeName(entry.mode, say), say(told), ...(details && entry.name ? [entry.name] : [])];
    return html`${timeOf(entry.start, locale, timezone)} <code>${entry.code}</code> ${facts.join(", ")}`;
  };
  const more = entries.length - MOST_LINES;
  return lines(
    bold(office.name),
    longDay(now, locale, timezone),
    ...(entries.length > 0 ? entries.slice(0, MOST_LINES).map(line) : [say("group-day-empty")]),
    more > 0 ? say("group-day-more", { count: more }) : null,
  );
}

function stateId({ state }: AgendaEntry): string {
  return `state-${state.replace("_", "-")}`;
}

/** Staff are spoken to in the town's language. */
async function words(core: Core): Promise<Say> {
  return texts("bot", (await core.municipality()).locale);
}
