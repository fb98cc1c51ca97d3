import { openCore } from "@ricevimenti/core";
import { beforeEach, describe, expect, test } from "vitest";
import type { SlotDocument } from "./command-line.ts";
import { counters } from "./counter.ts";

const counter = counters();

describe("a booking", () => {
  let code: string;
  beforeEach(async () => {
    code = (await counter.create()).document.code ?? "";
  });

  test("is shown, however its code is typed", async () => {
    const { document } = await counter.line.json("booking", "show", code.toLowerCase().replace("-", ""));
    expect(document).toMatchObject({ code, state: "pending" });
    expect((await counter.line.run("booking", "show", code)).stdout).toMatch(/Stato +da confermare/);
  });

  test("is confirmed, moved and cancelled; doing it again is harmless", async () => {
    expect(await counter.line.json("booking", "confirm", code)).toMatchObject({
      status: 0,
      document: { state: "confirmed", already: false },
    });
    expect(await counter.line.json("booking", "confirm", code)).toMatchObject({
      status: 0,
      document: { already: true },
    });
    const moved = await counter.line.json(
      "booking",
      "move",
      code,
      "--start",
      counter.at(7),
      "--mode",
      "in_person",
    );
    expect(moved).toMatchObject({
      status: 0,
      document: { start: counter.at(7), mode: "in_person", version: 2 },
    });
    expect(await counter.line.json("booking", "move", code, "--start", counter.at(7))).toMatchObject({
      status: 4,
      document: { refusal: "nothing_to_move" },
    });
    expect(await counter.isFree(counter.at(0))).toBe(true);
    expect((await counter.line.run("booking", "cancel", code)).stdout).toMatch(
      /Stato +annullata\n[\s\S]*Prenotazione annullata: il cittadino viene avvisato\.\n$/,
    );
    expect(await counter.line.json("booking", "cancel", code)).toMatchObject({
      status: 0,
      document: { state: "cancelled", already: true },
    });
    expect(await counter.line.json("booking", "confirm", code)).toMatchObject({
      status: 4,
      document: { refusal: "wrong_state", state: "cancelled" },
    });
    expect(await counter.isFree(counter.at(7))).toBe(true);
  });

  test.each([["show"], ["confirm"], ["cancel"]])("that nobody knows ends %s with 3", async (verb) => {
    for (const unknown of ["222-222", "niente", ""]) {
      expect(await counter.line.json("booking", verb, unknown)).toMatchObject({
        status: 3,
        document: { refusal: "booking_unknown" },
      });
    }
  });

  test("stands in the list of those to come, by office and state", async () => {
    const list = (...args: string[]) => counter.line.json<{ code: string }[]>("booking", "list", ...args);
    expect((await list()).document.map((one) => one.code)).toEqual([code]);
    expect((await list("--state", "confirmed")).document).toEqual([]);
    expect((await list("--office", "sempre", "--state", "pending")).document).toHaveLength(1);
    expect((await list("--to", new Date().toISOString())).document).toEqual([]);
    expect(await counter.line.json("booking", "list", "--office", "nessuno")).toMatchObject({
      status: 3,
      document: { refusal: "office_unknown" },
    });
  });

  test("stands on the sheet of its day and week, without the person where asked", async () => {
    const day = counter.at(0).slice(0, 10);
    const sheet = (...args: string[]) => counter.line.json<Record<string, unknown>[]>("agenda", ...args);
    expect((await sheet("--date", day)).document).toMatchObject([{ code, name: "Mario Rossi" }]);
    expect((await sheet("sempre", "--week", "--date", day)).document).toHaveLength(1);
    expect((await sheet("--from", day, "--to", day)).document).toHaveLength(1);
    expect((await sheet()).document).toEqual([]);
    const [minimal] = (await sheet("--date", day, "--minimal")).document;
    expect(minimal).toMatchObject({ code, state: "pending" });
    expect(JSON.stringify(minimal)).not.toMatch(/Mario|example|Prima casa/);
    expect((await counter.line.run("agenda", "--date", day, "--minimal")).stdout).not.toMatch(
      /Mario|example|Prima casa/,
    );
    expect((await counter.line.run("agenda", "--date", day)).stdout).toMatch(/Mario Rossi +Prima casa/);
  });

  test("says on the sheet what the citizen has let the office know", async () => {
    const day = counter.at(0).slice(0, 10);
    const sheet = () => counter.line.json<Record<string, unknown>[]>("agenda", "--date", day);
    expect((await sheet()).document).toMatchObject([{ announced: null }]);
    const core = await openCore({ env: counter.line.env, cwd: counter.line.folder });
    await core.confirm({ code, actor: "citizen" });
    expect(await core.announce({ code, what: "late", actor: "citizen" })).toMatchObject({ ok: true });
    await core.close();
    expect((await sheet()).document).toMatchObject([{ state: "confirmed", announced: "late" }]);
    expect((await counter.line.run("agenda", "--date", day)).stdout).toContain("confermata, in ritardo");
  });

  test("stands on the sheet of an office that has been taken away, and is confirmed there", async () => {
    const { line } = counter;
    const other = "offices: [{ id: altro, name: Altro ufficio }]";
    expect((await line.pipe(other, "timetable", "import", "-", "--prune")).status).toBe(0);
    const day = counter.at(0).slice(0, 10);
    expect((await line.json("agenda", "sempre", "--date", day)).document).toMatchObject([{ code }]);
    expect((await line.json("booking", "list", "--office", "sempre")).document).toMatchObject([{ code }]);
    expect((await line.json("booking", "confirm", code)).status).toBe(0);
  });

  test("is on no sheet asked for wrongly", async () => {
    expect(await counter.line.json("agenda", "nessuno")).toMatchObject({
      status: 3,
      document: { refusal: "office_unknown" },
    });
    expect((await counter.line.run("agenda", "--date", "mai")).status).toBe(2);
    expect((await counter.line.run("agenda", "--week", "--from", counter.at(0))).status).toBe(2);
  });

  test("has a room only when it is virtual, confirmed and near", async () => {
    expect(await counter.line.json("room", code)).toMatchObject({
      status: 4,
      document: { refusal: "wrong_state", state: "pending" },
    });
    await counter.line.run("booking", "confirm", code);
    const { status, document } = await counter.line.json<Record<string, string>>("room", code);
    expect({ status, refusal: document.refusal }).toEqual({ status: 4, refusal: "room_closed" });
    expect(Date.parse(counter.at(0)) - Date.parse(document.opens ?? "")).toBe(30 * 60_000);
    const other = await counter.create(
      { email: "ada@example.it", start: counter.at(5), mode: "in_person" },
      "--confirmed",
    );
    expect(await counter.line.json("room", other.document.code ?? "")).toMatchObject({
      status: 4,
      document: { refusal: "not_virtual" },
    });
  });
});

test("the way into a room that is open is printed, for the official and for the citizen", async () => {
  const { document: soon } = await counter.line.json<SlotDocument[]>("slots", "sempre", "--mode", "virtual");
  const { document } = await counter.create({ start: soon[0]?.start ?? "" }, "--confirmed");
  const { stdout } = await counter.line.run("room", document.code ?? "");
  expect(stdout).toMatch(/^https:\/\/meet\.jit\.si\/\S+\n$/);
  const { document: room } = await counter.line.json("room", document.code ?? "");
  expect(room).toMatchObject({
    code: document.code,
    role: "moderator",
    url: expect.stringMatching(/^https:/),
  });
});
