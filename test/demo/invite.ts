import { chat } from "../support/telegram/terminal-chat.ts";
import type { DemoTown } from "./demo-town.ts";
import { recipientOf } from "./mailbox.ts";

const WELCOME = {
  it: (url: string) => `
Ricevimenti: il municipio del manuale, su questo computer.

  Pagine web   ${url}/
  Chat         qui sotto: scrivi /start, premi i bottoni con il loro numero, /quit per finire
  Posta        le mail arrivano qui con i loro link: aprili nel browser
`,
  en: (url: string) => `
Ricevimenti: the handbook's town hall, on this machine.

  Web pages    ${url}/
  Chat         below: type /start, press buttons by their number, /quit to end
  Mail         mails show up here with their links: open them in a browser
`,
};

/** A person tries it: chats with the bot on the terminal, sees mails arrive, opens the pages. */
export async function invite(town: DemoTown): Promise<void> {
  const language = /^en/i.test(process.env.LANG ?? "") ? "en" : "it";
  process.stdout.write(WELCOME[language](town.url));
  town.mailbox.onMail((mail) => {
    const links = [...new Set((mail.text ?? "").match(/https?:\/\/127\.0\.0\.1[^\s<>]+/g))];
    process.stdout.write(
      `\n  [mail] ${recipientOf(mail)}: ${mail.subject}\n${links.map((link) => `         ${link}\n`).join("")}`,
    );
  });
  const person = town.telegram.person({
    id: 1001,
    firstName: "Mario",
    lastName: "Rossi",
    languageCode: language,
  });
  await chat(person, {
    input: process.stdin,
    output: process.stdout,
    env: process.env,
    timeZone: "Europe/Rome",
  });
}
