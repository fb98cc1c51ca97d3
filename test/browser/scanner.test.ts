import { afterAll, beforeAll, expect, it } from "vitest";
import { requestBooking } from "../support/town.ts";
import { book, bookNext, everyRow, HOUR, MINUTE, NOW } from "../web/town.ts";
import { type BrowserTown, openBrowserTown } from "./support/browser-town.ts";

let town: BrowserTown;
beforeAll(async () => {
  town = await openBrowserTown();
});
afterAll(() => town.close());

/** Every address that a mail holds, in its text or its page. */
async function linksOfMails(): Promise<readonly string[]> {
  const mails = await town.mails();
  const found = mails.flatMap(({ text = "", html }) => [
    ...[...`${html || ""}`.matchAll(/href="(https?:[^"]+)"/g)].map(([, link = ""]) => link),
    ...[...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([link]) => link),
  ]);
  return [...new Set(found.map((link) => link.replaceAll("&amp;", "&").replace(/[.)]$/, "")))];
}

it("a scanner that opens every link of every mail, and lets scripts run for ten seconds, changes nothing", async () => {
  const { core } = town;
  // Mails of every kind a citizen gets: to confirm, confirmed, reminded, moved, cancelled.
  await requestBooking(core, "2026-12-14T10:30+01:00", { chat: 1 });
  await bookNext(town, { mode: "virtual" });
  const inPerson = await bookNext(town, { mode: "in_person" });
  const moved = await bookNext(town);
  await core.move({
    code: moved.code,
    start: moved.start + 7 * 24 * HOUR,
    mode: "virtual",
    actor: "citizen",
  });
  const cancelled = await bookNext(town);
  await core.cancel({ code: cancelled.code, actor: "citizen" });
  await core.tick();
  town.now = inPerson.start - 24 * HOUR + MINUTE;
  await book(town, { start: Date.parse("2026-12-16T10:00+01:00"), confirmed: false });
  await core.tick();
  town.now = inPerson.start - 2 * HOUR + MINUTE;
  await book(town, { start: Date.parse("2026-12-16T10:15+01:00"), confirmed: false });
  await core.tick();
  const links = (await linksOfMails()).filter((link) => link.startsWith("http://appuntamenti.example.org/"));
  const kinds = new Set(links.map((link) => new URL(link).pathname.split("/")[1]));
  expect(kinds).toEqual(new Set(["", "conferma", "prenotazione", "partecipa", "calendario"]));
  const subjects = new Set((await town.mails()).map(({ subject = "" }) => subject.split(":")[0]));
  expect(subjects.size).toBeGreaterThanOrEqual(5);

  const before = everyRow(town);
  const { context, page, strayed } = await town.visitor({ acceptDownloads: true });
  const opened: number[] = [];
  page.on("response", (answer) => {
    if (answer.request().isNavigationRequest()) opened.push(answer.status());
  });
  await page.clock.install();
  for (const link of links) {
    const { pathname, search } = new URL(link);
    // A calendar file is downloaded instead of shown.
    await page.goto(pathname + search).catch((error: Error) => {
      if (!error.message.includes("Download is starting")) throw error;
    });
    // What a script would do in ten seconds it does now; what it asks for is really asked for.
    await page.clock.runFor(10_000);
    await page.waitForLoadState("networkidle");
  }
  expect(opened.length).toBeGreaterThanOrEqual(links.length);
  expect(new Set(opened)).not.toContain(500);
  expect(everyRow(town)).toEqual(before);
  expect(strayed).toEqual([]);
  await context.close();

  // Robots that only read headers, too.
  for (const link of links) await fetch(town.url + new URL(link).pathname, { method: "HEAD" });
  expect(everyRow(town)).toEqual(before);
  town.now = NOW;
});
