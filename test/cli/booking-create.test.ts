import { userInfo } from "node:os";
import { openCore } from "@ricevimenti/core";
import { describe, expect, test } from "vitest";
import type { SlotDocument } from "./command-line.ts";
import { counters } from "./counter.ts";

const counter = counters();

describe("booking create", () => {
  test("asks for an appointment that the citizen has to confirm", async () => {
    const { status, document } = await counter.create({ service: "pratica", locale: "en" });
    expect(status).toBe(0);
    expect(document).toMatchObject({
      office: "sempre",
      service: "pratica",
      mode: "virtual",
      start: counter.at(0),
      minutes: 30,
      desk: 1,
      state: "pending",
      name: "Mario Rossi",
      email: "mario@example.it",
      reason: "Prima casa",
      locale: "en",
      version: 1,
    });
    expect(Object.keys(document)).toEqual([
      "code",
      "office",
      "service",
      "mode",
      "start",
      "end",
      "minutes",
      "desk",
      "state",
      "name",
      "email",
      "reason",
      "locale",
      "created",
      "expires",
      "version",
    ]);
    expect(document.code).toMatch(/^[2-9A-Z]{3}-[2-9A-Z]{3}$/);
    const minutes = (Date.parse(document.expires ?? "") - Date.parse(document.created ?? "")) / 60_000;
    expect(minutes).toBeCloseTo(120, 1);
    const { document: messages } = await counter.line.json<{ kind: string }[]>("outbox", "list");
    expect(messages.map(({ kind }) => kind)).toEqual(["verification"]);
    expect(await counter.isFree(counter.at(0))).toBe(false);
  });

  test("confirms at once for a person at the counter, with the invitation instead of the verification", async () => {
    const { document } = await counter.create({}, "--confirmed");
    expect(document).toMatchObject({ state: "confirmed", expires: null });
    const { document: messages } = await counter.line.json<{ kind: string }[]>("outbox", "list");
    expect(messages.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["invitation", "office_booked"]));
    expect(messages.map(({ kind }) => kind)).not.toContain("verification");
  });

  test("tells a person the code and that a mail was sent, and no link", async () => {
    const { stdout } = await counter.line.run("booking", "create", ...counter.citizen());
    expect(stdout).toMatch(
      /Codice prenotazione +\S{7}\n[\s\S]*mail di verifica[\s\S]*entro le ore \d\d:\d\d/,
    );
    expect(stdout).not.toMatch(/https?:/);
  });

  test("is logged under the official's name", async () => {
    const { document } = await counter.create();
    const core = await openCore({ env: counter.line.env, cwd: counter.line.folder });
    const events = await core.records.events.of(document.code ?? "");
    await core.close();
    expect(events.map(({ kind, actor }) => [kind, actor])).toEqual([
      ["held", `staff:${userInfo().username}`],
      ["requested", `staff:${userInfo().username}`],
    ]);
  });

  test("takes a time on the office's clock or with an offset", async () => {
    const local = await counter.create({ start: counter.at(0).slice(0, 16) });
    expect(local.document.start).toBe(counter.at(0));
    const utc = new Date(counter.at(4)).toISOString();
    expect((await counter.create({ start: utc, email: "ada@example.it" })).document.start).toBe(
      counter.at(4),
    );
  });

  test("of a taken time is refused with the nearest free ones", async () => {
    await counter.create();
    const { status, document } = await counter.line.json<{ refusal: string; nearest: SlotDocument[] }>(
      "booking",
      "create",
      ...counter.citizen({ email: "ada@example.it" }),
    );
    expect({ status, refusal: document.refusal }).toEqual({ status: 4, refusal: "slot_taken" });
    expect(document.nearest[0]).toMatchObject({ office: "sempre", minutes: 15, free: 1 });
  });

  test.each([
    ["a time long past", { start: "2026-01-07T10:00" }, 4, { refusal: "slot_past" }],
    ["a time beyond the horizon", { start: "2031-01-07T10:00" }, 4, { refusal: "beyond_horizon" }],
    ["an unknown office", { office: "nessuno" }, 3, { refusal: "office_unknown" }],
    ["an unknown service", { service: "nessuno" }, 3, { refusal: "service_unknown" }],
    ["a time that is none", { start: "alle dieci" }, 2, { error: "usage" }],
  ])("of %s is refused", async (_, change, status, document) => {
    expect(await counter.create(change as Record<string, string>)).toMatchObject({ status, document });
    expect((await counter.line.json("booking", "list")).document).toEqual([]);
  });

  test("of a time off the grid is refused", async () => {
    const start = `${counter.at(0).slice(0, 14)}05`;
    expect(await counter.create({ start })).toMatchObject({
      status: 4,
      document: { refusal: "slot_not_offered" },
    });
  });

  test.each([
    ["email that is none", "email", "non-un-indirizzo", "malformed"],
    ["email that brings a second one along", "email", "a@b.it\r\nBcc: c@d.it", "malformed"],
    ["reason left empty", "reason", "", "missing"],
    ["reason of 10,000 letters", "reason", "x".repeat(10_000), "too_long"],
    ["name in HTML", "name", "<b>Mario</b>", "not_plain_text"],
    ["name of two lines", "name", "Mario\nRossi", "not_plain_text"],
    ["name written backwards", "name", "Mario \u202EissoR", "not_plain_text"],
  ])("with a %s is invalid input, and takes no time from anybody", async (_, field, value, problem) => {
    const { status, document } = await counter.line.json<{ refusal: string; problems: object[] }>(
      "booking",
      "create",
      ...counter.citizen({ [field]: value }),
    );
    expect({ status, refusal: document.refusal }).toEqual({ status: 5, refusal: "form_invalid" });
    expect(document.problems).toEqual([{ field, problem }]);
    expect(await counter.isFree(counter.at(0))).toBe(true);
  });

  test("tells a person every problem of the form, a sentence each", async () => {
    const { status, stdout, stderr } = await counter.line.run(
      "booking",
      "create",
      ...counter.citizen({ name: "", email: "x", reason: "" }),
    );
    expect({ status, stdout }).toEqual({ status: 5, stdout: "" });
    expect(stderr.trim().split("\n")).toHaveLength(3);
  });

  test("beyond the limits is refused", async () => {
    await counter.create({}, "--confirmed");
    expect(await counter.create({ start: counter.at(3) })).toMatchObject({
      status: 4,
      document: { refusal: "limit_office", limit: 1 },
    });
  });
});

test("no personal data reaches the log", async () => {
  counter.line.env.LOG_LEVEL = "debug";
  const { stderr } = await counter.line.run("booking", "create", ...counter.citizen());
  expect(stderr).not.toMatch(/Mario|mario@|Prima casa/);
});
