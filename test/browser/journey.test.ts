import type { Locale } from "@ricevimenti/core";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { bookNext, MINUTE, NOW, pathTo, VIDEO } from "../web/town.ts";
import { type BrowserTown, openBrowserTown, PHONE } from "./support/browser-town.ts";
import { firstTime, leadingOn, MARIO, press, walk, wordsIn } from "./support/steps.ts";

const italian = wordsIn("it");

let town: BrowserTown;
beforeAll(async () => {
  town = await openBrowserTown();
});
afterEach(() => {
  town.now = NOW;
});
afterAll(() => town.close());

const bookingsOf = (email: string) => town.core.records.bookings.find({ email });

/** The path of the first link of that kind in the mails to an address. */
async function linkTo(email: string, folder: string): Promise<string> {
  await town.core.tick();
  const mails = (await town.mails()).filter((mail) => JSON.stringify(mail.to).includes(email));
  for (const { text = "" } of mails) {
    const link = new RegExp(`https?://[^\\s]+/${folder}/[\\w-]+`).exec(text)?.[0];
    if (link) return new URL(link).pathname;
  }
  throw new Error(`no mail to ${email} has a link to ${folder}`);
}

const problemsOf = (page: Page) => page.locator("#errori li").allTextContents();
const focused = (page: Page) => page.evaluate<string>("document.activeElement.id");

describe("the whole journey on a phone", () => {
  it.each([
    ["it", "with scripts", true],
    ["it", "without scripts", false],
    ["en", "with scripts", true],
    ["en", "without scripts", false],
  ] as const)(
    "in %s %s leads from the list of offices into the room",
    async (locale, _, javaScriptEnabled) => {
      const say = wordsIn(locale);
      const email = `${locale}.${javaScriptEnabled}@example.org`;
      const { context, page, strayed } = await town.visitor({
        javaScriptEnabled,
        locale: locale === "it" ? "it-IT" : "en-GB",
        viewport: PHONE,
        hasTouch: true,
        isMobile: true,
      });
      let presses = 0;
      page.on("request", (request) => {
        if (request.isNavigationRequest() && request.redirectedFrom() === null) presses += 1;
      });
      await page.goto("/");
      presses = 0;
      await leadingOn(page, () => page.locator("#tributi-imu").getByText(say("button-book")).click());
      // A Monday, when the office meets people by video, too.
      await leadingOn(page, () => page.locator(".free-day", { hasText: /^14$/ }).click());
      await page.locator('.times label[for^="orario-"][for$=".virtual"]').first().click();
      await press(page, say("button-next"));
      await page.getByLabel(say("label-service")).selectOption("Informazioni IMU");
      await page.getByLabel(say("ask-reason")).fill(MARIO.reason);
      await press(page, say("button-next"));
      await page.getByLabel(say("ask-name")).fill(MARIO.name);
      await page.getByLabel(say("ask-email")).fill(email);
      await press(page, say("button-next"));
      await page.getByText(say("consent")).click();
      await press(page, say("button-request"));
      expect(await page.locator("h1").textContent()).toBe(say("sent-title"));
      expect(presses).toBeLessThanOrEqual(8);

      await page.goto(await linkTo(email, "conferma"));
      await press(page, say("button-confirm"));
      expect(await page.locator("h1").textContent()).toBe(say("confirmed-title"));
      const [booking] = await bookingsOf(email);
      expect(booking).toMatchObject({ state: "confirmed", mode: "virtual", locale });

      await press(page, say("button-join"), "link");
      expect(await page.locator(".countdown").textContent()).toMatch(/4/);
      town.now = booking?.start ?? 0;
      await page.goto(await linkTo(email, "partecipa"));
      const enter = page.getByRole("button", { name: say("button-enter") });
      await Promise.all([
        page.waitForRequest((request) => request.url().startsWith(`${VIDEO}/`)),
        enter.click(),
      ]);
      expect(strayed).toEqual([]);
      await context.close();
    },
  );
});

