import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { book, everyRow, HOUR, MINUTE, NOW, OFFICE, openTown, START, type Town } from "./town.ts";
import { choices, fieldOf, MARIO, visitor, walkTo } from "./visitor.ts";

const SOCIAL = {
  id: "sociale",
  name: "Servizio Sociale",
  services: [
    { id: "contributi", name: "Contributi" },
    { id: "assegno", name: "Assegno di maternità", minutes: 30, modes: ["in_person"] as const },
  ],
  hours: [
    {
      days: ["tue" as const],
      from: "16:00",
      to: "18:00",
      slot: 15,
      modes: ["in_person", "virtual"] as const,
    },
  ],
};
const MAYOR = {
  id: "sindaco",
  name: "Sindaco",
  services: [{ id: "imu", name: "Informazioni IMU" }],
  hours: [{ days: ["mon" as const], from: "08:00", to: "09:00", slot: 15, modes: ["in_person"] as const }],
};
const PLAIN = { ...MAYOR, id: "protocollo", name: "Protocollo", services: [] };

let town: Town;
beforeAll(async () => {
  town = await openTown({
    offices: [OFFICE, SOCIAL, MAYOR, PLAIN, { id: "chiuso", name: "Ufficio senza orari" }],
    municipality: {
      policy: { horizon_days: 180, max_unconfirmed: 50, max_live: 50, max_live_per_office: 50 },
    },
  });
});
afterEach(() => {
  town.now = NOW;
});
afterAll(() => town.close());

const bookingsWith = (email: string) => town.core.records.bookings.find({ email });
const heldFrom = (from: number) =>
  town.core.records.bookings.find({ states: ["held"], from, to: from + MINUTE });

