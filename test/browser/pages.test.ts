import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { NOW } from "../web/town.ts";
import { type BrowserTown, DESK, openBrowserTown, PHONE, type Visitor } from "./support/browser-town.ts";
import { STATES } from "./support/states.ts";

/** Pictures of every page, to look at after a run; not kept in git. */
const PICTURES = resolve(import.meta.dirname, "../artefacts/pages");

let town: BrowserTown;
let axe: string;
let visitor: Visitor | null = null;
beforeAll(async () => {
  [town, axe] = await Promise.all([
    openBrowserTown(),
    readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"),
    mkdir(PICTURES, { recursive: true }),
  ]);
});
afterEach(() => {
  town.now = NOW;
});
afterAll(() => town.close());

/** What axe-core objects to: every rule of WCAG 2.2 up to AA, and its own advice on good practice. */
async function objections(page: Page): Promise<readonly string[]> {
  // Through the debugger: the page's own policy lets no script in that is not the town's.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<Pick<AxeResults, "violations">> };
    };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    return axe.run({ runOnly: tags, resultTypes: ["violations"] });
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
  );
}

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
