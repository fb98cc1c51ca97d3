import type { Page } from "playwright-core";
import { accepted, confirmBooking } from "../../support/town.ts";
import type { Town } from "../../web/town.ts";
import type { State } from "./states.ts";
import { MARIO, press, wordsIn } from "./steps.ts";

const say = wordsIn("it");
const ASK = "/attesa?ufficio=stato-civile&servizio=certificati";

/** The pages of who waits for a time that comes free. */
export const WAITING_STATES: readonly State[] = [
  { name: "waiting", reach: (page) => page.goto(ASK) },
  {
    name: "waiting-errors",
    reach: async (page) => {
      await page.goto(ASK);
      await press(page, say("button-waiting-join"));
    },
  },
  {
    name: "waiting-days",
    reach: async (page) => {
      await page.goto("/attesa?ufficio=tributi-imu");
      await page.getByText("lunedì").click();
    },
  },
  {
    name: "waiting-no-days",
    reach: async (page) => {
      await page.goto("/attesa?ufficio=tributi-imu");
      // As somebody does who has no mouse.
      for (const box of await page.getByRole("group").getByRole("checkbox").all()) await box.press("Space");
      await press(page, say("button-waiting-join"));
    },
  },
  { name: "waiting-sent", reach: (page) => ask(page, "waiting@example.org") },
  {
    name: "waiting-unproven",
    reach: async (page, town) => {
      await ask(page, "unproven@example.org");
      await openEntry(page, town, "unproven@example.org");
    },
  },
  { name: "waiting-listed", reach: (page, town) => join(page, town, "listed@example.org") },
  {
    name: "waiting-change",
    reach: async (page, town) => {
      await joinLarge(page, town, "change@example.org");
      await openChange(page);
    },
  },
  {
    name: "waiting-change-errors",
    reach: async (page, town) => {
      await joinLarge(page, town, "nothing@example.org");
      await openChange(page);
      for (const box of await page.getByRole("checkbox").all()) await box.press("Space");
      await press(page, say("waiting-change-save"));
    },
  },
  {
    name: "waiting-changed",
    reach: async (page, town) => {
      await joinLarge(page, town, "changed@example.org");
      await openChange(page);
      await page.getByText("lunedì").click();
      await press(page, say("waiting-change-save"));
    },
  },
  {
    name: "waiting-left",
    reach: async (page, town) => {
      await join(page, town, "left@example.org");
      await press(page, say("button-waiting-leave"));
    },
  },
  {
    name: "waiting-offer",
    reach: async (page, town) => {
      const office = "stato-civile";
      const [first] = [
        await confirmBooking(town.core, "2026-12-14T10:00+01:00", { office, chat: 2001 }),
        await confirmBooking(town.core, "2026-12-21T10:00+01:00", { office, chat: 2002 }),
      ];
      await join(page, town, "offered@example.org");
      accepted(await town.core.cancel({ code: first.code, actor: "staff:anna" }));
      await openEntry(page, town, "offered@example.org");
    },
  },
];

async function ask(page: Page, email: string, address = ASK): Promise<void> {
  await page.goto(address);
  await page.getByLabel(say("ask-name")).fill(MARIO.name);
  await page.getByLabel(say("ask-email")).fill(email);
  await page.getByLabel(say("ask-reason")).fill(MARIO.reason);
  await page.getByText(say("consent")).click();
  await press(page, say("button-waiting-join"));
}

/** Where the office's hours leave a choice of days. */
function joinLarge(page: Page, town: Town, email: string): Promise<void> {
  return join(page, town, email, "/attesa?ufficio=tributi-imu");
}

async function join(page: Page, town: Town, email: string, address = ASK): Promise<void> {
  await ask(page, email, address);
  await openEntry(page, town, email);
  await press(page, say("button-waiting-prove"));
}

/** From the entry's page, be there something free that they are offered or not. */
async function openChange(page: Page): Promise<void> {
  const link = (name: string) => page.getByRole("link", { name: say(name) });
  await link("button-waiting-change").or(link("waiting-change-offered")).click();
}

/** The page behind the link of the mail. */
async function openEntry(page: Page, town: Town, email: string): Promise<void> {
  const [entry] = await town.core.waiting.of({ email });
  if (!entry) throw new Error(`${email} is not on the list`);
  await page.goto(new URL(town.core.waiting.linkOf(entry)).pathname);
}
