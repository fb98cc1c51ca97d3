import { LINK_PURPOSES, type LinkPurpose } from "@ricevimenti/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookNext, everyRow, NOW, open, openTown, pathTo, press, type Town } from "./town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const FOLDERS = {
  confirm: "/conferma/",
  manage: "/prenotazione/",
  join: "/partecipa/",
  calendar: "/calendario/",
};
const addressOf = (purpose: LinkPurpose, token: string) =>
  `${FOLDERS[purpose]}${token}${purpose === "calendar" ? ".ics" : ""}`;
const tokenIn = (path: string) => /\/([\w-]+)(\.ics)?$/.exec(path)?.[1] ?? "";

/** Every page and press of a link's purpose. */
const actions: Record<LinkPurpose, readonly ["GET" | "HEAD" | "POST", string][]> = {
  confirm: [
    ["GET", ""],
    ["HEAD", ""],
    ["POST", ""],
  ],
  manage: [
    ["GET", ""],
    ["HEAD", ""],
    ["GET", "/annulla"],
    ["POST", "/annulla"],
    ["GET", "/modifica"],
    ["POST", "/modifica"],
  ],
  join: [
    ["GET", ""],
    ["HEAD", ""],
    ["POST", ""],
  ],
  calendar: [
    ["GET", ""],
    ["HEAD", ""],
  ],
};

async function expectRefusal(path: string, purpose: LinkPurpose, status: number, sentence: string) {
  const before = everyRow(town);
  for (const [method, page] of actions[purpose]) {
    const answer =
      method === "POST" ? await press(town, path + page) : await open(town, path + page, {}, method);
    expect(`${method} ${page} ${answer.status}`).toBe(`${method} ${page} ${status}`);
    if (method !== "HEAD") {
      expect(answer.text).toContain(sentence);
      // The next step.
      expect(answer.text).toMatch(/<a class="btn btn-primary" href="\/[^"]*">/);
    }
  }
  expect(everyRow(town)).toEqual(before);
}

describe.each(LINK_PURPOSES)("a %s link", (purpose) => {
  it("with a changed, cut or lengthened token is not ours", async () => {
    const token = tokenIn(pathTo(town, await bookNext(town), purpose));
    const last = token.at(-1) === "A" ? "B" : "A";
    const mangled = [
      token.slice(0, -1) + last,
      token.slice(0, -1),
      `${token}A`,
      token.toLowerCase(),
      token.replace("-1-", "-2-"),
      token.replace("-1-", "-0-"),
      `${token})`,
      "x",
      "..%2F..%2Fetc",
      "%00",
      "%E0%A4%A",
      "%F0%9F%92%A9",
      "A".repeat(4000),
    ];
    for (const other of mangled)
      await expectRefusal(addressOf(purpose, other), purpose, 404, "Link non valido");
  });

  it("opens nothing with the token of another purpose", async () => {
    const booking = await bookNext(town);
    for (const foreign of LINK_PURPOSES.filter((other) => other !== purpose)) {
      const token = tokenIn(pathTo(town, booking, foreign));
      await expectRefusal(
        addressOf(purpose, token),
        purpose,
        404,
        "Questo link non è valido oppure è incompleto",
      );
    }
  });

  it("of a cancelled booking says that it was cancelled", async () => {
    const booking = await bookNext(town);
    await town.core.cancel({ code: booking.code, actor: "citizen" });
    await expectRefusal(
      pathTo(town, booking, purpose),
      purpose,
      410,
      "Questa prenotazione è stata annullata",
    );
  });

  it("from before a move points to the newest mail", async () => {
    const booking = await bookNext(town);
    const { code, start } = booking;
    const moved = await town.core.move({ code, actor: "citizen", start, mode: "in_person" });
    expect(moved.ok).toBe(true);
    await expectRefusal(pathTo(town, booking, purpose), purpose, 410, "usa i link della mail più recente");
  });

  it("of a booking that was not confirmed in time says that it expired", async () => {
    const booking = await bookNext(town, { confirmed: false });
    town.now = booking.expires ?? 0;
    const pages = actions[purpose].filter(([method, page]) => method === "GET" && page === "");
    for (const [, page] of pages) {
      const answer = await open(town, pathTo(town, booking, purpose) + page);
      expect(answer.status).toBe(410);
      expect(answer.text).toContain("Prenotazione scaduta");
      expect(answer.text).toContain("prenota un nuovo appuntamento");
    }
    town.now = NOW;
  });
});

describe("a page that refuses a link", () => {
  it("speaks the language asked for, else the browser's, else the town's", async () => {
    const path = "/conferma/x";
    const language = async (query: string, header?: string) =>
      /<html lang="(\w+)">/.exec(
        (await open(town, path + query, header ? { "accept-language": header } : {})).text,
      )?.[1];
    expect(await language("?lang=en", "it")).toBe("en");
    expect(await language("", "en-GB,en;q=0.9,it;q=0.8")).toBe("en");
    expect(await language("", "ja")).toBe("it");
    expect(await language("?lang=../../x", "en")).toBe("en");
  });
});
