import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { book, HOUR, MINUTE, NOW, OFFICE, open, openTown, pathTo, press, START, type Town } from "./town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

describe("the booking's page", () => {
  it("has everything a citizen needs", async () => {
    const booking = await book(town);
    const { status, text } = await open(town, pathTo(town, booking, "manage"));
    expect(status).toBe(200);
    for (const fact of [
      "Tributo IMU",
      "Servizio 3.1. Tributi. IMU",
      "Informazioni IMU",
      "lunedì 14 dicembre 2026, dalle 10:00 alle 10:15",
      "VIRTUALE",
      "Documento d&#39;identità",
      "Mario Rossi",
      booking.code,
      "confermata",
      'href="tel:079000000"',
      'href="mailto:tributi@example.org"',
    ]) {
      expect(text).toContain(fact);
    }
    expect(text).toContain(`href="${pathTo(town, booking, "join")}">PARTECIPA</a>`);
    expect(text).toContain(">MODIFICA</a>");
    expect(text).toContain(">ANNULLA PRENOTAZIONE</a>");
    expect(text).toContain(`href="${pathTo(town, booking, "calendar")}"`);
    expect(text).toContain('href="https://calendar.google.com/');
    expect(text).toContain('href="https://outlook.');
  });

  it("names the place and offers no video for an appointment in person", async () => {
    const booking = await book(town, { mode: "in_person", start: START + 15 * MINUTE });
    const { text } = await open(town, pathTo(town, booking, "manage"));
    expect(text).toContain("In Presenza");
    expect(text).toContain("Via Vittorio Veneto 11");
    expect(text).not.toContain("PARTECIPA</a>");
  });

  it("says loudly that a pending booking is not confirmed, and hands out no way around the mail", async () => {
    const booking = await book(town, { confirmed: false, start: START + 30 * MINUTE });
    const { status, text } = await open(town, pathTo(town, booking, "manage"));
    expect(status).toBe(200);
    expect(text).toContain("non è ancora confermata");
    expect(text).toContain("entro le ore 11:00 di giovedì 10 dicembre");
    expect(text).not.toContain("/conferma/");
    expect(text).not.toContain("calendar.google.com");
  });

  it("lets who is late tell the office, from the day before on, and says so", async () => {
    const booking = await book(town, { mode: "in_person", start: START + 7 * 24 * HOUR });
    const path = pathTo(town, booking, "manage");
    expect((await open(town, path)).text).not.toContain("Sono in ritardo");
    town.now = booking.start - HOUR;
    expect((await open(town, path)).text).toContain("Sono in ritardo");
    const answer = await press(town, `${path}/ritardo`);
    expect(answer.status).toBe(303);
    const told = await open(town, answer.headers.get("location") ?? "");
    expect(told.text).toContain("abbiamo avvisato l’ufficio che sei in ritardo");
    const [entry] = await town.core.agenda({ from: booking.start, to: booking.end });
    expect(entry?.announced).toBe("late");
    town.now = booking.end;
    expect((await press(town, `${path}/ritardo`)).status).toBe(409);
    town.now = NOW;
  });

  it("believes no notice that the booking does not bear out", async () => {
    const booking = await book(town, { confirmed: false, start: START + 45 * MINUTE });
    const path = pathTo(town, booking, "manage");
    expect((await open(town, `${path}?esito=annullata`)).text).not.toContain("Prenotazione annullata");
    expect((await open(town, `${path}?esito=%3Cscript%3E`)).text).not.toContain("<script>");
  });

  it("offers no change once the appointment has begun, and none after it", async () => {
    const booking = await book(town, { start: START + HOUR });
    const path = pathTo(town, booking, "manage");
    town.now = booking.start;
    const during = await open(town, path);
    expect(during.text).toContain("PARTECIPA</a>");
    expect(during.text).not.toContain("MODIFICA</a>");
    expect(during.text).not.toContain("ANNULLA PRENOTAZIONE</a>");
    for (const page of ["annulla", "modifica"]) {
      const refused = await open(town, `${path}/${page}`);
      expect(refused.status).toBe(409);
      expect(refused.text).toContain("contatta direttamente l’ufficio");
    }
    town.now = booking.end;
    const after = await open(town, path);
    expect(after.status).toBe(200);
    expect(after.text).toContain("Appuntamento concluso");
    expect(after.text).toContain("Prenota un nuovo appuntamento</a>");
    expect(after.text).not.toContain("PARTECIPA</a>");
    expect((await open(town, `${path}/annulla`)).status).toBe(410);
    expect((await open(town, `${path}/modifica`)).status).toBe(410);
    town.now = NOW;
  });

  it("still shows a booking whose office has left the timetable", async () => {
    const other = await openTown();
    const booking = await book(other);
    const report = await other.core.importTimetable(
      { offices: [{ ...OFFICE, id: "altro", name: "Altro ufficio" }] },
      { prune: true, actor: "staff:test" },
    );
    expect(report.removed).toEqual([OFFICE.id]);
    const { status, text } = await open(other, pathTo(other, booking, "manage"));
    expect(status).toBe(200);
    expect(text).toContain("Tributo IMU");
    expect(text).toContain("lunedì 14 dicembre 2026, dalle 10:00 alle 10:15");
    await other.close();
  });
});

