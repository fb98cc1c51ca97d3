import { afterAll, beforeAll, expect, it } from "vitest";
import { bookNext, pathTo } from "../web/town.ts";
import { type BrowserTown, openBrowserTown, PHONE } from "./support/browser-town.ts";
import { type StepName, walk, wordsIn } from "./support/steps.ts";

let town: BrowserTown;
beforeAll(async () => {
  town = await openBrowserTown();
});
afterAll(() => town.close());

// The words of these are longer than those of Italian, in which every state is tried, and of English.
it.each(["de", "fr", "sl"] as const)("the longest words of %s fit a phone of 320 px", async (locale) => {
  const { context, page, strayed } = await town.visitor({ viewport: PHONE });
  const say = wordsIn(locale);
  const fits = async (name: string) => {
    expect(await page.evaluate("document.documentElement.scrollWidth"), name).toBeLessThanOrEqual(
      PHONE.width,
    );
  };
  for (const path of [
    "/",
    "/servizi",
    "/servizi/tributi-imu/imu",
    "/privacy",
    "/accessibilita",
    "/prenota",
  ]) {
    await page.goto(`${path}?lang=${locale}`);
    await fits(path);
  }
  const from = `/prenota?ufficio=tributi-imu&servizio=imu&lang=${locale}`;
  for (const step of ["time", "summary", "sent"] satisfies StepName[]) {
    // Somebody new: a time is held for whoever has been here.
    await context.clearCookies();
    await walk(page, step, { say, from, email: `${locale}@example.org` });
    await fits(step);
  }
  const booking = await bookNext(town, { locale });
  for (const purpose of ["manage", "join"] as const) {
    await page.goto(pathTo(town, booking, purpose));
    await fits(purpose);
  }
  expect(strayed).toEqual([]);
  await context.close();
});
