import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { objections } from "./support/axe.ts";
import { type BrowserTown, openBrowserTown, PHONE } from "./support/browser-town.ts";
import { firstTime, leadingOn, MARIO, press, walk, wordsIn } from "./support/steps.ts";

const say = wordsIn("it");

let town: BrowserTown;
beforeAll(async () => {
  town = await openBrowserTown({ challenge_unconfirmed: 0 });
});
afterAll(() => town.close());

describe("while an office is crowded", () => {
  it("a browser works beside the page, and a form that is sent earlier waits for it", async () => {
    const { page, strayed } = await town.visitor();
    // The work cannot be done before the press, however slow the machine is at pressing.
    const pressed = Promise.withResolvers<void>();
    await page.route("**/challenge-worker*", async (route) => {
      await pressed.promise;
      await route.continue();
    });
    await walk(page, "time");
    expect(await objections(page)).toEqual([]);
    await page.goto(page.url());
    await firstTime(page).click();
    // Pressed before the work can be done: the page says so, and goes on by itself.
    await leadingOn(page, async () => {
      await page.getByRole("button", { name: say("button-next"), exact: true }).click();
      expect(await page.locator("[data-challenge] [role=status]").textContent()).toBe(say("challenge-wait"));
      pressed.resolve();
    });
    expect(new URL(page.url()).pathname).toMatch(/dettagli$/);
    await page.getByLabel(say("ask-reason")).fill(MARIO.reason);
    await press(page, say("button-next"));
    expect(new URL(page.url()).pathname).toMatch(/richiedente$/);
    expect(strayed).toEqual([]);
  });

  it("a browser without scripts is told of the other ways, and holds nothing", async () => {
    const { page } = await town.visitor({ javaScriptEnabled: false });
    await walk(page, "time");
    const other = page.locator("noscript .alert");
    expect(await other.textContent()).toContain(say("challenge-later"));
    expect(await other.getByRole("link").count()).toBeGreaterThan(0);
    await firstTime(page).click();
    await press(page, say("button-next"));
    expect(await page.locator("#errori").textContent()).toContain(say("challenge-undone"));
    expect(await other.isVisible()).toBe(true);
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
      PHONE.width,
    );
  });
});