describe("the journey", () => {
  it("leads from the office to a request in five steps, with the titles of the municipal model", async () => {
    const who = visitor(town);
    const place = await who.open("/prenota");
    expect(place.status).toBe(200);
    expect(place.text).toContain("<title>Luogo - Prenotazione appuntamento - Comune di Ozieri</title>");
    const steps = /<ul aria-label="Passi della prenotazione">([\s\S]*?)<\/ul>/.exec(place.text)?.[1] ?? "";
    expect(
      steps
        .replaceAll(/<[^>]+>/g, " ")
        .replaceAll(/\s+/g, " ")
        .trim(),
    ).toBe("Passo 1 di 5, quello attuale: Luogo Data e orario Dettagli appuntamento Richiedente Riepilogo");
    expect(place.text).toContain("I campi contraddistinti dal simbolo asterisco (*) sono obbligatori.");

    const time = await who.open("/prenota?passo=luogo&ufficio=tributi-imu");
    expect(time.text).toContain("<title>Data e orario - Prenotazione appuntamento");
    expect(time.text).toContain("Appuntamenti disponibili");
    const details = await who.press({ orario: `${START}.virtual` });
    expect(details.status).toBe(200);
    expect(who.path).toMatch(/^\/prenota\/[0-9A-Z]{3}-[0-9A-Z]{3}\/dettagli$/);
    expect(details.text).toContain("<title>Dettagli appuntamento - Prenotazione appuntamento");
    expect(details.text).toContain("lun 14/12/26 - 10:00 (15 min.) - VIRTUALE");
    expect(details.text).toContain("Orario riservato per te fino alle 09:10");

    const applicant = await who.press({ argomento: "imu", motivo: "Calcolo dell'imposta" });
    expect(applicant.text).toContain("<title>Richiedente - Prenotazione appuntamento");
    const summary = await who.press(MARIO);
    expect(summary.text).toContain("<title>Riepilogo - Prenotazione appuntamento");
    for (const fact of [
      "Tributo IMU",
      "lunedì 14 dicembre 2026",
      "10:00 - 10:15",
      "VIRTUALE",
      "Informazioni IMU",
      "Calcolo dell&#39;imposta",
      "Mario Rossi",
      "mario.rossi@example.org",
      "Documento d&#39;identità",
      "consenso obbligatorio",
      "ATTENZIONE!",
      "entro 2 ore",
      "Richiedi appuntamento</button>",
    ]) {
      expect(summary.text).toContain(fact);
    }
    const sent = await who.press({ ...MARIO, motivo: "Calcolo dell'imposta", consenso: "si" });
    expect(sent.status).toBe(200);
    expect(who.path).toMatch(/\/inviata$/);
    expect(sent.text).toContain("<h1");
    expect(sent.text).toContain("L’appuntamento non è ancora prenotato");
    expect(sent.text).toContain("Fallo entro le ore 11:00 di giovedì 10 dicembre.");
    const [booking] = await bookingsWith(MARIO.email);
    expect(booking).toMatchObject({
      office: "tributi-imu",
      service: "imu",
      start: START,
      mode: "virtual",
      state: "pending",
      name: "Mario Rossi",
      reason: "Calcolo dell'imposta",
      locale: "it",
      consent: { version: "2026-01", at: NOW },
    });
  });

  it("keeps what was typed out of every address, and out of the cookies once it has been sent", async () => {
    const who = visitor(town);
    const seen: string[] = [];
    await who.open("/prenota?ufficio=tributi-imu&servizio=imu");
    const answers: readonly Record<string, string>[] = [
      { orario: `${START + 15 * MINUTE}.virtual` },
      { argomento: "imu", motivo: "Segretissimo" },
      { nome: "Carla Bianchi", email: "carla@example.org" },
    ];
    for (const fields of answers) {
      await who.press(fields);
      seen.push(who.path);
    }
    expect([...who.cookies.keys()].sort()).toEqual(["ricevimenti", "ricevimenti-modulo-0"]);
    await who.press({
      nome: "Carla Bianchi",
      email: "carla@example.org",
      motivo: "Segretissimo",
      consenso: "si",
    });
    seen.push(who.path);
    expect([...who.cookies.keys()]).toEqual(["ricevimenti"]);
    expect(seen.join(" ")).not.toMatch(/carla|bianchi|segret/i);
    expect(JSON.stringify(town.log)).not.toMatch(/carla|bianchi|segret/i);
  });

  it("hands out cookies that scripts and other sites cannot use", async () => {
    const safe = await openTown({ web: { publicUrl: "https://www.example.org/appuntamenti" } });
    const { who } = await walkTo(safe, "richiedente", { who: visitor(safe) });
    expect([...who.cookies.keys()].sort()).toEqual(["__Host-ricevimenti", "__Secure-ricevimenti-modulo-0"]);
    const answer = await fetch(`${safe.url}/prenota?ufficio=tributi-imu&servizio=imu`);
    await answer.text();
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-ricevimenti=[\w-]{22}; Max-Age=86400; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    await safe.close();
  });
});