describe("cancelling", () => {
  it("asks once, and without an answer leaves everything as it is", async () => {
    const booking = await book(town, { start: START + HOUR + 15 * MINUTE });
    const { status, text } = await open(town, `${pathTo(town, booking, "manage")}/annulla`);
    expect(status).toBe(200);
    expect(text).toContain("Vuoi davvero annullare la prenotazione?");
    expect(text).toContain("ANNULLA PRENOTAZIONE</button>");
    expect(text).toContain(`href="${pathTo(town, booking, "manage")}">No, torna alla prenotazione`);
    const found = await town.core.getBooking(booking.code);
    expect(found.ok && found.booking.state).toBe("confirmed");
  });

  it("cancels at the press without asking for a reason, and says so under the booking's new link", async () => {
    const booking = await book(town, { start: START + HOUR + 30 * MINUTE });
    const pressed = await press(town, `${pathTo(town, booking, "manage")}/annulla`);
    expect(pressed.status).toBe(303);
    const target = pressed.headers.get("location") ?? "";
    expect(target).not.toContain(pathTo(town, booking, "manage"));
    const page = await open(town, target);
    expect(page.status).toBe(200);
    expect(page.text).toContain("L’orario è di nuovo libero");
    // Without the notice it is a page about something that is gone.
    expect((await open(town, target.split("?")[0] ?? "")).status).toBe(410);
  });

  it("does no harm when pressed again, and says so", async () => {
    const booking = await book(town, { start: START + HOUR + 45 * MINUTE });
    const path = `${pathTo(town, booking, "manage")}/annulla`;
    await press(town, path);
    const again = await press(town, path);
    expect(again.status).toBe(410);
    expect(again.text).toContain("Questa prenotazione è stata annullata");
    const events = await town.core.records.events.of(booking.code);
    expect(events.filter(({ kind }) => kind === "cancelled")).toHaveLength(1);
  });
});

describe("the calendar file", () => {
  it("is the invitation, under its own type and a plain name", async () => {
    const booking = await book(town, { start: START + 2 * 24 * HOUR });
    const { status, headers, text } = await open(town, pathTo(town, booking, "calendar"));
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+\.ics"$/);
    expect(text).toContain("BEGIN:VCALENDAR");
    expect(text).toContain("METHOD:REQUEST");
  });

  it("is the cancellation when the booking has been cancelled", async () => {
    const booking = await book(town, { start: START + 2 * 24 * HOUR + 15 * MINUTE });
    const cancelled = await town.core.cancel({ code: booking.code, actor: "citizen" });
    if (!cancelled.ok) throw new Error(cancelled.refusal.code);
    expect((await open(town, pathTo(town, booking, "calendar"))).status).toBe(410);
    expect((await open(town, pathTo(town, cancelled.booking, "calendar"))).text).toContain("METHOD:CANCEL");
  });

  it("does not exist before the confirmation", async () => {
    const booking = await book(town, { confirmed: false, start: START + 2 * 24 * HOUR + 30 * MINUTE });
    expect((await open(town, pathTo(town, booking, "calendar"))).status).toBe(409);
  });
});
