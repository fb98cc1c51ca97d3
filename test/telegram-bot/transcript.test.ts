import { expect, test } from "vitest";
import type { SeenMessage } from "../support/telegram/view.ts";
import { openBotTown } from "./support/bot-town.ts";
import {
  ENGLISH_JOURNEY,
  FRENCH_JOURNEY,
  GERMAN_JOURNEY,
  ITALIAN_JOURNEY,
  SLOVENE_JOURNEY,
} from "./support/journey.ts";

/** What the citizen does, and what they then have before them, as a person would read it over their shoulder. */
function told(screen: SeenMessage): string {
  const buttons = screen.buttons.map((row) => row.map(({ text }) => `[${text}]`).join(" "));
  const files = screen.documents.map(({ fileName }) => `(file ${fileName})`);
  return [...screen.text.split("\n"), ...files, ...buttons].map((line) => `    ${line}`.trimEnd()).join("\n");
}

test.each([
  ["it", "Mario", "Rossi", ITALIAN_JOURNEY, "Il tuo appuntamento è confermato"],
  ["en", "Mary", "Smith", ENGLISH_JOURNEY, "Your appointment is confirmed"],
  ["de", "Anna", "Mair", GERMAN_JOURNEY, "Ihr Termin ist bestätigt"],
  ["fr", "Aline", "Blanc", FRENCH_JOURNEY, "Votre rendez-vous est confirmé"],
  ["sl", "Ana", "Novak", SLOVENE_JOURNEY, "Vaš termin je potrjen"],
] as const)(
  "the whole way in %s reads as in transcripts/",
  async (languageCode, firstName, lastName, way, end) => {
    await using world = await openBotTown();
    const person = world.person({ id: 1001, firstName, lastName, languageCode });
    const parts: string[] = [];
    for (const step of way) {
      await step.act(person);
      parts.push(`${firstName} ${step.does}`, told(await person.waitFor(step.sees)));
    }
    const [booking] = await world.town.core.bookingsOf("telegram:1001");
    expect(booking?.locale).toBe(languageCode);
    await world.town.core.confirm({ code: booking?.code ?? "", actor: "citizen" });
    await world.deliver();
    parts.push(`${firstName} presses the button in the mail`, told(await person.waitFor(end)));
    await expect(`${parts.join("\n\n")}\n`).toMatchFileSnapshot(`./transcripts/journey.${languageCode}.txt`);
  },
);