describe("Luogo", () => {
  it("offers offices with address and hours, and none without a free time", async () => {
    const { text } = await visitor(town).open("/prenota");
    expect(text).toContain("Via Vittorio Veneto 11");
    expect(text).toContain("lunedì e mercoledì 10:00-12:00");
    expect(text).toMatch(/id="ufficio-chiuso"[^>]* disabled/);
    expect(text).not.toMatch(/id="ufficio-sindaco"[^>]* disabled/);
    expect(text).toContain("Nessuna disponibilità");
  });

  it("says what is wrong when nothing was chosen", async () => {
    const { status, text } = await visitor(town).open("/prenota?passo=luogo");
    expect(status).toBe(422);
    expect(text).toContain("<title>Errore: Luogo");
    expect(text).toContain('<a href="#ufficio-tributi-imu">Seleziona l’ufficio a cui vuoi richiedere');
  });

  it("offers only the competent offices for a topic, and chooses it", async () => {
    const who = visitor(town);
    const { text } = await who.open("/prenota?servizio=imu");
    expect([...text.matchAll(/name="ufficio" id="ufficio-([\w-]+)"/g)].map(([, id]) => id)).toEqual([
      "tributi-imu",
      "sindaco",
    ]);
    expect(text).toContain("Questi sono gli uffici competenti per: Informazioni IMU.");
    expect(text).toContain('<input type="hidden" name="servizio" value="imu">');
    await who.open("/prenota?passo=luogo&servizio=imu&ufficio=sindaco");
    const details = await who.press({ orario: choices((await who.open(who.path)).text)[0] ?? "" });
    expect(fieldOf(details.text, "argomento")).toBe("imu");
  });

  it("sends somebody with a topic the office does not deal with to those that do", async () => {
    const { text } = await visitor(town).open("/prenota?ufficio=sociale&servizio=imu");
    expect(text).toContain("Questi sono gli uffici competenti per: Informazioni IMU.");
  });

  it("offers every office where the topic is not known any more", async () => {
    const { status, text } = await visitor(town).open("/prenota?servizio=mai-esistito");
    expect(status).toBe(200);
    expect(text).toContain("non è più disponibile");
    expect(text.match(/name="ufficio"/g)).toHaveLength(5);
  });

  it("refuses an office that is not there", async () => {
    const { status, text } = await visitor(town).open("/prenota?ufficio=nessuno");
    expect(status).toBe(404);
    expect(text).toContain("Questo ufficio non esiste");
  });
});

describe("the topic", () => {
  it("is asked before the times where it decides on them", async () => {
    const who = visitor(town);
    const { text } = await who.open("/prenota?ufficio=sociale");
    expect(text).toContain("Scegli l’argomento dell’appuntamento");
    expect(text).toContain("30 minuti, solo In Presenza");
    const missing = await who.open("/prenota?ufficio=sociale&passo=argomento");
    expect(missing.status).toBe(422);
    expect(missing.text).toContain('<a href="#argomento-contributi">Seleziona l’argomento');
    const times = await who.open("/prenota?ufficio=sociale&passo=argomento&servizio=assegno");
    expect(times.text).toContain("Argomento: Assegno di maternità");
    expect(times.text).toContain("Ogni appuntamento dura 30 minuti.");
    expect(choices(times.text).every((value) => value.endsWith(".in_person"))).toBe(true);
  });

  it("may be one that the office does not list, and stays chosen", async () => {
    const who = visitor(town);
    const times = await who.open("/prenota?ufficio=sociale&servizio=altro");
    const details = await who.press({ orario: choices(times.text)[0] ?? "" });
    expect(fieldOf(details.text, "argomento")).toBe("altro");
    await who.press({ argomento: "altro", motivo: "Un consiglio" });
    const summary = await who.press({ nome: "Anna Verdi", email: "anna@example.org" });
    expect(summary.text).toContain("Altro argomento");
  });

  it("is not asked where the office lists none", async () => {
    const who = visitor(town);
    const times = await who.open("/prenota?ufficio=protocollo");
    const details = await who.press({ orario: choices(times.text)[0] ?? "" });
    expect(details.text).not.toContain('name="argomento"');
    expect((await who.press({ motivo: "Una firma" })).text).toContain("<title>Richiedente");
  });

  it("can be changed afterwards: the same time is held anew, for the length it needs", async () => {
    const who = visitor(town);
    const times = await who.open("/prenota?ufficio=sociale&servizio=contributi");
    const orario = choices(times.text).find((value) => value.endsWith(".in_person")) ?? "";
    await who.press({ orario });
    const before = who.path;
    const next = await who.press({ argomento: "assegno", motivo: "Domanda" });
    expect(next.text).toContain("<title>Richiedente");
    expect(next.text).toContain("(30 min.)");
    expect(who.path).not.toBe(before.replace("dettagli", "richiedente"));
    expect(await heldFrom(Number.parseInt(orario, 10))).toMatchObject([{ service: "assegno" }]);
  });

  it("that does not fit the time leads to the nearest that fit, with nothing retyped", async () => {
    const who = visitor(town);
    await who.open("/prenota?ufficio=sociale&servizio=contributi&giorno=2026-12-22");
    // The last quarter of an hour before the office closes, by video: neither fits.
    const last = Date.parse("2026-12-22T17:45+01:00");
    await who.press({ orario: `${last}.virtual` });
    const lost = await who.press({ argomento: "assegno", motivo: "Domanda per mia figlia" });
    expect(lost.text).toContain("<title>Errore: Data e orario");
    expect(lost.text).toContain("mar 22/12/26 - 17:45");
    expect(lost.text).toContain("quello che hai già scritto non va perso");
    const [nearest = ""] = choices(lost.text);
    expect(new Date(Number(nearest.split(".")[0])).toISOString()).toMatch(/^2026-12-22T/);
    await who.press({ orario: nearest });
    expect(who.path).toMatch(/richiedente$/);
    const back = await who.press({ vai: "indietro" });
    expect(fieldOf(back.text, "motivo")).toBe("Domanda per mia figlia");
    expect(fieldOf(back.text, "argomento")).toBe("assegno");
  });
});

