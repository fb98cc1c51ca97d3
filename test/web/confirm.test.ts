import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  book,
  everyRow,
  HOUR,
  MINUTE,
  NOW,
  open,
  openTown,
  pathTo,
  press,
  START,
  type Town,
} from "./town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

describe("the link of the verification mail", () => {
  it("shows the booking, the deadline and the button", async () => {
    const booking = await book(town, { confirmed: false });
    const { status, text } = await open(town, pathTo(town, booking, "confirm"));
    expect(status).toBe(200);
    expect(text).toContain("CONFERMA PRENOTAZIONE</button>");
    expect(text).toContain("lunedì 14 dicembre 2026, dalle 10:00 alle 10:15");
    expect(text).toContain("entro le ore 11:00 di giovedì 10 dicembre");
    expect(text).toContain("Tributo IMU");
    expect(text).toContain("Mario Rossi");
    expect(text).toContain(booking.code);
  });

  it("confirms at the press, and leads to the booking with the good news", async () => {
    const booking = await book(town, { confirmed: false, start: START + 15 * MINUTE });
    const pressed = await press(town, pathTo(town, booking, "confirm"));
    expect(pressed.status).toBe(303);
    const target = pressed.headers.get("location") ?? "";
    expect(target).toBe(`${pathTo(town, booking, "manage")}?esito=confermata`);
    expect(await stateOf(booking.code)).toBe("confirmed");

    const page = await open(town, target);
    expect(page.status).toBe(200);
    expect(page.text).toContain("Prenotazione confermata. Ti abbiamo mandato una mail");
  });

  it("does no harm when pressed again, and says so", async () => {
    const booking = await book(town, { confirmed: false, start: START + 30 * MINUTE });
    const path = pathTo(town, booking, "confirm");
    await press(town, path);
    const before = everyRow(town);
    const again = await press(town, path);
    expect(again.status).toBe(303);
    expect((await open(town, again.headers.get("location") ?? "")).text).toContain("era già confermata");
    expect(everyRow(town)).toEqual(before);

    const used = await open(town, path);
    expect(used.status).toBe(200);
    expect(used.text).toContain("La prenotazione è già confermata");
    expect(used.text).not.toContain("<form");
  });

  it("confirms once when pressed twice at the same time", async () => {
    const booking = await book(town, { confirmed: false, start: START + 45 * MINUTE });
    const path = pathTo(town, booking, "confirm");
    const answers = await Promise.all([press(town, path), press(town, path), press(town, path)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const outcomes = answers.map(({ headers }) => headers.get("location")?.split("?")[1]).sort();
    expect(outcomes).toEqual(["esito=confermata", "esito=gia-confermata", "esito=gia-confermata"]);
    const events = await town.core.records.events.of(booking.code);
    expect(events.filter(({ kind }) => kind === "confirmed")).toHaveLength(1);
  });

  it("refuses once the two hours are over, at the look and at the press, with the way to a new booking", async () => {
    const booking = await book(town, { confirmed: false, start: START + HOUR });
    const path = pathTo(town, booking, "confirm");
    town.now = NOW + 2 * HOUR - 1;
    expect((await open(town, path)).status).toBe(200);
    town.now = NOW + 2 * HOUR;
    const before = everyRow(town);
    for (const answer of [await open(town, path), await press(town, path)]) {
      expect(answer.status).toBe(410);
      expect(answer.text).toContain("Prenotazione scaduta");
      expect(answer.text).toContain("prenota un nuovo appuntamento");
      expect(answer.text).toContain('href="/?lang=it"');
    }
    expect(everyRow(town)).toEqual(before);
    town.now = NOW;
  });

  it("speaks the booking's language whatever the browser's, and another one only when asked to", async () => {
    const booking = await book(town, { confirmed: false, locale: "en", start: START + HOUR + 15 * MINUTE });
    const path = pathTo(town, booking, "confirm");
    const { text } = await open(town, path, { "accept-language": "it" });
    expect(text).toContain('<html lang="en">');
    expect(text).toContain("CONFIRM BOOKING</button>");
    const asked = await open(town, `${path}?lang=it`);
    expect(asked.text).toContain('<html lang="it">');
    expect(asked.text).toContain(`action="${path}?lang=it"`);
  });
});

async function stateOf(code: string): Promise<string> {
  const found = await town.core.getBooking(code);
  return found.ok ? found.booking.state : found.refusal.code;
}
