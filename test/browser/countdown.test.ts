import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { bookNext, MINUTE, NOW, pathTo } from "../web/town.ts";
import { type BrowserTown, openBrowserTown } from "./support/browser-town.ts";
import { MARIO, press, walk, wordsIn } from "./support/steps.ts";

const italian = wordsIn("it");

let town: BrowserTown;
beforeAll(async () => {
  town = await openBrowserTown();
});
afterEach(() => {
  town.now = NOW;
});
afterAll(() => town.close());

/** What a screen reader is told, each time that it changes, while the page's clock runs on. */
async function toldDuring(page: Page, seconds: number): Promise<readonly string[]> {
  await page.evaluate(`globalThis.told = [];
    globalThis.listener = new MutationObserver(() => told.push(document.querySelector("[aria-live]").textContent));
    listener.observe(document.querySelector("[aria-live]"), { childList: true, characterData: true, subtree: true });`);
  await page.clock.runFor(seconds * 1000);
  return page.evaluate<readonly string[]>("listener.disconnect(), told");
}

describe("the countdown to the room", () => {
  it("ticks every second, tells a screen reader at a few whole minutes only, and at zero shows the button", async () => {
    const booking = await bookNext(town);
    const { opens } = await town.core.roomTimes(booking, "citizen");
    town.now = opens - 3 * MINUTE - 5_000;
    // The visitor's own clock is three years wrong.
    const { context, page, strayed } = await town.visitor();
    await page.clock.install({ time: "2029-03-01T00:00:00Z" });
    await page.goto(pathTo(town, booking, "join"));
    const timer = page.getByRole("timer");
    expect(await timer.textContent()).toBe("3 minuti e 5 secondi");
    await page.clock.runFor(6_000);
    expect(await timer.textContent()).toBe("2 minuti e 59 secondi");
    expect(await toldDuring(page, 150)).toEqual(["Mancano ancora 2 minuti", "Mancano ancora 1 minuto"]);
    expect(await timer.textContent()).toBe("29 secondi");

    town.now = opens;
    await Promise.all([page.waitForEvent("load"), page.clock.runFor(30_000)]);
    expect(await page.getByRole("button", { name: italian("button-enter") }).isVisible()).toBe(true);
    expect(page.url()).toContain("/partecipa/");
    expect(strayed).toEqual([]);
    await context.close();
  });

  it("asks once more, and not in a rush, when the page is quicker than the room", async () => {
    const booking = await bookNext(town);
    const { opens } = await town.core.roomTimes(booking, "citizen");
    town.now = opens - 2_000;
    const { context, page } = await town.visitor();
    await page.clock.install();
    await page.goto(pathTo(town, booking, "join"));
    let asked = 0;
    page.on("request", (request) => {
      if (request.isNavigationRequest()) asked += 1;
    });
    await Promise.all([page.waitForEvent("load"), page.clock.runFor(2_000)]);
    expect(await page.getByRole("timer").textContent()).toBe("2 secondi");
    expect(asked).toBe(1);
    await context.close();
  });
});

describe("the time that is held", () => {
  it("is shown by the minute and told politely, and when it is over nothing typed is lost", async () => {
    const { context, page, strayed } = await town.visitor();
    await page.clock.install();
    await walk(page, "details");
    const box = page.locator("[data-held-for]");
    expect(await box.textContent()).toContain("fino alle 09:10 (10 minuti)");
    await page.getByLabel(italian("ask-reason")).fill(MARIO.reason);
    expect(await toldDuring(page, 8 * 60 + 30)).toEqual([
      "L’orario è riservato per te ancora per 5 minuti",
      "L’orario è riservato per te ancora per 2 minuti",
    ]);
    expect(await box.textContent()).toContain("(2 minuti)");
    expect(await toldDuring(page, 120)).toEqual([
      "L’orario è riservato per te ancora per meno di 1 minuto",
      expect.stringContaining("Il tempo è scaduto."),
    ]);
    town.now += 11 * MINUTE;
    expect(await page.getByLabel(italian("ask-reason")).inputValue()).toBe(MARIO.reason);
    await press(page, italian("button-next"));
    expect(page.url()).toContain("/richiedente");
    expect(strayed).toEqual([]);
    await context.close();
  });

  it("is lengthened by a press, with what was typed", async () => {
    const { context, page } = await town.visitor();
    await walk(page, "details");
    await page.getByLabel(italian("ask-reason")).fill(MARIO.reason);
    town.now += 8 * MINUTE;
    await press(page, italian("button-longer"));
    expect(await page.locator("[data-held-for]").textContent()).toContain("fino alle 09:18");
    expect(await page.getByLabel(italian("ask-reason")).inputValue()).toBe(MARIO.reason);
    await context.close();
  });
});

describe("a visitor who wants no motion", () => {
  it("sees none: no page moves, fades or scrolls by itself", async () => {
    const { context, page } = await town.visitor({ reducedMotion: "reduce" });
    for (const path of ["/", "/prenota?ufficio=tributi-imu&servizio=imu"]) {
      await page.goto(path);
      const moving = await page.evaluate<number>(`[...document.querySelectorAll("*")].filter((one) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
        return !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== "none" || scrollBehavior !== "auto";
      }).length`);
      expect(moving).toBe(0);
    }
    await context.close();
  });
});

describe("the weight", () => {
  it("is under 150 KB at the first view and under 15 KB afterwards, with the model's three fonts", async () => {
    const { context, page } = await town.visitor();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    let bytes = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    const weigh = async (path: string): Promise<number> => {
      bytes = 0;
      await page.goto(path, { waitUntil: "networkidle" });
      return bytes;
    };
    // Over http browsers take gzip; over https less comes, by Brotli.
    expect(await weigh("/")).toBeLessThan(150 * 1024);
    const fonts = await page.evaluate<readonly string[]>(
      "[...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('\"', ''))",
    );
    expect(new Set(fonts)).toEqual(new Set(["Titillium Web", "Lora"]));
    await weigh("/prenota?ufficio=tributi-imu&servizio=imu");
    for (const path of [
      "/",
      "/prenota",
      "/prenota?ufficio=tributi-imu&servizio=imu",
      "/servizi",
      "/privacy",
    ]) {
      expect(await weigh(path)).toBeLessThan(15 * 1024);
    }
    await context.close();
  });
});