describe("by keyboard alone, on 1280 px at 400 %", () => {
  it("everything is reached in order, seen where the focus is, and done", async () => {
    const { context, page } = await town.visitor({
      viewport: { width: 320, height: 256 },
      reducedMotion: "reduce",
    });
    const say = wordsIn("it");
    await page.goto("/");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe(say("skip-to-content"));
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("contenuto");
    await tabTo(page, `${say("button-book")}: Tributo IMU`);
    await leadingOn(page, () => page.keyboard.press("Enter"));

    // To the day, from there to the times: arrow keys choose among them.
    await tabTo(page, /^mercoledì 16 dicembre/);
    await leadingOn(page, () => page.keyboard.press("Enter"));
    await tabTo(page, /^\d\d:\d\d/);
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await submit(page);
    await tabTo(page, /^Argomento/);
    await page.keyboard.press("ArrowDown");
    await tabTo(page, /^Motivo/);
    await page.keyboard.type(MARIO.reason);
    await tabTo(page, say("button-next"));
    await leadingOn(page, () => page.keyboard.press("Enter"));
    await tabTo(page, /nome e cognome/);
    await page.keyboard.type(MARIO.name);
    await tabTo(page, /e-mail/);
    await page.keyboard.type("keyboard@example.org");
    await submit(page);
    await tabTo(page, /^Accetto/);
    await page.keyboard.press("Space");
    await tabTo(page, say("button-request"));
    await leadingOn(page, () => page.keyboard.press("Enter"));
    expect(await page.locator("h1").textContent()).toBe(say("sent-title"));
    expect(await bookingsOf("keyboard@example.org")).toMatchObject([
      { state: "pending", service: "imu", start: Date.parse("2026-12-16T10:15+01:00") },
    ]);
    await context.close();
  });

  /** Goes on with the tab key until what has the focus is called that; each stop must be on the screen. */
  async function tabTo(page: Page, name: string | RegExp): Promise<void> {
    const met: string[] = [];
    for (let stop = 0; stop < 120; stop += 1) {
      await page.keyboard.press("Tab");
      const [called, seen] = await page.evaluate<[string, boolean]>(FOCUS);
      met.push(called);
      expect([called, seen]).toEqual([called, true]);
      if (typeof name === "string" ? called === name : name.test(called)) return;
    }
    throw new Error(`${name} was not met among ${met.join(" | ")}`);
  }

  /** What a screen reader calls the element with the focus, and whether any of it, or of its label, is in sight. */
  const FOCUS = `(() => {
    const one = document.activeElement;
    const label = one.labels?.[0];
    const called = one.getAttribute("aria-label") ?? (label ?? one).textContent;
    const seen = [one, label].some((it) => {
      if (!it) return false;
      const { top, bottom, left, right, width } = it.getBoundingClientRect();
      return width > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    });
    return [called.replaceAll(/\\s+/g, " ").trim(), seen || one === document.body];
  })()`;

  /** Enter in a field sends the form on, not back. */
  async function submit(page: Page): Promise<void> {
    await leadingOn(page, () => page.keyboard.press("Enter"));
  }
});

