/** The few words the terminal itself says; everything else in the chat is the bot's and the person's. */
export type Words = {
  help: string;
  edited: string;
  silent: string;
  open: (url: string) => string;
  copied: (text: string) => string;
  noSuchButton: (number: number, last: number) => string;
  noCommands: string;
};

const ITALIAN: Words = {
  help: "Scrivi un messaggio, oppure il numero di un pulsante. / mostra i comandi, /quit chiude la chat.",
  edited: "aggiornato",
  silent: "Il bot non risponde ancora.",
  open: (url) => `Apri nel browser: ${url}`,
  copied: (text) => `Copiato: ${text}`,
  noSuchButton: (number, last) =>
    last === 1
      ? `Il pulsante ${number} non c'è: qui c'è solo il pulsante 1.`
      : `Il pulsante ${number} non c'è: scegli un numero da 1 a ${last}.`,
  noCommands: "Il bot non ha comandi nel menu.",
};

const ENGLISH: Words = {
  help: "Write a message, or the number of a button. / shows the commands, /quit closes the chat.",
  edited: "updated",
  silent: "The bot has not answered yet.",
  open: (url) => `Open in your browser: ${url}`,
  copied: (text) => `Copied: ${text}`,
  noSuchButton: (number, last) =>
    last === 1
      ? `There is no button ${number}: button 1 is the only one.`
      : `There is no button ${number}: choose a number from 1 to ${last}.`,
  noCommands: "The bot has no commands in its menu.",
};

/** Italian, unless the person's language is English. */
export function wordsFor(languageCode: string | undefined): Words {
  return languageCode?.startsWith("en") ? ENGLISH : ITALIAN;
}
