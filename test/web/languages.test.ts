import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { LOCALES, type Locale, texts } from "@ricevimenti/core";
import { type ParsedMail, simpleParser } from "mailparser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { open, openTown, type Town } from "./town.ts";
import { choices, visitor } from "./visitor.ts";

/** What is written anew in each language: a month, a day, a deadline. The clock stands at nine. */
const WRITTEN: Record<Locale, { readonly choosing: readonly string[]; readonly until: string }> = {
  it: {
    choosing: ["dicembre 2026", "Orari di lunedì 14 dicembre 2026"],
    until: "ore 11:00 di giovedì 10 dicembre",
  },
  en: {
    choosing: ["December 2026", "Times on Monday, 14 December 2026"],
    until: "11:00 on Thursday 10 December",
  },
  de: {
    choosing: ["Dezember 2026", "Uhrzeiten am Montag, 14. Dezember 2026"],
    until: "11:00 Uhr am Donnerstag, 10. Dezember",
  },
  fr: {
    choosing: ["décembre 2026", "Horaires du lundi 14 décembre 2026"],
    until: "11:00 le jeudi 10 décembre",
  },
  sl: {
    choosing: ["december 2026", "Termini: ponedeljek, 14. december 2026"],
    until: "11:00 (četrtek, 10. december)",
  },
};
const SUBJECTS: Record<Locale, RegExp> = {
  it: /^Conferma entro le ore 11:00 di giovedì 10 dicembre il tuo appuntamento/,
  en: /^Confirm your appointment by 11:00 on Thursday 10 December/,
  de: /^Bestätigen Sie Ihren Termin bis 11:00 Uhr am Donnerstag, 10. Dezember/,
  fr: /^Confirmez votre rendez-vous avant 11:00 le jeudi 10 décembre/,
  sl: /^Potrdite svoj termin do 11:00 \(četrtek, 10. december\)/,
};
const PAGES = ["/", "/servizi", "/servizi/tributi-imu/imu", "/prenota", "/privacy", "/accessibilita", "/x"];

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

async function mailTo(address: string): Promise<ParsedMail | undefined> {
  const folder = join(town.folder, "data", "mail");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".eml"));
  const mails = await Promise.all(
    names.map(async (name) => simpleParser(await readFile(join(folder, name)))),
  );
  return mails.find(({ to }) => to && !Array.isArray(to) && to.text.includes(address));
}

describe.each(LOCALES)("in %s", (locale) => {
  const say = texts("web", locale);

  it("the whole way can be gone, from the offices to the mail, without a cookie for the language", async () => {
    const who = visitor(town);
    const home = await who.open(`/?lang=${locale}`);
    expect(home.text).toContain(`<html lang="${locale}">`);
    expect(home.text).toContain(say("home-lead"));
    const times = await who.open(`/prenota?ufficio=tributi-imu&servizio=imu&lang=${locale}`);
    for (const words of WRITTEN[locale].choosing) expect(times.text).toContain(words);
    const details = await who.press({ orario: choices(times.text)[0] ?? "" });
    expect(details.text).toContain(say("details-lead"));
    await who.press({ argomento: "imu", motivo: "Saldo" });
    const form = { nome: "Ana Novak", email: `${locale}@example.org` };
    const summary = await who.press(form);
    expect(summary.text).toContain(say("consent").replaceAll("'", "&#39;"));
    const sent = await who.press({ ...form, motivo: "Saldo", consenso: "si" });
    expect(sent.text).toContain(`<html lang="${locale}">`);
    expect(sent.text).toContain(say("sent-title"));
    expect(sent.text).toContain(WRITTEN[locale].until);

    await town.core.tick();
    const mail = await mailTo(form.email);
    expect(mail?.subject).toMatch(SUBJECTS[locale]);
    expect(mail?.text).toContain(say("button-confirm"));
    expect(mail?.html).toContain(`<html lang="${locale}">`);
    // The link knows the booking's language, whatever the browser's.
    const link = new URL(/https?:\S+\/conferma\/\S+/.exec(mail?.text ?? "")?.[0] ?? "");
    const confirming = await open(town, link.pathname, { "accept-language": locale === "it" ? "en" : "it" });
    expect(confirming.text).toContain(`<html lang="${locale}">`);
    expect(confirming.text).toContain(`${say("button-confirm")}</button>`);
  });

  it.each(PAGES)(
    "%s names its other languages, and is in this one by itself for such a browser",
    async (path) => {
      const { text, headers } = await open(town, path, { "accept-language": `${locale},it;q=0.5` });
      expect(text).toContain(`<html lang="${locale}">`);
      for (const other of LOCALES)
        expect(text).toMatch(new RegExp(`\\?lang=${other}" lang="${other}" hreflang="${other}"`));
      if (path === "/x") return;
      expect(headers.get("vary")).toContain("Accept-Language");
      for (const other of LOCALES) {
        expect(text).toContain(
          `<link rel="alternate" hreflang="${other}" href="http://appuntamenti.example.org${path}?lang=${other}">`,
        );
      }
      expect(text).toContain(`hreflang="x-default" href="http://appuntamenti.example.org${path}"`);
    },
  );
});
