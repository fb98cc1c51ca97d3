import { decodeJwt } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
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
  VIDEO,
} from "./town.ts";

const OPENS = START - 10 * MINUTE;
const CLOSES = START + 45 * MINUTE;

let town: Town;
let path = "";
beforeAll(async () => {
  town = await openTown();
  path = pathTo(town, await book(town), "join");
});
afterEach(() => {
  town.now = NOW;
});
afterAll(() => town.close());

describe("before the room opens", () => {
  it("counts down in the handbook's words", async () => {
    town.now = OPENS - ((24 + 22) * HOUR + 33 * MINUTE + 30_000);
    const { status, text } = await open(town, path);
    expect(status).toBe(200);
    expect(text).toContain(">Appuntamento Virtuale</h1>");
    expect(text).toContain("Gentile Mario Rossi");
    expect(text).toContain("non è ancora possibile collegarsi per la riunione virtuale. Mancano ancora");
    expect(text).toContain(">1 giorno, 22 ore, 33 minuti e 30 secondi</p>");
    expect(text).toContain("La stanza apre alle 09:50.");
    expect(text).toContain(">ANNULLA PRENOTAZIONE</a>");
    expect(text).not.toContain("ENTRA NELLA STANZA");
  });

  it("ticks by a script of its own address and, without scripts, asks for itself again", async () => {
    town.now = OPENS - 20_000;
    const { text } = await open(town, path);
    expect(text).toMatch(/<script type="module" src="\/assets\/countdown-\w+\.js"><\/script>/);
    expect(text).toContain('data-opens-in="20000"');
    expect(text).toContain('<noscript><meta http-equiv="refresh" content="21"></noscript>');
  });

  it("is announced politely: the ticking text itself is silent", async () => {
    const { text } = await open(town, path);
    expect(text).toMatch(/<p class="[^"]*" role="timer" data-opens-in/);
    expect(text.match(/aria-live/g)).toHaveLength(1);
    expect(text).toMatch(/<p class="visually-hidden" aria-live="polite" data-lead="Mancano ancora"><\/p>/);
  });

  it("answers a press that comes too early with the countdown", async () => {
    town.now = OPENS - 1;
    const { status, text } = await press(town, path);
    expect(status).toBe(409);
    expect(text).toContain(">1 secondo</p>");
  });
});

describe("while the room is open", () => {
  it.each([
    ["at the opening", OPENS],
    ["during the appointment", START + 5 * MINUTE],
    ["just before the closing", CLOSES - 1],
  ])("offers the button %s", async (_, now) => {
    town.now = now;
    const { status, text } = await open(town, path);
    expect(status).toBe(200);
    expect(text).toContain("ENTRA NELLA STANZA</button>");
    expect(text).not.toContain("refresh");
    expect(text).not.toContain("<script");
  });

  it("leads to the room at the press, as a citizen and for that time only, and changes nothing", async () => {
    town.now = START;
    const before = everyRow(town);
    const { status, headers } = await press(town, path);
    expect(status).toBe(303);
    expect(headers.get("cache-control")).toBe("no-store");
    const room = new URL(headers.get("location") ?? "");
    expect(room.origin).toBe(VIDEO);
    const pass = decodeJwt<{ context: { user: { moderator: unknown } } }>(
      /jwt=%22?"?([\w.-]+)/.exec(room.href)?.[1] ?? "",
    );
    expect(pass.exp).toBe(CLOSES / 1000);
    expect(String(pass.context.user.moderator)).toBe("false");
    expect(everyRow(town)).toEqual(before);
  });

  it("lets somebody back in whose presence the office has already noted", async () => {
    const other = await openTown();
    const booking = await book(other);
    await other.core.atomically((_, records) =>
      records.bookings.replace({ ...booking, state: "attended" }, booking, other.now),
    );
    other.now = START + MINUTE;
    expect((await open(other, pathTo(other, booking, "join"))).text).toContain("ENTRA NELLA STANZA</button>");
    expect((await press(other, pathTo(other, booking, "join"))).status).toBe(303);
    await other.close();
  });
});

describe("when there is nothing to enter", () => {
  it("says that the appointment is over", async () => {
    town.now = CLOSES;
    for (const answer of [await open(town, path), await press(town, path)]) {
      expect(answer.status).toBe(410);
      expect(answer.text).toContain("Appuntamento concluso");
      expect(answer.text).not.toContain("ENTRA NELLA STANZA");
    }
  });

  it("says that the booking must be confirmed first", async () => {
    const pending = await book(town, { confirmed: false, start: START + 15 * MINUTE });
    for (const answer of [
      await open(town, pathTo(town, pending, "join")),
      await press(town, pathTo(town, pending, "join")),
    ]) {
      expect(answer.status).toBe(409);
      expect(answer.text).toContain("premi CONFERMA PRENOTAZIONE nella mail di verifica");
    }
  });

  it("says that the appointment is in person", async () => {
    const inPerson = await book(town, { mode: "in_person", start: START + 30 * MINUTE });
    const answer = await open(town, pathTo(town, inPerson, "join"));
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("Questo appuntamento è in presenza");
    expect(answer.text).toContain(`href="${pathTo(town, inPerson, "manage")}"`);
  });

  it("says that the booking has been cancelled", async () => {
    const cancelled = await book(town, { start: START + 45 * MINUTE });
    await town.core.cancel({ code: cancelled.code, actor: "citizen" });
    const answer = await open(town, pathTo(town, cancelled, "join"));
    expect(answer.status).toBe(410);
    expect(answer.text).toContain("Prenotazione annullata");
  });
});
