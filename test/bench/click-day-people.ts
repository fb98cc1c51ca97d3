import type { Agent } from "node:http";
import type { Person } from "../support/telegram/person.ts";
import type { startTelegram } from "../support/telegram/server.ts";
import { type Ask, fetched } from "./load.ts";

/** How it went for one of the crowd, and how long each answer took, in milliseconds. */
export interface Errand {
  readonly outcome: "sold" | "refused" | "failed";
  /** What a failed one met. */
  readonly why?: string;
  readonly actions: readonly number[];
  /** Of them, pages only looked at. */
  readonly pages: readonly number[];
}

/** Times somebody lets be taken from under their nose before they give up. */
const PATIENCE = 6;
const HEADERS = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };

/** Opens the office's page, presses any free time, fills in the form, and asks for the appointment. */
export async function byWeb(url: string, office: string, person: number, agent: Agent): Promise<Errand> {
  const actions: number[] = [];
  const pages: number[] = [];
  let cookie = "";
  const ask = async (wanted: Ask) => {
    const before = performance.now();
    const answer = await fetched(
      url,
      { ...wanted, headers: { ...wanted.headers, ...(cookie && { cookie }) } },
      agent,
    );
    const took = performance.now() - before;
    actions.push(took);
    if (wanted.method === undefined) pages.push(took);
    const set = [answer.headers["set-cookie"] ?? []].flat().map((line) => line.split(";")[0] ?? "");
    if (set.length > 0) cookie = set.join("; ");
    return answer;
  };
  const press = (path: string, fields: Record<string, string>) =>
    ask({ path, method: "POST", headers: HEADERS, body: new URLSearchParams(fields).toString() });
  const told = (outcome: Errand["outcome"]): Errand => ({ outcome, actions, pages });
  const failed = (why: string): Errand => ({ outcome: "failed", why, actions, pages });

  try {
    const offered = `/prenota?ufficio=${office}`;
    let path = offered;
    for (let attempt = 0; attempt < PATIENCE; attempt++) {
      const page = await ask({ path });
      if (page.status >= 500) return failed(`${page.status} for ${path}`);
      const free = [...page.body.matchAll(/name="orario"[^>]*value="([^"]+)"/g)].map(
        ([, value = ""]) => value,
      );
      const orario = free[(person * 7 + attempt) % Math.max(1, free.length)];
      if (orario === undefined) return told("refused");
      const held = await press(offered, { orario });
      if (held.status !== 303) return failed(`${held.status} for ${orario}`);
      const code = /\/prenota\/([^/?]+)\//.exec(String(held.headers.location))?.[1];
      path = String(held.headers.location);
      if (code === undefined) continue;
      const form = {
        nome: "Mario Rossi",
        email: `web${person}@example.org`,
        motivo: "Certificato",
        consenso: "si",
      };
      const sent = await press(`/prenota/${code}/riepilogo`, form);
      const { location } = sent.headers;
      return sent.status === 303 && /inviata/.test(String(location))
        ? told("sold")
        : failed(`${sent.status} ${location} for the request`);
    }
    return told("refused");
  } catch (cause) {
    return failed(String(cause));
  }
}

type Telegram = Awaited<ReturnType<typeof startTelegram>>;

/** What a person does on each screen they may meet, until they have a time or there is none. */
export async function byChat(telegram: Telegram, office: RegExp, index: number): Promise<Errand> {
  const person = telegram.person({
    id: 10_000 + index,
    firstName: "Mario",
    lastName: "Rossi",
    languageCode: "it",
  });
  const actions: number[] = [];
  const take = async (act: () => Promise<unknown>) => {
    const before = performance.now();
    await act();
    await person.waitFor(({ news }) => news.length > 0, { timeoutMs: 60_000 });
    actions.push(performance.now() - before);
  };
  const told = (outcome: Errand["outcome"]): Errand => ({ outcome, actions, pages: [] });
  const failed = (why: string): Errand => ({ outcome: "failed", why, actions, pages: [] });
  try {
    await take(() => person.send("/start"));
    for (let step = 0; step < 20; step++) {
      const { text } = person.screen();
      if (text.includes("NON è ancora prenotato")) return told("sold");
      if (/non ci sono (più )?orari liberi/i.test(text) && !times(person).length) return told("refused");
      const next = nextOf(person, office, text, index + step);
      if (!next) return failed(text);
      await take(next);
    }
    return told("refused");
  } catch (cause) {
    return failed(String(cause));
  }
}

function times(person: Person) {
  return person
    .screen()
    .buttons.flat()
    .filter(({ text }) => /^(\w{3} \d\d\/\d\d\/\d\d - )?\d\d:\d\d/.test(text));
}

function nextOf(person: Person, office: RegExp, text: string, dice: number): (() => Promise<unknown>) | null {
  const { messageId, buttons } = person.screen();
  const press = (label: RegExp) => {
    const button = buttons.flat().find((one) => label.test(one.text));
    return button ? () => person.pressButton(messageId, button) : null;
  };
  if (text.includes("Domanda 1")) return () => person.send("Mario Rossi");
  if (text.includes("Domanda 2")) return () => person.send(`chat${person.user.id}@example.org`);
  if (text.includes("Domanda 3")) return () => person.send("Certificato");
  const free = times(person);
  const time = free[dice % Math.max(1, free.length)];
  return (
    press(/^Richiedi appuntamento/) ??
    press(/^Accetto/) ??
    (time ? () => person.pressButton(messageId, time) : null) ??
    press(/^5$/) ??
    press(office)
  );
}

/** Somebody who has nothing to do with the rush looks at pages until told to stop: milliseconds each answer took. */
export async function lookAround(
  url: string,
  paths: readonly string[],
  isOver: () => boolean,
): Promise<readonly number[]> {
  const times: number[] = [];
  while (!isOver()) {
    for (const path of paths) {
      const before = performance.now();
      const { status } = await fetched(url, { path });
      if (status !== 200) throw new Error(`${status} for ${path}`);
      times.push(performance.now() - before);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return times;
}
