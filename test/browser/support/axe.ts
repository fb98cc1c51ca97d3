import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core objects to: every rule of WCAG 2.2 up to AA, and its own advice on good practice. */
export async function objections(page: Page): Promise<readonly string[]> {
  // Through the debugger: the page's own policy lets no script in that is not the town's.
  await page.evaluate(await axe);
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
