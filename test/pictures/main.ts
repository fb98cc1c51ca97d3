/** `npm run pictures`: makes the pictures of the README again, from the system as it is now. */
import { mkdir, readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { openBrowserTown } from "../browser/support/browser-town.ts";
import { leadingOn } from "../browser/support/steps.ts";
import { bookNext, HOUR, MINUTE, pathTo, type Town } from "../web/town.ts";
import { chatPage } from "./chat-page.ts";

const FOLDER = resolve(import.meta.dirname, "../../docs/pictures");
const TRANSCRIPT = resolve(import.meta.dirname, "../telegram-bot/transcripts/journey.it.txt");
/** Bytes all of them may have together. */
const MOST = 300 * 1024;

const PICTURES: Readonly<Record<string, (page: Page, town: Town) => Promise<Buffer>>> = {
  "chat.png": async (page) => {
    const acts = ['presses "Informazioni IMU"', 'presses "10"', 'presses "Richiedi appuntamento"'];
    await page.setContent(chatPage(await readFile(TRANSCRIPT, "utf8"), acts));
    return page.locator("main").screenshot({ path: resolve(FOLDER, "chat.png") });
  },
  "booking.png": async (page) => {
    await page.setViewportSize({ width: 1200, height: 900 });
    await page.goto("/prenota?ufficio=tributi-imu&servizio=imu");
    await leadingOn(page, () => page.locator(".free-day", { hasText: /^14$/ }).click());
    await page.locator('.times label[for$=".virtual"]').nth(1).click();
    await page.evaluate("document.fonts.ready.then(() => scrollTo(0, 0))");
    return page.screenshot({
      path: resolve(FOLDER, "booking.png"),
      clip: { x: 0, y: 0, width: 1200, height: 1130 },
      fullPage: true,
    });
  },
  "countdown.png": async (page, town) => {
    const booking = await bookNext(town);
    const { opens } = await town.core.roomTimes(booking, "citizen");
    // The handbook's example: 1 giorno, 22 ore, 33 minuti e 30 secondi.
    town.now = opens - 46 * HOUR - 33 * MINUTE - 30_000;
    await page.setViewportSize({ width: 1000, height: 620 });
    await page.clock.install({ time: town.now });
    await page.goto(pathTo(town, booking, "join"));
    await page.evaluate("document.fonts.ready.then(() => 0)");
    return page.screenshot({ path: resolve(FOLDER, "countdown.png") });
  },
};

await mkdir(FOLDER, { recursive: true });
const town = await openBrowserTown();
let bytes = 0;
for (const [name, take] of Object.entries(PICTURES)) {
  const { context, page } = await town.visitor({ reducedMotion: "reduce" });
  await take(page, town);
  await context.close();
  const { size } = await stat(resolve(FOLDER, name));
  bytes += size;
  console.info(`docs/pictures/${name}: ${Math.ceil(size / 1024)} KB`);
}
await town.close();
if (bytes > MOST) throw new Error(`${bytes} bytes of pictures are too many for a README`);
