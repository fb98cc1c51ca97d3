import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { book, everyRow, HOUR, MINUTE, open, openTown, pathTo, press, START, type Town } from "./town.ts";

const DAY = 24 * HOUR;

let town: Town;
let weeks = 0;
let start = START;
beforeAll(async () => {
  town = await openTown({ municipality: { policy: { horizon_days: 200 } } });
});
beforeEach(() => {
  // Each test has a Monday of its own.
  start = START + weeks * 7 * DAY;
  weeks += 1;
});
afterAll(() => town.close());

const choices = (text: string) =>
  [...text.matchAll(/name="orario"[^>]*value="([^"]+)"/g)].map(([, value]) => value);

describe("the page of free times", () => {
  it("shows exactly the times of the day that are free, each with its modes", async () => {
    const booking = await book(town, { start });
    const { status, text } = await open(town, `${pathTo(town, booking, "manage")}/modifica`);
    expect(status).toBe(200);
    expect(text).toContain("Orari di lunedì 14 dicembre 2026");
    expect(text).toMatch(/<strong>10:15<\/strong> <span>In Presenza<\/span><\/label>/);
    expect(text).toMatch(/<strong>10:15<\/strong> <span>VIRTUALE<\/span><\/label>/);
    expect(choices(text)).not.toContain(`${booking.start}.virtual`);
    const slots = await town.core.listSlots({ office: booking.office, service: "imu" });
    const free = new Set(slots.ok ? slots.slots.map((slot) => slot.start) : []);
    free.add(booking.start);
    for (const value of choices(text)) expect(free).toContain(Number(value?.split(".")[0]));
  });

  it("leads to every other free day and month", async () => {
    const booking = await book(town, { start });
    const path = `${pathTo(town, booking, "manage")}/modifica`;
    const first = await open(town, path);
    const links = [...first.text.matchAll(/href="([^"]+\?(?:giorno|mese)=[\d-]+)#orari"/g)].map(
      ([, to = ""]) => to,
    );
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) {
      const other = await open(town, link);
      expect(other.status).toBe(200);
      expect(choices(other.text).length).toBeGreaterThan(0);
    }
    for (const odd of ["?giorno=", "?giorno=ieri", "?mese=2001-01", "?giorno=2026-02-30"]) {
      expect(choices((await open(town, path + odd)).text)).toEqual(choices(first.text));
    }
  });
});

describe("moving", () => {
  it("moves in one step to another time and mode, and goes on under the new link", async () => {
    const booking = await book(town, { start });
    const to = start + 30 * MINUTE;
    const pressed = await press(town, `${pathTo(town, booking, "manage")}/modifica`, {
      orario: `${to}.in_person`,
    });
    expect(pressed.status).toBe(303);
    const page = await open(town, pressed.headers.get("location") ?? "");
    expect(page.status).toBe(200);
    expect(page.text).toContain("Appuntamento modificato");
    expect(page.text).toContain("dalle 10:30 alle 10:45");
    expect(page.text).toContain("In Presenza");

    for (const purpose of ["manage", "join", "calendar", "confirm"] as const) {
      const old = await open(town, pathTo(town, booking, purpose));
      expect(old.status).toBe(410);
      expect(old.text).toContain("usa i link della mail più recente");
    }
  });

  it("gives the other mode at the same time", async () => {
    const booking = await book(town, { start });
    const path = `${pathTo(town, booking, "manage")}/modifica`;
    expect((await press(town, path, { orario: `${start}.in_person` })).status).toBe(303);
    const found = await town.core.getBooking(booking.code);
    expect(found.ok && found.booking).toMatchObject({ start, mode: "in_person", state: "confirmed" });
  });

  it("does no harm when pressed again, and says so", async () => {
    const booking = await book(town, { start });
    const path = `${pathTo(town, booking, "manage")}/modifica`;
    await press(town, path, { orario: `${start + 30 * MINUTE}.virtual` });
    const before = everyRow(town);
    const again = await press(town, path, { orario: `${start + 30 * MINUTE}.virtual` });
    expect(again.status).toBe(200);
    expect(again.text).toContain("L’appuntamento era già stato modificato");
    expect(again.text).toContain("dalle 10:30 alle 10:45");
    // Whoever has nothing but the old link is not given the new one.
    const found = await town.core.getBooking(booking.code);
    expect(again.text).not.toContain(found.ok ? pathTo(town, found.booking, "manage") : "");
    const other = await press(town, path, { orario: `${start + 45 * MINUTE}.virtual` });
    expect(other.status).toBe(410);
    expect(everyRow(town)).toEqual(before);
  });

  it("offers the nearest free times where another was quicker, and keeps the old one", async () => {
    const booking = await book(town, { start });
    await book(town, { start: start + 15 * MINUTE });
    const before = everyRow(town);
    const path = `${pathTo(town, booking, "manage")}/modifica`;
    const { status, text } = await press(town, path, { orario: `${start + 15 * MINUTE}.virtual` });
    expect(status).toBe(409);
    expect(text).toContain("appena stato prenotato da un’altra persona: scegline un altro, per esempio lun");
    expect(text).toMatch(/per esempio lun [\d/]+ - 10:30 /);
    const near = text.slice(text.indexOf("Gli orari liberi più vicini"), text.indexOf('class="months"'));
    expect(choices(near)).toContain(`${start + 30 * MINUTE}.virtual`);
    expect(everyRow(town)).toEqual(before);
  });

  it.each([
    ["nothing chosen", {}, 422, "Non hai scelto nessun orario"],
    ["not one of our values", { orario: "domani" }, 422, "Non hai scelto nessun orario"],
    ["an unknown mode", { orario: `${START}.telepathy` }, 422, "Non hai scelto nessun orario"],
    ["a time in the past", { orario: `${START - 365 * DAY}.virtual` }, 422, "già passato"],
    ["a time off the grid", { orario: `${START + 7 * MINUTE}.virtual` }, 409, "l’ufficio non riceve"],
    ["a day beyond the horizon", { orario: `${START + 364 * DAY}.virtual` }, 422, "troppo lontano"],
  ])(
    "says what is wrong with %s, shows the times again and changes nothing",
    async (_, fields, expected, sentence) => {
      const booking = await book(town, { start });
      const before = everyRow(town);
      const { status, text } = await press(town, `${pathTo(town, booking, "manage")}/modifica`, fields);
      expect(status).toBe(expected);
      expect(text).toContain(sentence);
      expect(text).toContain('role="alert"');
      expect(choices(text).length).toBeGreaterThan(0);
      expect(everyRow(town)).toEqual(before);
    },
  );

  it("treats a body that is no form as nothing chosen", async () => {
    const booking = await book(town, { start });
    const answer = await fetch(`${town.url}${pathTo(town, booking, "manage")}/modifica`, {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x", "sec-fetch-site": "same-origin" },
      body: "not a form",
    });
    expect(answer.status).toBe(422);
    await answer.text();
  });
});