describe("what goes wrong", () => {
  it("is told at the top with the focus on it, and each line leads to its field", async () => {
    const { context, page } = await town.visitor();
    await walk(page, "applicant");
    await page.getByLabel(italian("ask-email")).fill("mario.rossi");
    await press(page, italian("button-next"));
    expect(await focused(page)).toBe("errori");
    expect(await page.title()).toMatch(/^Errore: /);
    expect(await problemsOf(page)).toHaveLength(2);
    await page.locator("#errori a").nth(1).click();
    expect(await focused(page)).toBe("email");
    expect(await page.locator("#email").inputValue()).toBe("mario.rossi");
    const described = await page.locator("#email").getAttribute("aria-describedby");
    expect(await page.locator(`#${described?.split(" ").at(-1)}`).textContent()).toContain(
      (await problemsOf(page))[1] ?? "?",
    );
    await context.close();
  });

  it("a second press on the button sends one request", async () => {
    const { context, page } = await town.visitor();
    await walk(page, "summary", { email: "twice@example.org" });
    await page.getByText(italian("consent")).click();
    await leadingOn(page, () => page.getByRole("button", { name: italian("button-request") }).dblclick());
    await page.waitForURL(/inviata/);
    expect(await page.locator("h1").textContent()).toBe(italian("sent-title"));
    expect(await bookingsOf("twice@example.org")).toMatchObject([{ state: "pending" }]);

    await page.goto(await linkTo("twice@example.org", "conferma"));
    await leadingOn(page, () => page.getByRole("button", { name: italian("button-confirm") }).dblclick());
    await page.waitForURL(/prenotazione/);
    expect(await page.locator("h1").textContent()).toBe(italian("confirmed-title"));
    await context.close();
  });

  it("a second press on the button that moves says that it has been moved", async () => {
    const { context, page } = await town.visitor();
    const booking = await bookNext(town);
    await page.goto(`${pathTo(town, booking, "manage")}/modifica`);
    await firstTime(page).click();
    await leadingOn(page, () => page.getByRole("button", { name: italian("move-submit") }).dblclick());
    await page.waitForFunction("document.readyState === 'complete'");
    expect(await page.locator("h1").textContent()).toBe(italian("moved-title"));
    const found = await town.core.getBooking(booking.code);
    expect(found.ok && found.booking).toMatchObject({ state: "confirmed", version: booking.version + 1 });
    await context.close();
  });

  it("the browser's way back, and the page's own, keep what was typed", async () => {
    const { context, page } = await town.visitor();
    await walk(page, "summary");
    await page.goBack();
    expect(await page.getByLabel(italian("ask-name")).inputValue()).toBe(MARIO.name);
    await page.goBack();
    expect(await page.getByLabel(italian("ask-reason")).inputValue()).toBe(MARIO.reason);
    await page.getByLabel(italian("ask-reason")).fill("Un altro motivo");
    await press(page, italian("button-back"));
    await press(page, italian("button-next"));
    expect(await page.locator("main").textContent()).toContain("Un altro motivo");
    expect(await page.locator("main").textContent()).toContain(MARIO.email);
    // Back once more after the request: it has been sent, and is not sent again.
    await page.getByText(italian("consent")).click();
    await press(page, italian("button-request"));
    await page.goBack();
    await page.reload();
    expect(page.url()).toMatch(/inviata$/);
    await context.close();
  });

  it("two browsers after one time: the second is led to the nearest ones and types nothing again", async () => {
    const [first, second] = [await town.visitor(), await town.visitor()];
    await walk(second.page, "applicant");
    await second.page.getByLabel(italian("ask-name")).fill(MARIO.name);
    await second.page.getByLabel(italian("ask-email")).fill("second@example.org");
    await press(second.page, italian("button-next"));
    const [slot] =
      /gio .* - In Presenza/.exec((await second.page.locator(".held-box").textContent()) ?? "") ?? [];
    // The time of the form goes by, and the first browser takes the same time.
    town.now += 11 * MINUTE;
    await walk(first.page, "sent", { email: "first@example.org", time: slot?.slice(15, 20) });
    const [taken] = await bookingsOf("first@example.org");

    await second.page.getByText(italian("consent")).click();
    await press(second.page, italian("button-request"));
    expect(await problemsOf(second.page)).toEqual([
      `L’orario ${slot} non è più disponibile. Scegline un altro: quello che hai già scritto non va perso.`,
    ]);
    expect(await focused(second.page)).toBe("errori");
    const nearest = second.page.locator("#vicini label");
    const chosen = await nearest.first().getAttribute("for");
    await nearest.first().click();
    await press(second.page, italian("button-next"));
    expect(second.page.url()).toContain("/riepilogo");
    await second.page.getByText(italian("consent")).click();
    await press(second.page, italian("button-request"));
    const [other] = await bookingsOf("second@example.org");
    expect(other).toMatchObject({ state: "pending", name: MARIO.name, reason: MARIO.reason });
    expect(chosen).toContain(`${other?.start}.`);
    expect(other?.start).not.toBe(taken?.start);
    await first.context.close();
    await second.context.close();
  });

  it("a form filled in too slowly goes on with the same time while it is free", async () => {
    const { context, page } = await town.visitor();
    await walk(page, "applicant");
    town.now += 11 * MINUTE;
    await page.reload();
    expect(await page.locator("h1").textContent()).toBe(italian("lapsed-title"));
    await press(page, italian("lapsed-again"));
    expect(page.url()).toContain("/richiedente");
    await context.close();
  });
});

describe("another language", () => {
  it.each(["it", "en", "de", "fr", "sl"] satisfies Locale[])(
    "%s is chosen on the page and stays",
    async (locale) => {
      const { context, page } = await town.visitor();
      await page.goto("/");
      await page.locator(".language-switch summary").click();
      await leadingOn(page, () => page.locator(`.language-switch a[hreflang="${locale}"]`).click());
      expect(await page.locator("html").getAttribute("lang")).toBe(locale);
      await leadingOn(page, () => page.locator('#tributi-imu a[data-element="appointment-booking"]').click());
      await firstTime(page).click();
      await press(page, wordsIn(locale)("button-next"));
      expect(await page.locator("html").getAttribute("lang")).toBe(locale);
      await context.close();
    },
  );
});
