import { describe, expect, test } from "vitest";
import { renderMail } from "../../../packages/core/src/adapters/mail/render-mail.ts";
import { MESSAGE_KINDS, type MessageKind } from "../../../packages/core/src/domain/message.ts";
import { LOCALES } from "../../../packages/core/src/domain/municipality.ts";
import type { MailMessage } from "../../../packages/core/src/ports.ts";
import { LINKS, OFFICE, ORIGIN, ROOM_URL, sampleContext } from "./sample.ts";

function mail(kind: MessageKind, options?: Parameters<typeof sampleContext>[1]): MailMessage {
  const message = renderMail(kind, sampleContext(kind, options));
  if (!message) throw new Error(`no mail for ${kind}`);
  return message;
}

/** What the HTML says, as words with single spaces; and its links, in order. */
function read(html: string): { words: string; links: { text: string; url: string }[] } {
  const decode = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  const words = (part: string) =>
    decode(part.replace(/<[^>]+>/g, " "))
      .replace(/\s+/g, " ")
      .trim();
  const body = html.slice(html.indexOf("<body"));
  return {
    words: words(body),
    links: [...body.matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(([, url, text]) => ({
      url: decode(url ?? ""),
      text: words(text ?? ""),
    })),
  };
}

const buttons = (message: MailMessage) =>
  Object.fromEntries(read(message.html).links.map(({ text, url }) => [text, url]));

describe.each(LOCALES)("every mail in %s", (locale) => {
  describe.each(MESSAGE_KINDS)("%s", (kind) => {
    test.each(["in_person", "virtual"] as const)("says the same as text and as HTML, %s", (mode) => {
      const { text, html } = mail(kind, { locale, booking: { mode } });
      const { words, links } = read(html);
      // Each line of the text, without its marks, stands in the HTML; addresses are links there.
      const plain = text
        .replace(/^-- $/m, "")
        .split("\n")
        .map((line) =>
          line
            .replace(/^(\*\*\*|-| +) ?/, "")
            .replace(/ ?\*\*\*$/, "")
            .replace(/\s+/g, " ")
            .trim(),
        )
        .filter((line) => line !== "");
      for (const line of plain) {
        if (/^https?:/.test(line)) expect(links.map(({ url }) => url)).toContain(line);
        else expect(words.toLowerCase()).toContain(line.replace(/:$/, "").toLowerCase());
      }
      // And nothing stands in the HTML only.
      for (const { url } of links) expect(text).toContain(`${url}\n`);
      const said = plain
        .filter((line) => !/^https?:/.test(line))
        .join(" ")
        .replace(/\s+/g, " ")
        .toLowerCase();
      const bare = (whole: string) => whole.toLowerCase().replace(/[:\s]+/g, "");
      expect(bare(words)).toBe(bare(said));
    });

    test("is in its language, fits a phone and loads nothing", () => {
      const { html, subject } = mail(kind, { locale });
      expect(html).toMatch(new RegExp(`^<!DOCTYPE html>\\s*<html lang="${locale}">`));
      expect(html).toContain('name="viewport" content="width=device-width');
      expect(html).toContain('name="color-scheme" content="light dark"');
      expect(html).not.toMatch(
        /<(img|link|script|style|iframe|object|form|video|audio|svg)\b|\bsrc=|url\(|@import/i,
      );
      for (const [, url] of html.matchAll(/href="([^"]*)"/g)) expect(url).toMatch(/^https:\/\//);
      expect(subject.length).toBeLessThan(120);
    });

    test("has a Message-ID that is the same each time and a legal one", () => {
      const [first, second] = [mail(kind, { locale }), mail(kind, { locale, now: 0 })];
      expect(first.messageId).toBe(second.messageId);
      expect(first.messageId).toBe(
        `<K7P-4QX.${first.messageId.split(".")[1]}.${kind}.mail@appuntamenti.example.org>`,
      );
    });
  });

  test("has buttons of 44 px and more", () => {
    const { html } = mail("invitation", { locale });
    const styles = [...html.matchAll(/<a href="[^"]*" style="([^"]*)"/g)].map(([, style]) => style ?? "");
    expect(styles.length).toBeGreaterThanOrEqual(6);
    for (const style of styles) {
      const [, padding] = /padding:(\d+)px/.exec(style) ?? [];
      const [, line] = /line-height:(\d+)px/.exec(style) ?? [];
      expect(Number(padding) * 2 + Number(line)).toBeGreaterThanOrEqual(44);
    }
  });
});

test("Message-IDs of different messages differ", () => {
  const ids = MESSAGE_KINDS.map((kind) => mail(kind).messageId);
  expect(new Set(ids).size).toBe(ids.length);
});

describe("the verification mail", () => {
  test("shouts that nothing is booked, until when to confirm, and has the one button first", () => {
    const message = mail("verification");
    const { links, words } = read(message.html);
    expect(links).toEqual([{ text: "CONFERMA PRENOTAZIONE", url: LINKS.confirm }]);
    expect(message.subject).toBe(
      "Conferma entro le ore 12:32 di mercoledì 9 dicembre il tuo appuntamento (Tributo IMU)",
    );
    expect(words).toMatch(/^Il tuo appuntamento non è ancora confermato Gentile Mario Rossi, ATTENZIONE! /);
    expect(words).toContain("entro le ore 12:32 di mercoledì 9 dicembre");
    expect(words.indexOf("CONFERMA PRENOTAZIONE")).toBeLessThan(words.indexOf("Quando:"));
    expect(words).toContain("lunedì 14 dicembre 2026, ore 10:00 (15 min.)");
    expect(message.calendar).toBeUndefined();
  });

  test("does not carry the reason to an address nobody has verified", () => {
    const { text, html } = mail("verification");
    expect(text + html).not.toContain("seconda casa");
  });

  test("says after a move that older links are void", () => {
    expect(mail("verification", { booking: { version: 2 } }).text).toContain(
      "I link delle mail precedenti non valgono più",
    );
    expect(mail("verification").text).not.toContain("I link delle mail precedenti");
  });
});

describe("the invitation", () => {
  test("has the handbook's buttons and the calendars", () => {
    const message = mail("invitation");
    expect(buttons(message)).toEqual({
      PARTECIPA: LINKS.join,
      "Google Calendar": expect.stringContaining("https://calendar.google.com/"),
      Outlook: expect.stringContaining("https://outlook.live.com/"),
      "iCal (Apple e altri)": LINKS.calendar,
      MODIFICA: `${LINKS.manage}/modifica`,
      "ANNULLA PRENOTAZIONE": `${LINKS.manage}#annulla`,
    });
    expect(message.subject).toBe("Appuntamento confermato: lun 14/12/26 - 10:00 (15 min.) - VIRTUALE");
    expect(message.calendar?.method).toBe("REQUEST");
    expect(message.to).toEqual({ name: "Mario Rossi", address: "mario.rossi@example.it" });
    expect(message.replyTo).toBe("tributi@example.org");
  });

  test("in presence says where to go and what to bring, and has nothing to join", () => {
    const message = mail("invitation", { booking: { mode: "in_person" } });
    expect(message.text).toContain("Dove: Via Vittorio Veneto 11");
    expect(message.text).toContain("Cosa portare:\n- Documento d’identità\n- Visura catastale");
    expect(message.text).toContain("Codice prenotazione: K7P-4QX");
    expect(buttons(message)).not.toHaveProperty("PARTECIPA");
  });
});

test("the reminder enters the room with the handbook's words", () => {
  expect(buttons(mail("reminder"))).toMatchObject({ "ENTRA NELLA STANZA": LINKS.join });
  expect(mail("reminder").calendar).toBeUndefined();
});

test("a move brings the new invitation and says that older links are void", () => {
  const message = mail("moved");
  expect(message.calendar).toMatchObject({
    method: "REQUEST",
    body: expect.stringContaining("SEQUENCE:1\r\n"),
  });
  expect(message.text).toContain("I link delle mail precedenti non valgono più");
});

test("a cancellation takes the appointment out of calendars that may have it", () => {
  expect(mail("cancelled").calendar?.method).toBe("CANCEL");
  expect(mail("cancelled", { wasConfirmed: false }).calendar).toBeUndefined();
});

test.each(["cancelled", "expired"] as const)(
  "%s leads back to booking and to nothing that no longer works",
  (kind) => {
    expect(read(mail(kind).html).links).toEqual([
      { text: "Prenota un nuovo appuntamento", url: `${ORIGIN}/` },
    ]);
  },
);

describe("the office's mail", () => {
  test("has the reason, the person and the moderator's way in, and answers go to the citizen", () => {
    const message = mail("office_booked");
    expect(message.to).toEqual({ name: "Tributo IMU", address: "tributi@example.org" });
    expect(message.replyTo).toBe("mario.rossi@example.it");
    expect(message.text).toContain("Motivo: Chiarimenti sulla seconda casa.\n  E una domanda sulle rate.");
    expect(message.text).toContain("Nome e cognome: Mario Rossi");
    expect(buttons(message)).toEqual({ "ENTRA NELLA STANZA": ROOM_URL });
  });

  test("keeps the citizen out of the subject and the citizen's links out of the office", () => {
    for (const kind of ["office_booked", "office_moved", "office_cancelled", "office_late"] as const) {
      const message = mail(kind);
      expect(message.subject).not.toMatch(/Rossi|rossi/);
      for (const link of Object.values(LINKS)) expect(message.text + message.html).not.toContain(link);
    }
  });

  test("speaks the municipality's language, the citizen's mail the citizen's", () => {
    const options = { booking: { locale: "en" }, municipality: { locale: "it" } } as const;
    expect(mail("office_booked", options).subject).toMatch(/^Nuovo appuntamento/);
    expect(mail("invitation", options).subject).toMatch(/^Appointment confirmed/);
  });

  test.each([
    ["de", "Neuer Termin: Mo., 14.12.26 - 10:00 (15 Min.) - VIRTUELL (K7P-4QX)"],
    ["fr", "Nouveau rendez-vous\u00A0: lun. 14/12/26 - 10:00 (15 min) - VIRTUEL (K7P-4QX)"],
    ["sl", "Nov termin: pon., 14. 12. 26 - 10:00 (15 min) - VIRTUALNO (K7P-4QX)"],
  ] as const)("is in %s where the town speaks it, though the citizen speaks English", (locale, subject) => {
    const message = mail("office_booked", { booking: { locale: "en" }, municipality: { locale } });
    expect(message.subject).toBe(subject);
    expect(message.html).toContain(`<html lang="${locale}">`);
  });

  test("names the desk only where there is more than one", () => {
    expect(mail("office_booked", { booking: { desk: 2 } }).text).toContain("Sportello: 2");
    expect(mail("office_booked").text).not.toContain("Sportello");
  });

  test("goes to the town when the office has no address", () => {
    const { email: _, ...office } = OFFICE;
    expect(mail("office_booked", { office }).to.address).toBe("protocollo@example.org");
    const bare = sampleContext("office_booked", { office });
    const { email: __, ...municipality } = bare.municipality;
    expect(renderMail("office_booked", { ...bare, municipality })?.to.address).toBe(
      "appuntamenti@example.org",
    );
  });
});

describe("with data missing", () => {
  const erased = { name: null, email: null, reason: null, consent: null };

  test("the citizen whose address was erased is not told, and nothing breaks", () => {
    for (const kind of MESSAGE_KINDS) {
      const message = renderMail(kind, sampleContext(kind, { booking: erased }));
      expect(message === null).toBe(!kind.startsWith("office_"));
      expect(message?.text ?? "").not.toMatch(/\b(null|undefined)\b/);
      expect(message?.replyTo).toBeUndefined();
    }
  });

  test("every kind can be told of a bare booking of a bare office", () => {
    for (const kind of MESSAGE_KINDS) {
      const context = sampleContext(kind, {
        booking: { name: null, reason: null, service: "gone", expires: null },
      });
      const { calendar: _, ...bare } = { ...context, office: { id: "x", name: "X" }, roomUrl: null };
      const message = renderMail(kind, bare);
      expect(message?.text).toMatch(/X/);
      expect(`${message?.text}${message?.html}`).not.toMatch(/\b(null|undefined)\b/);
    }
  });

  test("the language is told to screen readers", () => {
    expect(mail("invitation", { booking: { locale: "sl" } }).html).toContain('<html lang="sl">');
  });
});
