import { expect, test } from "vitest";
import type { SeenMessage } from "../support/telegram/view.ts";
import { openBotTown } from "./support/bot-town.ts";
import { ENGLISH_JOURNEY, ITALIAN_JOURNEY } from "./support/journey.ts";

/** What the citizen does, and what they then have before them, as a person would read it over their shoulder. */
function told(screen: SeenMessage): string {
  const buttons = screen.buttons.map((row) => row.map(({ text }) => `[${text}]`).join(" "));
  const files = screen.documents.map(({ fileName }) => `(file ${fileName})`);
  return [...screen.text.split("\n"), ...files, ...buttons].map((line) => `    ${line}`.trimEnd()).join("\n");
}

test.each([
  ["it", "Mario", "Rossi", ITALIAN_JOURNEY, "Il tuo appuntamento è confermato"],
  ["en", "Mary", "Smith", ENGLISH_JOURNEY, "Your appointment is confirmed"],
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
    await world.town.core.confirm({ code: booking?.code ?? "", actor: "citizen" });
    await world.deliver();
    parts.push(`${firstName} presses the button in the mail`, told(await person.waitFor(end)));
    await expect(`${parts.join("\n\n")}\n`).toMatchFileSnapshot(`./transcripts/journey.${languageCode}.txt`);
  },
);
