import type { Page } from "playwright-core";

/** What a citizen reads on the buttons and labels, in the two languages the tests walk in. */
export const WORDS = {
  it: {
    book: "Prenota",
    next: "Avanti",
    back: "Indietro",
    topic: "Informazioni IMU",
    topicLabel: /^Argomento/,
    reason: /^Motivo/,
    name: /^Il tuo nome e cognome/,
    email: /^Il tuo indirizzo e-mail/,
    consent: /^Accetto/,
    request: "Richiedi appuntamento",
    notYet: "L’appuntamento non è ancora prenotato",
    confirm: "CONFERMA PRENOTAZIONE",
    confirmed: "Prenotazione confermata",
  },
  en: {
    book: "Book",
    next: "Next",
    back: "Back",
    topic: "Informazioni IMU",
    topicLabel: /^Topic/,
    reason: /^Reason/,
    name: /^Your name/,
    email: /^Your e-mail/,
    consent: /^I agree/,
    request: "Request appointment",
    notYet: "The appointment is not booked yet",
    confirm: "CONFIRM BOOKING",
    confirmed: "Booking confirmed",
  },
} as const;
export type Words = (typeof WORDS)[keyof typeof WORDS];

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
  options: { readonly words?: Words; readonly email?: string; readonly from?: string } = {},
): Promise<void> {
  const {
    words = WORDS.it,
    email = MARIO.email,
    from = "/prenota?ufficio=tributi-imu&servizio=imu",
  } = options;
  await page.goto(from);
  if (to === "time") return;
  await page.locator('.times label[for^="orario-"]').first().click();
  await pressNext(page, words);
  if (to === "details") return;
  await page.getByLabel(words.reason).fill(MARIO.reason);
  await pressNext(page, words);
  if (to === "applicant") return;
  await page.getByLabel(words.name).fill(MARIO.name);
  await page.getByLabel(words.email).fill(email);
  await pressNext(page, words);
  if (to === "summary") return;
  await page.getByText(words.consent).click();
  await press(page, words.request);
}

export async function pressNext(page: Page, words: Words = WORDS.it): Promise<void> {
  await press(page, words.next);
}

/** Presses a button or link that leads to another page, and waits for that page. */
export async function press(page: Page, name: string, role: "button" | "link" = "button"): Promise<void> {
  const loaded = page.waitForEvent("load");
  await page.getByRole(role, { name, exact: true }).click();
  await loaded;
}
