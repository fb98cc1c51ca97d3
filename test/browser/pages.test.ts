import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { NOW } from "../web/town.ts";
import { objections } from "./support/axe.ts";
import { type BrowserTown, DESK, openBrowserTown, PHONE, type Visitor } from "./support/browser-town.ts";
import { STATES } from "./support/states.ts";

/** Pictures of every page, to look at after a run; not kept in git. */
const PICTURES = resolve(import.meta.dirname, "../artefacts/pages");

let town: BrowserTown;
let visitor: Visitor | null = null;
beforeAll(async () => {
  [town] = await Promise.all([openBrowserTown(), mkdir(PICTURES, { recursive: true })]);
});
afterEach(() => {
  town.now = NOW;
});
afterAll(() => town.close());

describe("every page and state", () => {
  it.each(STATES)(
    "$name is accessible, at a desk and on a phone of 320 px without scrolling sideways",
    async ({ name, reach, spoils }) => {
      visitor ??= await town.visitor({ reducedMotion: "reduce" });
      const { context, page, strayed } = visitor;
      // Somebody new, whose browser has the style sheet and fonts already.
      await context.clearCookies();
      await page.setViewportSize(DESK);
      await reach(page, town);
      await page.waitForLoadState();
      await page.screenshot({ path: join(PICTURES, `${name}-desk.png`), fullPage: true });
      expect(await objections(page)).toEqual([]);
      // 320 px is also what is left of 1280 px at 400 %.
      await page.setViewportSize(PHONE);
      await page.screenshot({ path: join(PICTURES, `${name}-phone.png`), fullPage: true });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(PHONE.width);
      expect(strayed).toEqual([]);
      if (!spoils) return;
      await context.close();
      visitor = null;
    },
  );
});
