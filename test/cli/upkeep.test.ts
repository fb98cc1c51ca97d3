import { describe, expect, test } from "vitest";
import { counters } from "./counter.ts";

const counter = counters();

test("messages given up are shown with the reason, and tried again", async () => {
  counter.line.env.MAIL_URL = "smtp://127.0.0.1:1";
  await counter.create();
  expect((await counter.line.run("outbox", "list")).stdout).toMatch(/verification +mail +waiting/);
  expect(await counter.line.json("outbox", "retry")).toEqual({ status: 0, document: { retried: 0 } });
  expect((await counter.line.json("outbox", "list", "--state", "failed")).document).toEqual([]);
});

describe("doctor", () => {
  test("finds a new town in order, but for what is not set up yet", async () => {
    const { status, document } = await counter.line.json<{ check: string; level: string }[]>("doctor");
    expect(status).toBe(0);
    expect(document.filter(({ level }) => level === "error")).toEqual([]);
    expect(document).toContainEqual(expect.objectContaining({ check: "offices", level: "ok" }));
    expect((await counter.line.run("doctor")).stdout).toMatch(/^bene +Comune: Comune di Prova/);
  });

  test("ends with 6 when the mail server does not answer", async () => {
    counter.line.env.MAIL_URL = "smtp://127.0.0.1:1";
    const { status, document } = await counter.line.json<{ check: string; level: string }[]>("doctor");
    expect(status).toBe(6);
    expect(document).toContainEqual(expect.objectContaining({ check: "mail", level: "error" }));
  });
});
