import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BrowserTown, DESK, openBrowserTown, type Visitor } from "./support/browser-town.ts";
import { leadingOn } from "./support/steps.ts";

let town: BrowserTown;
let visitor: Visitor;
/** Every class that Bootstrap Italia's own sheet knows. */
let known: ReadonlySet<string>;
beforeAll(async () => {
  town = await openBrowserTown();
  visitor = await town.visitor({ viewport: DESK });
  const sheet = createRequire(import.meta.url).resolve("bootstrap-italia/dist/css/bootstrap-italia.min.css");
  const css = await readFile(sheet, "utf8");
  known = new Set([...css.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = ""]) => name));
});
afterAll(() => town.close());

/** What the official validator of municipal sites looks for on the pages of a booking. Source: criteria C.SI.1.2, C.SI.2.1. */
describe("the municipal model", () => {
  it.each(["/prenota", "/prenota?ufficio=tributi-imu&servizio=imu", "/servizi/tributi-imu/imu"])(
    "is followed by %s: Bootstrap Italia from 2.0 on, its classes and its fonts",
    async (path) => {
      const { page } = visitor;
      await page.goto(path);
      const version = await page.evaluate<string>(
        "getComputedStyle(document.documentElement).getPropertyValue('--bootstrap-italia-version')",
      );
      expect(Number(/\d+/.exec(version)?.[0])).toBeGreaterThanOrEqual(2);
      const classes = await page.evaluate<readonly string[]>(
        "[...new Set([...document.querySelectorAll('[class]')].flatMap((one) => [...one.classList]))]",
      );
      expect(classes.filter((name) => known.has(name)).length / classes.length).toBeGreaterThanOrEqual(0.3);
      const fonts = await page.evaluate<readonly string[]>(
        "[...new Set([...document.querySelectorAll('body *')].map((one) => getComputedStyle(one).fontFamily.split(',')[0].replaceAll('\"', '')))]",
      );
      expect(fonts).toContain("Titillium Web");
      expect(fonts).toContain("Lora");
      expect(new Set([...fonts, "Titillium Web", "Lora", "Roboto Mono"]).size).toBe(3);
    },
  );

  it("leads from home by the services to a service's page, and from there to the booking of its topic", async () => {
    const { page } = visitor;
    await page.goto("/");
    const follow = (element: string) =>
      leadingOn(page, () => page.locator(`main [data-element="${element}"]`).first().click());
    await leadingOn(page, () => page.locator('header [data-element="all-services"]').click());
    const service = page.locator('[data-element="service-link"]', { hasText: "Informazioni IMU" });
    await leadingOn(page, () => service.click());
    expect(await page.locator('[data-element="service-title"]').textContent()).toBe("Informazioni IMU");
    await follow("appointment-booking");
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toEqual({ ufficio: "tributi-imu", servizio: "imu" });
    expect(await page.locator(".step-card").first().textContent()).toContain("Argomento: Informazioni IMU");
  });
});
