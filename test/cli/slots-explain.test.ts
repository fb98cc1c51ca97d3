import { expect, test } from "vitest";
import { counters } from "./counter.ts";

const counter = counters();

test("slots explain tells that a time is offered, and after a booking who has it", async () => {
  const { line } = counter;
  const explain = () => line.json("slots", "explain", "sempre", counter.at(0));
  expect(await explain()).toMatchObject({
    status: 0,
    document: { office: "sempre", time: counter.at(0), offered: true, reasons: [], taken_by: [] },
  });
  const { document } = await counter.create({}, "--confirmed");
  expect(await explain()).toMatchObject({
    status: 0,
    document: { offered: false, slot: null, reasons: [{ code: "taken" }], taken_by: [document.code] },
  });
  const { stdout } = await line.run("slots", "explain", "sempre", counter.at(0));
  expect(stdout).toMatch(
    /i cittadini non lo possono prenotare\.\n- È già occupato: \w{3}-\w{3}\.\nApertura: /,
  );
});

test("slots explain ends with 2 for what is no time, with 3 for an unknown office", async () => {
  const { line } = counter;
  expect((await line.run("slots", "explain", "sempre", "domani")).status).toBe(2);
  expect(await line.json("slots", "explain", "nessuno", "2026-12-14T10:00")).toMatchObject({
    status: 3,
    document: { refusal: "office_unknown" },
  });
});
