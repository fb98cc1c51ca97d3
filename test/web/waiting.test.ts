import type { Office } from "@ricevimenti/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { accepted, confirmBooking } from "../support/town.ts";
import { everyRow, MINUTE, open, openTown, type Town } from "./town.ts";
import { fieldOf, MARIO, visitor } from "./visitor.ts";

/** One time a week, on Mondays. */
const RARE: Office = {
  id: "raro",
  name: "Ufficio raro",
  services: [{ id: "pratica", name: "Pratica" }],
  hours: [{ days: ["mon"], from: "10:00", to: "10:15", slot: 15, modes: ["in_person", "virtual"] }],
  policy: { horizon_days: 14 },
};
const BUSY: Office = {
  ...RARE,
  hours: [
    { days: ["mon", "tue"], from: "09:00", to: "13:00", slot: 15, modes: ["in_person", "virtual"] },
    { days: ["thu"], from: "15:00", to: "17:00", slot: 15, modes: ["in_person"] },
  ],
};
const FIRST = "2026-12-14T10:00:00+01:00";
const SECOND = "2026-12-21T10:00:00+01:00";
const FORM = { ...MARIO, modalita: "tutte", motivo: "Pratica", consenso: "si" };
const ASK = "/attesa?ufficio=raro&servizio=pratica";

let town: Town;
beforeEach(async () => {
  town = await openTown({ offices: [RARE] });
});
afterEach(() => town.close());

const others = (start: string, chat: number) =>
  confirmBooking(town.core, start, {
    office: "raro",
    chat,
    citizen: { name: "Altra Persona", email: `altra${chat}@example.org`, reason: "Pratica" },
  });
const cancel = async (code: string) => accepted(await town.core.cancel({ code, actor: "staff:anna" }));

/** On the list, with the address proven; the path of their own page. */
async function joined(who: ReturnType<typeof visitor>, form = FORM): Promise<string> {
  const sent = await who.press(form, ASK);
  expect(sent.text).toContain("Apri la tua posta");
  const [entry] = await town.core.waiting.of({ email: form.email });
  if (!entry) throw new Error("is not on the list");
  const path = new URL(town.core.waiting.linkOf(entry)).pathname;
  expect((await who.open(path)).text).toContain("CONFERMA LISTA D’ATTESA");
  expect((await who.press({ azione: "conferma" }, path)).text).toContain("Sei nella lista d’attesa");
  return path;
}

