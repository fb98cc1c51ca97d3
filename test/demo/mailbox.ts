import { mkdirSync, readdirSync, readFileSync, watch } from "node:fs";
import { join } from "node:path";
import { type ParsedMail, simpleParser } from "mailparser";

/** The folder that mails are written to, read as the people who get them read it. */
export interface Mailbox {
  /** The first mail the condition holds for, as soon as it is there. */
  waitFor(what: string, condition: (mail: ParsedMail) => boolean): Promise<ParsedMail>;
  /** Calls back once for each mail that comes from now on. */
  onMail(listener: (mail: ParsedMail) => void): void;
  close(): void;
}

/** Longer than a round of the worker takes on a slow machine. */
const PATIENCE = 30_000;

export function openMailbox(folder: string): Mailbox {
  mkdirSync(folder, { recursive: true });
  const seen = new Map<string, ParsedMail>();
  const listeners = new Set<(mail: ParsedMail) => void>();
  let reading = Promise.resolve();
  const read = async () => {
    for (const name of readdirSync(folder)) {
      if (!name.endsWith(".eml") || seen.has(name)) continue;
      const mail = await simpleParser(readFileSync(join(folder, name)));
      seen.set(name, mail);
      for (const listener of listeners) listener(mail);
    }
  };
  const watcher = watch(folder, () => {
    reading = reading.then(read);
  });

  return {
    waitFor: async (what, condition) => {
      await reading;
      const there = [...seen.values()].find(condition);
      if (there) return there;
      return new Promise((resolve, reject) => {
        const give = (mail: ParsedMail) => {
          if (!condition(mail)) return;
          clearTimeout(timer);
          listeners.delete(give);
          resolve(mail);
        };
        const timer = setTimeout(() => reject(new Error(`no mail came: ${what}`)), PATIENCE);
        listeners.add(give);
      });
    },
    onMail: (listener) => {
      listeners.add(listener);
    },
    close: () => watcher.close(),
  };
}

/** The first link of a mail's text that leads to that page. */
export function linkIn(mail: ParsedMail, page: string): string {
  const link = new RegExp(`https?://[^\\s<>]+${page}[^\\s<>]+`).exec(mail.text ?? "")?.[0];
  if (!link) throw new Error(`the mail "${mail.subject}" has no link to ${page}`);
  return link;
}

/** Whom a mail is to. */
export function recipientOf(mail: ParsedMail): string {
  return [mail.to].flat().flatMap((to) => to?.value ?? [])[0]?.address ?? "";
}
