import { afterAll, beforeAll, expect, it } from "vitest";
import { book, open, openTown, pathTo, press, START, type Town } from "./town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

it("offers the held times on the booking's page, and one press takes one of them", async () => {
  const { core } = town;
  const booking = await book(town, { start: START });
  const { municipality, offices } = await core.exportTimetable();
  const day = new Date(START).toISOString().slice(0, 10);
  const closed = offices.map((office) => ({
    ...office,
    closures: [...(office.closures ?? []), { from: day }],
  }));
  await core.importTimetable(
    { ...(municipality && { municipality }), offices: closed },
    { actor: "staff:anna", onConflict: "reoffer" },
  );
  const found = await core.getBooking(booking.code);
  if (!found.ok) throw new Error("lost");
  const path = pathTo(town, found.booking, "manage");
  const page = await open(town, path);
  expect(page.text).toContain("Abbiamo riservato per te questi orari fino a");
  const codes = [...page.text.matchAll(/name="proposta" value="([^"]+)"/g)].map(([, code = ""]) => code);
  expect(codes).toHaveLength(3);

  // Opening a page has taken nothing, and neither does a press on what was never offered.
  expect(await core.alternativesTo(booking)).toHaveLength(3);
  expect((await press(town, `${path}/proposta`, { proposta: "XXX-222" })).status).toBe(410);
  expect((await press(town, `${path}/proposta`, {})).status).toBe(410);

  const pressed = await press(town, `${path}/proposta`, { proposta: codes[1] ?? "" });
  expect(pressed.status).toBe(303);
  const after = await open(town, pressed.headers.get("location") ?? "");
  expect(after.text).toContain("Appuntamento modificato");
  expect(after.text).not.toContain('name="proposta"');
  expect((await press(town, `${path}/proposta`, { proposta: codes[0] ?? "" })).status).toBe(410);
});