describe("Data e orario", () => {
  it("lets only free days be chosen, and shows exactly the free times of one with their modes", async () => {
    const { text } = await visitor(town).open("/prenota?ufficio=tributi-imu&giorno=2026-12-21");
    const days = [...text.matchAll(/giorno=(2026-12-\d\d)#orari"/g)].map(([, day]) => day);
    expect(days).toEqual(["14", "16", "21", "23", "28", "30"].map((day) => `2026-12-${day}`));
    expect(text).toContain('aria-label="lunedì 21 dicembre, 8 orari liberi" aria-current="date">21</a>');
    expect(text).toContain("Orari di lunedì 21 dicembre 2026");
    expect(text).toContain("In Presenza: ti recherai di persona presso l’ufficio");
    expect(text).toContain("VIRTUALE: ti collegherai con computer");
    const slots = await town.core.listSlots({
      office: OFFICE.id,
      from: Date.parse("2026-12-21T00:00+01:00"),
      to: Date.parse("2026-12-22T00:00+01:00"),
    });
    const free = slots.ok ? slots.slots : [];
    expect(choices(text).toSorted()).toEqual(
      free.flatMap(({ start, modes }) => modes.map((mode) => `${start}.${mode}`)).toSorted(),
    );
  });

  it("goes on to other months", async () => {
    const { text } = await visitor(town).open("/prenota?ufficio=tributi-imu&mese=2027-02");
    expect(text).toContain('aria-current="true">febbraio 2027</a>');
    expect(text).toContain("Orari di lunedì 1 febbraio 2027");
    for (const odd of ["mese=2001-01", "mese=x", "giorno=2026-12-25", "giorno=%00", "giorno=2026-02-30"]) {
      const page = await visitor(town).open(`/prenota?ufficio=tributi-imu&${odd}`);
      expect(page.status).toBe(200);
      expect(page.text).toContain("Orari di lunedì 14 dicembre 2026");
    }
  });

  it("says what is wrong when nothing was chosen, and holds nothing", async () => {
    const who = visitor(town);
    await who.open("/prenota?ufficio=tributi-imu&servizio=imu&giorno=2026-12-28");
    const before = everyRow(town);
    for (const fields of [{}, { orario: "domani" }, { orario: `${START}.telepathy` }]) {
      const { status, text } = await who.press(fields as Record<string, string>);
      expect(status).toBe(422);
      expect(text).toContain('<a href="#orari">Seleziona un orario');
    }
    expect(everyRow(town)).toEqual(before);
  });

  it("holds one time for each browser: another choice gives the first one back", async () => {
    const { who } = await walkTo(town, "dettagli", { orario: `${START + 30 * MINUTE}.virtual` });
    const again = await who.press({ vai: "indietro" });
    expect(again.text).toMatch(new RegExp(`value="${START + 30 * MINUTE}.virtual" required checked`));
    await who.press({ orario: `${START + 45 * MINUTE}.virtual` });
    const stranger = await visitor(town).open("/prenota?ufficio=tributi-imu&giorno=2026-12-14");
    expect(choices(stranger.text)).toContain(`${START + 30 * MINUTE}.virtual`);
    expect(choices(stranger.text)).not.toContain(`${START + 45 * MINUTE}.virtual`);
  });

  it("gives two presses at once one hold", async () => {
    const who = visitor(town);
    await who.open("/prenota?ufficio=tributi-imu&servizio=imu");
    const path = who.path;
    const start = Date.parse("2026-12-16T10:00+01:00");
    const orario = `${start}.virtual`;
    const pages = await Promise.all([who.press({ orario }, path), who.press({ orario }, path)]);
    for (const { text } of pages) expect(text).toContain("<title>Dettagli appuntamento");
    expect(await heldFrom(start)).toHaveLength(1);
  });

  it("leads who was too late to the nearest free times, and marks nothing as chosen", async () => {
    const start = Date.parse("2026-12-23T10:00+01:00");
    const who = visitor(town);
    await who.open("/prenota?ufficio=tributi-imu&servizio=imu&giorno=2026-12-23");
    await book(town, { start });
    const { status, text } = await who.press({ orario: `${start}.in_person` });
    expect(status).toBe(422);
    expect(text).toContain('role="alert"');
    expect(text).toContain('href="#vicini"');
    expect(text).toContain("L’orario mer 23/12/26 - 10:00 (15 min.) - In Presenza non è più disponibile.");
    const near = text.slice(text.indexOf('id="vicini"'), text.indexOf('class="months"'));
    expect(near).toContain(`value="${start + 15 * MINUTE}.in_person"`);
    expect(text).not.toContain(" checked");
  });

  it("says where nothing is free, with a way on", async () => {
    const { status, text } = await visitor(town).open("/prenota?ufficio=chiuso");
    expect(status).toBe(200);
    expect(text).toContain("non ci sono orari liberi per Ufficio senza orari");
    expect(text).toContain("Scegli un altro ufficio</a>");
  });
});

describe("the form", () => {
  it("tells every problem at once, above and beside the field, and keeps what was typed", async () => {
    const { who } = await walkTo(town, "richiedente");
    const { status, text } = await who.press({ nome: "Mario <b>", email: "mario@" });
    expect(status).toBe(422);
    expect(text).toContain("<title>Errore: Richiedente");
    expect(text).toContain("Ci sono 2 problemi");
    expect(text).toContain('<li><a href="#nome">Nel nome ci sono caratteri non ammessi');
    expect(text).toContain('<li><a href="#email">L’indirizzo e-mail non è corretto');
    expect(text).toContain('tabindex="-1" autofocus');
    expect(text).toMatch(/id="nome"[^>]*aria-invalid="true" aria-describedby="nome-errore"/);
    expect(text).toMatch(/id="email"[^>]*aria-describedby="email-aiuto email-errore"/);
    expect(fieldOf(text, "nome")).toBe("Mario &lt;b&gt;");
    expect(fieldOf(text, "email")).toBe("mario@");
  });

  it("asks for topic and reason", async () => {
    const { who } = await walkTo(town, "dettagli", { office: "sindaco", service: "imu" });
    const { status, text } = await who.press({ argomento: "", motivo: " " });
    expect(status).toBe(422);
    expect(text).toContain('<a href="#argomento">Seleziona l’argomento');
    expect(text).toContain('<a href="#motivo">Scrivi il motivo');
  });

  it("is kept on the way back, without being checked", async () => {
    const { who } = await walkTo(town, "richiedente");
    await who.press({ nome: "Mar", email: "mario", vai: "indietro" });
    expect(who.path).toMatch(/dettagli$/);
    const details = await who.press({ argomento: "imu", motivo: "Altra cosa", vai: "indietro" });
    expect(details.text).toContain("<title>Data e orario");
    const [chosen = ""] = /value="([\d.a-z_]+)" required checked/.exec(details.text)?.slice(1) ?? [];
    const forth = await who.press({ orario: chosen });
    expect(forth.text).toContain("<title>Richiedente");
    expect(fieldOf(forth.text, "nome")).toBe("Mar");
    expect(fieldOf(forth.text, "email")).toBe("mario");
  });

  it("comes back whole after the longest text, line breaks and foreign letters", async () => {
    const { who } = await walkTo(town, "dettagli");
    const motivo = `Prima riga.\n${"語".repeat(900)}\n"virgolette" & <segni>`;
    await who.press({ argomento: "imu", motivo });
    const { text } = await who.press({ vai: "indietro" });
    const kept = fieldOf(text, "motivo")
      ?.replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");
    expect(kept?.replaceAll("\r\n", "\n")).toBe(motivo);
  });

  it("refuses what is too long, and still shows it", async () => {
    const { who } = await walkTo(town, "dettagli");
    const { status, text } = await who.press({ argomento: "imu", motivo: "x".repeat(1001) });
    expect(status).toBe(422);
    expect(text).toContain("Il motivo è troppo lungo");
    expect(fieldOf(text, "motivo")).toHaveLength(1001);
  });

  it("leads from the summary to the first step that is not filled in", async () => {
    const { who } = await walkTo(town, "dettagli");
    const { text } = await who.open(who.path.replace("dettagli", "riepilogo"));
    expect(text).toContain("<title>Dettagli appuntamento");
    await who.press({ argomento: "imu", motivo: "Calcolo" });
    expect((await who.open(who.path.replace("richiedente", "riepilogo"))).text).toContain(
      "<title>Richiedente",
    );
  });

  it("needs the consent, says so at the box, and sends nothing without it", async () => {
    const { who } = await walkTo(town, "riepilogo", { email: "nocons@example.org" });
    const { status, text } = await who.press({ ...MARIO, email: "nocons@example.org", motivo: "Calcolo" });
    expect(status).toBe(422);
    expect(text).toContain('<a href="#consenso">Per prenotare è obbligatorio accettare');
    expect(text).toMatch(/id="consenso"[^>]*aria-invalid="true"/);
    expect(await bookingsWith("nocons@example.org")).toEqual([]);
  });

  it("sends what the summary shows, whatever another window has typed meanwhile", async () => {
    const { who, page } = await walkTo(town, "riepilogo", { email: "prima@example.org" });
    const path = who.path;
    await who.press(
      { nome: "Altro Nome", email: "dopo@example.org" },
      path.replace("riepilogo", "richiedente"),
    );
    const shown = {
      nome: fieldOf(page.text, "nome") ?? "",
      email: fieldOf(page.text, "email") ?? "",
      motivo: fieldOf(page.text, "motivo")?.replaceAll("&#39;", "'") ?? "",
    };
    expect(shown.email).toBe("prima@example.org");
    await who.press({ ...shown, consenso: "si" }, path);
    expect(await bookingsWith("prima@example.org")).toHaveLength(1);
    expect(await bookingsWith("dopo@example.org")).toEqual([]);
  });

  it("does no harm when sent twice, at once or later", async () => {
    const email = "doppio@example.org";
    const { who } = await walkTo(town, "riepilogo", { email });
    const path = who.path;
    const form = { ...MARIO, email, motivo: "Calcolo dell'imposta", consenso: "si" };
    const pages = await Promise.all([who.press(form, path), who.press(form, path)]);
    pages.push(await who.press(form, path), await who.open(path));
    for (const { status, text } of pages) {
      expect(status).toBe(200);
      expect(text).toContain("L’appuntamento non è ancora prenotato");
    }
    const found = await bookingsWith(email);
    expect(found).toHaveLength(1);
    const sent = await town.core.records.outbox.find({ booking: found[0]?.code ?? "" });
    expect(sent).toHaveLength(1);
  });

  it("says why a rule forbids the request, and keeps the page", async () => {
    const strict = await openTown();
    await walkTo(strict, "inviata", { who: visitor(strict) });
    const { who } = await walkTo(strict, "riepilogo", { who: visitor(strict) });
    const { status, text } = await who.press({ ...MARIO, motivo: "Ancora", consenso: "si" });
    expect(status).toBe(409);
    expect(text).toContain("Hai già un appuntamento con questo ufficio");
    expect(text).toContain("Richiedi appuntamento</button>");
    await strict.close();
  });
});

describe("a hold that has lapsed", () => {
  it("can be taken again from a page that says so, with what was typed", async () => {
    const { who } = await walkTo(town, "riepilogo");
    town.now = NOW + 10 * MINUTE;
    const before = everyRow(town);
    const { status, text } = await who.open(who.path);
    expect(status).toBe(410);
    expect(text).toContain("Il tempo è scaduto");
    expect(text).toContain("Continua con lo stesso orario");
    expect(everyRow(town)).toEqual(before);
    const [orario = ""] = choices(text);
    const action = /<form method="post" action="([^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
    const again = await who.press({ orario }, action);
    expect(again.text).toContain("<title>Riepilogo");
    expect(fieldOf(again.text, "email")).toBe(MARIO.email);
  });

  it("is taken again by the press itself where the time is still free", async () => {
    const email = "tardi@example.org";
    const { who } = await walkTo(town, "riepilogo", { email });
    town.now = NOW + HOUR;
    const sent = await who.press({ ...MARIO, email, motivo: "Calcolo", consenso: "si" });
    expect(sent.text).toContain("L’appuntamento non è ancora prenotato");
    expect(await bookingsWith(email)).toHaveLength(1);
  });

  it("leads to the nearest times where others were quicker, with nothing retyped", async () => {
    const email = "piano@example.org";
    const start = Date.parse("2026-12-28T11:00+01:00");
    const { who } = await walkTo(town, "riepilogo", { email, orario: `${start}.virtual` });
    town.now = NOW + 11 * MINUTE;
    await book(town, { start });
    const lost = await who.press({ ...MARIO, email, motivo: "Calcolo dell'imposta", consenso: "si" });
    expect(lost.text).toContain("<title>Errore: Data e orario");
    const again = await who.press({ orario: choices(lost.text)[0] ?? "" });
    expect(again.text).toContain("<title>Riepilogo");
    const sent = await who.press({ ...MARIO, email, motivo: "Calcolo dell'imposta", consenso: "si" });
    expect(sent.text).toContain("L’appuntamento non è ancora prenotato");
  });

  it("need not lapse: whoever needs more time gets it, and what was typed stays", async () => {
    const { who } = await walkTo(town, "dettagli");
    town.now = NOW + 8 * MINUTE;
    const { text } = await who.press({ argomento: "imu", motivo: "Sto ancora scr", vai: "tempo" });
    expect(text).toContain("<title>Dettagli appuntamento");
    expect(text).toContain("fino alle 09:18");
    expect(fieldOf(text, "motivo")).toBe("Sto ancora scr");
  });

  it("stays the browser's own: another one cannot go on with it", async () => {
    const { who } = await walkTo(town, "riepilogo", { email: "mio@example.org" });
    const stranger = visitor(town);
    await stranger.open("/prenota?ufficio=sindaco&servizio=imu");
    const before = everyRow(town);
    for (const step of ["dettagli", "richiedente", "riepilogo", "inviata"]) {
      const path = who.path.replace("riepilogo", step);
      for (const someone of [stranger, visitor(town)]) {
        const { status, text } = await someone.open(path);
        expect(status).toBe(410);
        expect(text).toContain("Non troviamo la tua richiesta");
        expect(text).not.toContain("mio@example.org");
      }
    }
    const pressed = await stranger.press({ ...MARIO, motivo: "x", consenso: "si" }, who.path);
    expect(pressed.status).toBe(410);
    expect(everyRow(town)).toEqual(before);
  });
});

describe("after the request", () => {
  it("the mail can be sent again three times, and then no more", async () => {
    const { who } = await walkTo(town, "inviata", { email: "ancora@example.org" });
    const page = who.path;
    for (let time = 1; time <= 3; time += 1) {
      const { text } = await who.press({}, `${page}/rispedisci`);
      expect(text).toContain("Ti abbiamo mandato di nuovo la mail.");
    }
    const { status, text } = await who.press({}, `${page}/rispedisci`);
    expect(status).toBe(409);
    expect(text).toContain(`href="${page}">Torna alla richiesta`);
  });

  it("a mistyped address can be put right: the deadline stays, the first mail's link dies", async () => {
    const { who } = await walkTo(town, "inviata", { email: "sbagliato@example.org" });
    const [first] = await bookingsWith("sbagliato@example.org");
    const page = who.path;
    const wrong = await who.press({ email: "non un indirizzo" }, `${page}/correggi`);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('<a href="#email">L’indirizzo e-mail non è corretto');
    expect(fieldOf(wrong.text, "email")).toBe("non un indirizzo");
    const { text } = await who.press({ email: "giusto@example.org" }, `${page}/correggi`);
    expect(text).toContain("Indirizzo corretto");
    expect(text).toContain("giusto@example.org</strong>");
    const [second] = await bookingsWith("giusto@example.org");
    expect(second).toMatchObject({ code: first?.code, expires: first?.expires, version: 2 });
  });

  it("the page says when it is too late, and when all is done", async () => {
    const late = await walkTo(town, "inviata", { email: "scaduto@example.org" });
    town.now = NOW + 2 * HOUR;
    expect((await late.who.open(late.who.path)).status).toBe(410);
    town.now = NOW;
    const { who } = await walkTo(town, "inviata", { email: "fatto@example.org" });
    const [booking] = await bookingsWith("fatto@example.org");
    await town.core.confirm({ code: booking?.code ?? "", actor: "citizen" });
    const { text } = await who.open(who.path);
    expect(text).toContain("La prenotazione è già confermata");
  });
});

describe("the language", () => {
  it("goes with the citizen through the journey and into the mail", async () => {
    const who = visitor(town);
    const times = await who.open("/prenota?ufficio=tributi-imu&servizio=imu&lang=en");
    expect(times.text).toContain("Available appointments");
    await who.press({ orario: choices(times.text)[0] ?? "" });
    expect(who.path).toContain("lang=en");
    await who.press({ argomento: "imu", motivo: "Tax" });
    await who.press({ nome: "John Smith", email: "john@example.org" });
    const sent = await who.press({
      nome: "John Smith",
      email: "john@example.org",
      motivo: "Tax",
      consenso: "si",
    });
    expect(sent.text).toContain("The appointment is not booked yet");
    expect(await bookingsWith("john@example.org")).toMatchObject([{ locale: "en" }]);
  });

  it("changed in the middle changes the mail's, too", async () => {
    const { who } = await walkTo(town, "riepilogo", { email: "jane@example.org" });
    await who.open(`${who.path}?lang=en`);
    await who.press({ nome: "Jane Smith", email: "jane@example.org", motivo: "Tax", consenso: "si" });
    expect(await bookingsWith("jane@example.org")).toMatchObject([{ locale: "en" }]);
  });
});