describe("the waiting list", () => {
  it("is offered where there is no time, and where the first is days away", async () => {
    const who = visitor(town);
    const times = await who.open("/prenota?ufficio=raro&servizio=pratica");
    expect(times.text).toContain('href="/attesa?ufficio=raro&amp;servizio=pratica"');
    await others(FIRST, 1);
    await others(SECOND, 2);
    const none = await who.open("/prenota?ufficio=raro&servizio=pratica");
    expect(none.text).toContain("Avvisami se si libera un posto");
    const ask = await who.open(ASK);
    expect(ask.status).toBe(200);
    expect(ask.text).toContain("Lo teniamo riservato per te per 20 minuti");
    expect((await who.open("/attesa?ufficio=nessuno")).status).toBe(404);
    expect((await who.open("/attesa")).status).toBe(404);
  });

  it("tells every problem of the form, keeps what was typed, and writes to nobody", async () => {
    const who = visitor(town);
    const answer = await who.press({ nome: "Mario Rossi", email: "nessuno", motivo: "" }, ASK);
    expect(answer.status).toBe(422);
    for (const text of ["L’indirizzo e-mail non è corretto", "Scrivi il motivo", "obbligatorio accettare"]) {
      expect(answer.text).toContain(text);
    }
    expect(answer.text).toContain('value="Mario Rossi"');
    expect(await town.core.records.waiting.of({ email: "nessuno" })).toEqual([]);
    expect(await town.core.records.outbox.find({})).toEqual([]);
  });

  it("asks for the days, hours and modes there are, all chosen, and says in mail and page what was asked for", async () => {
    await town.core.importTimetable({ offices: [BUSY] }, { actor: "staff:anna" });
    const who = visitor(town);
    const ask = await who.open(ASK);
    expect([...ask.text.matchAll(/name="giorno-(\w+)" value="si" checked/g)].map(([, day]) => day)).toEqual([
      "mon",
      "tue",
      "thu",
    ]);
    expect(ask.text).toContain('value="tutti" selected>Qualsiasi orario');
    expect(ask.text).toContain('value="tutti" selected>In Presenza o VIRTUALE');
    const none = await who.press({ ...FORM, email: "nessuno" }, ASK);
    expect(none.status).toBe(422);
    expect(none.text).toContain('<a href="#giorni">Scegli almeno un giorno.</a>');
    expect(none.text).toContain("L’indirizzo e-mail non è corretto");
    const days = { "giorno-tue": "si", "giorno-thu": "si" };
    const wrong = await who.press({ ...FORM, ...days, orario: "morning", email: "nessuno" }, ASK);
    expect([...wrong.text.matchAll(/name="giorno-(\w+)" value="si" checked/g)]).toHaveLength(2);
    expect(wrong.text).toContain('value="morning" selected');

    const sent = await who.press({ ...FORM, ...days, orario: "morning", modalita: "virtual" }, ASK);
    expect(sent.text).toContain(
      "Hai chiesto un avviso quando si libera un posto con Ufficio raro (Pratica): martedì o giovedì, fino a lunedì 14 dicembre 2026, prima delle 14:00, VIRTUALE.",
    );
    const [entry] = await town.core.waiting.of({ email: MARIO.email });
    // Tuesday the fifteenth at nine is free.
    expect(entry?.wish).toEqual({
      ...{ modes: ["virtual"], days: ["tue", "thu"], from: null, to: "2026-12-14" },
      ...{ after: null, before: "14:00" },
    });
    const facts = ["martedì o giovedì, fino a lunedì 14 dicembre 2026", "prima delle 14:00", "VIRTUALE"];
    await town.core.tick();
    const [mail] = await town.mails();
    for (const fact of facts) expect(mail?.text).toContain(`: ${fact}`);
    const path = new URL(town.core.waiting.linkOf(entry ?? { code: "" })).pathname;
    for (const page of [await who.open(path), await who.press({ azione: "conferma" }, path)])
      for (const fact of facts) expect(page.text).toContain(`<dd>${fact}</dd>`);
  });

  it("repeats what was asked for in the page's language, and nothing of who is on the list already", async () => {
    const path = await joined(visitor(town));
    const stranger = visitor(town);
    const sent = await stranger.press({ ...FORM, modalita: "virtual" }, `${ASK}&lang=en`);
    const asked =
      "You asked to be told when a time with Ufficio raro (Pratica) becomes free: any day, until Sunday, 13 December 2026, any time, VIRTUAL.";
    expect(sent.text).toContain(asked);
    expect(stranger.path).not.toContain("example.org");
    expect((await stranger.open(stranger.path)).text).toContain(asked);
    const [entry] = await town.core.waiting.of({ email: MARIO.email });
    expect(entry?.wish.modes).toEqual(["in_person", "virtual"]);
    expect((await visitor(town).open(path)).text).toContain("<dd>In Presenza o VIRTUALE</dd>");
    const other = await stranger.press({ ...FORM, email: "anna@example.org" }, "/attesa?ufficio=raro");
    expect(other.text).toContain("con Ufficio raro: qualsiasi giorno, fino a domenica 13 dicembre 2026,");
    // Addresses that nobody was led to.
    for (const query of [
      "",
      "?ufficio=nessuno",
      "?ufficio=raro&entro=2026-99-99&modalita=volo&giorno-fri=si",
    ]) {
      const page = await stranger.open(`/attesa/inviata${query}`);
      expect(page.status).toBe(200);
      expect(page.text).toContain("Apri la tua posta");
      expect(page.text.includes("qualsiasi giorno, qualsiasi orario, In Presenza o VIRTUALE.")).toBe(
        query.includes("raro"),
      );
    }
  });

  it("is left with another wish and the same turn, by a press on the entry's own page", async () => {
    await town.core.importTimetable({ offices: [BUSY] }, { actor: "staff:anna" });
    const who = visitor(town);
    const days = { "giorno-mon": "si", "giorno-thu": "si" };
    const virtual = { ...FORM, ...days, modalita: "virtual" };
    const path = await joined(who, virtual);
    await joined(visitor(town), { ...virtual, email: "anna@example.org" });
    const listed = await who.open(path);
    expect(listed.text).toContain("<dt>Argomento</dt><dd>Pratica</dd>");
    expect(listed.text).toContain(`href="${path}/modifica">Cambia giorni, orari o modalità</a>`);

    const before = everyRow(town);
    const form = await who.open(`${path}/modifica`);
    for (const method of ["GET", "HEAD"]) {
      expect((await open(town, `${path}/modifica`, {}, method)).status).toBe(200);
    }
    expect(
      [...form.text.matchAll(/name="giorno-(\w+)" value="si"( checked)?/g)].map(([, ...of]) => of),
    ).toEqual([
      ["mon", " checked"],
      ["tue", undefined],
      ["thu", " checked"],
    ]);
    expect(fieldOf(form.text, "orario")).toBe("tutti");
    expect(fieldOf(form.text, "modalita")).toBe("virtual");
    const none = await who.press({ orario: "afternoon", modalita: "virtual" }, `${path}/modifica`);
    expect(none.status).toBe(422);
    expect(none.text).toContain('<a href="#giorni">Scegli almeno un giorno.</a>');
    expect(fieldOf(none.text, "orario")).toBe("afternoon");
    expect(everyRow(town)).toEqual(before);

    const wish = { ...days, orario: "morning", modalita: "tutti" };
    for (const times of [1, 2]) {
      const changed = await who.press(wish, `${path}/modifica`);
      expect(`${times} ${who.path}`).toBe(`${times} ${path}?esito=cambiata`);
      expect(changed.text).toContain(
        "Fatto: abbiamo cambiato quello che aspetti e non hai perso il tuo turno.",
      );
      const facts = ["lunedì o giovedì, fino a domenica 13 dicembre 2026", "prima delle 14:00"];
      for (const fact of [...facts, "In Presenza o VIRTUALE"])
        expect(changed.text).toContain(`<dd>${fact}</dd>`);
    }
    const again = await who.open(`${path}/modifica`);
    expect(fieldOf(again.text, "orario")).toBe("morning");
    expect(fieldOf(again.text, "modalita")).toBe("tutti");
    const order = await town.core.records.waiting.inOrder("raro", town.now);
    expect(order.map(({ contact }) => contact?.email)).toEqual([MARIO.email, "anna@example.org"]);
  });

  it("keeps the time that is offered to who changes what they wait for", async () => {
    const [first] = [await others(FIRST, 1), await others(SECOND, 2)];
    const who = visitor(town);
    const path = await joined(who);
    await cancel(first.code);
    expect((await who.open(path)).text).toContain(`href="${path}/modifica"`);
    const changed = await who.press({ modalita: "virtual" }, `${path}/modifica`);
    expect(changed.text).toContain("Fatto: abbiamo cambiato quello che aspetti");
    expect(changed.text).toContain("lun 14/12/26 - 10:00 (15 min.) - In Presenza");
  });

  it("leads who may not change anything to the page that says why", async () => {
    const who = visitor(town);
    await who.press(FORM, ASK);
    const [entry] = await town.core.waiting.of({ email: MARIO.email });
    const path = new URL(town.core.waiting.linkOf(entry ?? { code: "" })).pathname;
    const wish = { modalita: "virtual" };
    // Not proven yet.
    for (const page of [await who.open(`${path}/modifica`), await who.press(wish, `${path}/modifica`)]) {
      expect(page.status).toBe(200);
      expect(page.text).toContain("CONFERMA LISTA D’ATTESA");
      expect(who.path).toBe(path);
    }
    await who.press({ azione: "conferma" }, path);
    const foreign = await fetch(`${town.url}${path}/modifica`, {
      method: "POST",
      headers: { origin: "https://evil.example.org", "content-type": "application/x-www-form-urlencoded" },
      body: "modalita=virtual",
    });
    expect(foreign.status).toBe(403);
    const mangled = `${path.slice(0, -1)}${path.endsWith("A") ? "B" : "A"}/modifica`;
    for (const page of [await who.open(mangled), await who.press(wish, mangled)]) {
      expect(page.status).toBe(404);
      expect(page.text).toContain("Link non valido");
    }
    expect((await town.core.waiting.of({ email: MARIO.email }))[0]?.wish.modes).toHaveLength(2);
    // The office leaves no choice any more.
    const hours = (RARE.hours ?? []).map((rule) => ({ ...rule, modes: ["in_person"] as const }));
    await town.core.importTimetable({ offices: [{ ...RARE, hours }] }, { actor: "staff:anna" });
    for (const page of [await who.open(`${path}/modifica`), await who.press(wish, `${path}/modifica`)]) {
      expect(who.path).toBe(path);
      expect(page.text).not.toContain("/modifica");
    }
    await who.press({ azione: "esci" }, path);
    for (const page of [await who.open(`${path}/modifica`), await who.press(wish, `${path}/modifica`)]) {
      expect(page.status).toBe(410);
      expect(page.text).toContain("Non sei più nella lista d’attesa");
    }
  });

  it("leads from the mail to a confirmed appointment with one press, and only one", async () => {
    const [first] = [await others(FIRST, 1), await others(SECOND, 2)];
    const who = visitor(town);
    const path = await joined(who);
    await cancel(first.code);
    const offer = await who.open(path);
    expect(offer.text).toContain("Si è liberato un posto");
    expect(offer.text).toContain("lun 14/12/26 - 10:00 (15 min.) - In Presenza");
    const posto = /name="posto" value="([^"]+)"/.exec(offer.text)?.[1] ?? "";
    // Looking changes nothing, and neither does a press of another offer's button.
    await who.open(path);
    expect((await who.press({ azione: "prendi", posto: "ZZZ-ZZZ" }, path)).text).toContain(posto);
    const taken = await who.press({ azione: "prendi", posto }, path);
    expect(who.path).toMatch(/^\/prenotazione\/.*esito=confermata/);
    expect(taken.text).toContain("lunedì 14 dicembre 2026, dalle 10:00 alle 10:15");
    const [booking] = await town.core.records.bookings.find({ email: MARIO.email });
    expect(booking).toMatchObject({ state: "confirmed", reason: "Pratica", service: "pratica" });
    const again = await who.press({ azione: "prendi", posto }, path);
    expect(again.status).toBe(410);
    expect(again.text).toContain("Non sei più nella lista d’attesa");
  });

  it("is declined, lapses and is left with buttons that can be pressed again", async () => {
    const [first] = [await others(FIRST, 1), await others(SECOND, 2)];
    const [who, second] = [visitor(town), visitor(town)];
    const path = await joined(who);
    const next = await joined(second, { ...FORM, email: "anna@example.org" });
    await cancel(first.code);
    const posto = /name="posto" value="([^"]+)"/.exec((await who.open(path)).text)?.[1] ?? "";
    expect((await who.press({ azione: "rifiuta", posto }, path)).text).toContain("Sei nella lista d’attesa");
    await who.press({ azione: "rifiuta", posto }, path);
    const offered = await second.open(next);
    expect(offered.text).toContain("Si è liberato un posto");
    const theirs = /name="posto" value="([^"]+)"/.exec(offered.text)?.[1] ?? "";
    town.now += 21 * MINUTE;
    const late = await second.press({ azione: "prendi", posto: theirs }, next);
    expect(late.text).toContain("Questo posto non è più riservato per te");
    const left = await second.press({ azione: "esci" }, next);
    expect(left.text).toContain("Non sei più nella lista d’attesa");
    expect((await second.open(next)).status).toBe(410);
  });

  it("moves a later appointment to the time that came free", async () => {
    const first = await others(FIRST, 1);
    const own = await confirmBooking(town.core, SECOND, {
      office: "raro",
      citizen: { name: "Mario Rossi", email: MARIO.email, reason: "x" },
    });
    const who = visitor(town);
    // Without a topic, as the appointment they have.
    await who.press(FORM, "/attesa?ufficio=raro");
    const [entry] = await town.core.waiting.of({ email: MARIO.email });
    const path = new URL(town.core.waiting.linkOf(entry ?? { code: "" })).pathname;
    await who.press({ azione: "conferma" }, path);
    await cancel(first.code);
    const offer = await who.open(path);
    expect(offer.text).toContain("Hai già un appuntamento con questo ufficio (lun 21/12/26 - 10:00");
    const posto = /name="posto" value="([^"]+)"/.exec(offer.text)?.[1] ?? "";
    await who.press({ azione: "sposta", posto }, path);
    expect(who.path).toMatch(/esito=spostata/);
    expect(accepted(await town.core.getBooking(own.code)).booking).toMatchObject({
      start: Date.parse(FIRST),
      state: "confirmed",
    });
  });

  it("answers mangled links and foreign presses as everywhere", async () => {
    const who = visitor(town);
    const path = await joined(who);
    expect((await who.open(`${path.slice(0, -1)}${path.endsWith("A") ? "B" : "A"}`)).status).toBe(404);
    const foreign = await fetch(`${town.url}${path}`, {
      method: "POST",
      headers: { origin: "https://evil.example.org", "content-type": "application/x-www-form-urlencoded" },
      body: "azione=esci",
    });
    expect(foreign.status).toBe(403);
    expect(await town.core.waiting.of({ email: MARIO.email })).toHaveLength(1);
  });
});
