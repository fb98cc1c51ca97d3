import { type Locale, type Say, texts } from "@ricevimenti/core";
import type { Locator, Page } from "playwright-core";

/** What stands on labels and buttons in a language. */
export function wordsIn(locale: Locale): Say {
  return texts("web", locale);
}
const ITALIAN = wordsIn("it");

export const MARIO = {
  name: "Mario Rossi",
  email: "mario.rossi@example.org",
  reason: "Chiarimenti sul saldo IMU",
};

export type StepName = "time" | "details" | "applicant" | "summary" | "sent";

/** Walks to a step as a person does, everything before it filled in. */
export async function walk(
  page: Page,
  to: StepName,
  options: {
    readonly say?: Say;
    readonly email?: string;
    readonly from?: string;
    /** "10:15"; the first free one where absent. */
    readonly time?: string | undefined;
  } = {},
): Promise<void> {
  const { say = ITALIAN, email = MARIO.email, time } = options;
  const { from = "/prenota?ufficio=tributi-imu&servizio=imu" } = options;
  await page.goto(from);
  if (to === "time") return;
  await (time === undefined ? firstTime(page) : page.locator("#orari label", { hasText: time })).click();
  await press(page, say("button-next"));
  if (to === "details") return;
  await page.getByLabel(say("ask-reason")).fill(MARIO.reason);
  await press(page, say("button-next"));
  if (to === "applicant") return;
  await page.getByLabel(say("ask-name")).fill(MARIO.name);
  await page.getByLabel(say("ask-email")).fill(email);
  await press(page, say("button-next"));
  if (to === "summary") return;
  await page.getByText(say("consent")).click();
  await press(page, say("button-request"));
}

/** The label of the first free time of the day that is shown. */
export function firstTime(page: Page): Locator {
  return page.locator('.times label[for^="orario-"]').first();
}

/** Presses a button or link that leads to another page, and waits for that page. */
export async function press(page: Page, name: string, role: "button" | "link" = "button"): Promise<void> {
  await leadingOn(page, () => page.getByRole(role, { name, exact: true }).click());
}

/** Does something that leads to another page, and waits for that page. */
export async function leadingOn(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent("load"), act()]);
}
