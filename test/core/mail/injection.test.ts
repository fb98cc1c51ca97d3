import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openMailTransport } from "../../../packages/core/src/adapters/mail/mail-transport.ts";
import { renderMail } from "../../../packages/core/src/adapters/mail/render-mail.ts";
import { MESSAGE_KINDS, type MessageKind } from "../../../packages/core/src/domain/message.ts";
import { type MailServer, type ReceivedMail, startMailServer } from "../../support/mail-server.ts";
import { NOW, OFFICE, sampleContext } from "./sample.ts";

/*
 * The forms and the import refuse most of this. The mails must hold on their own: an older database, another way in,
 * a rule relaxed one day.
 */
const NASTY = {
  "a new header after CRLF": "Mario\r\nBcc: victim@example.org\r\n\r\nSPAM",
  "a new header after a bare LF": "Mario\nBcc: victim@example.org",
  "a new header after a bare CR": "Mario\rBcc: victim@example.org",
  "the line separators of Unicode": "Mario\u2028Bcc: victim@example.org\u2029X\u0085Y",
  "other control characters": "Mario\0\b\v\f\u001b[31mRosso\u007f",
  "a calendar property": "Mario\r\nATTENDEE:mailto:victim@example.org\r\nEND:VEVENT",
  "a calendar property folded": "Mario\r\n ;X=1\n\tSUMMARY:no",
  "quotes and parameters": 'Mario";ROLE="CHAIR";X="y:z,w\\n\\;^n^\'',
  "an address list": 'Mario <victim@example.org>, victim@example.org; "',
  "letters that turn around": "\u202Eissor\u202C\u2066oiraM\u2069 \u200F\u200E\u061C",
  markup: '<a href="https://evil.example">Mario</a><script>alert(1)</script>&amp;',
  "an encoded word": "=?utf-8?Q?Mario=0D=0ABcc:_victim@example.org?=",
  "half a surrogate pair": "Mario \uD83D",
  "a very long word": `M${"a".repeat(3000)}`,
  "many emoji": "👩‍👩‍👧‍👦🇮🇹".repeat(60),
  "nothing but marks": "\u202E\u200E\r\n",
} as const;

let server: MailServer;
let transport: ReturnType<typeof openMailTransport>;
beforeAll(async () => {
  server = await startMailServer();
  transport = openMailTransport(server.url);
});
afterAll(async () => {
  await transport.close();
  await server.close();
});

/** The mail of that kind about a booking in which every text there is is `text`, sent and read back. */
async function sent(kind: MessageKind, text: string): Promise<ReceivedMail> {
  const office = {
    ...OFFICE,
    name: text,
    unit: text,
    place: text,
    phone: text,
    services: [{ id: "imu", name: text, bring: [text] }],
  };
  const context = sampleContext(kind, {
    booking: { name: text, reason: text },
    municipality: { name: text },
    office,
    from: { name: text, address: "comune@example.org" },
  });
  const message = renderMail(kind, context);
  if (!message) throw new Error("no mail");
  const before = server.messages.length;
  await transport.deliver(message, NOW);
  const received = server.messages[before];
  if (!received) throw new Error("not received");
  return received;
}

const HEADERS = [
  "auto-submitted",
  "content-type",
  "date",
  "from",
  "message-id",
  "mime-version",
  "reply-to",
  "subject",
  "to",
  "x-auto-response-suppress",
];

describe.each(Object.entries(NASTY))("%s in every field", (_, text) => {
  test.each(MESSAGE_KINDS)("adds nothing to the mail: %s", async (kind) => {
    const { envelope, mail, source } = await sent(kind, text);
    expect(envelope.to).toEqual([
      kind.startsWith("office_") ? "tributi@example.org" : "mario.rossi@example.it",
    ]);
    expect([...mail.headers.keys()].sort()).toEqual(HEADERS);
    // Nor does a header stand twice.
    const names = [...source.slice(0, source.indexOf("\r\n\r\n")).matchAll(/^([\w-]+):/gm)].map(
      ([, name]) => name,
    );
    expect(names.map((name) => name?.toLowerCase()).sort()).toEqual(HEADERS);
    const to = [mail.to].flat().flatMap((group) => group?.value ?? []);
    const from = mail.from?.value ?? [];
    expect([to.length, from.length]).toEqual([1, 1]);
    for (const shown of [mail.subject, to[0]?.name, from[0]?.name, mail.text]) {
      expect(shown ?? "").not.toMatch(/[\0-\x08\x0b-\x1f\x7f\x85\u2028-\u202e\u2066-\u2069\u200e\u200f]/);
    }
    expect(mail.subject ?? "").not.toContain("\n");
    expect(String(mail.html)).not.toMatch(/<(script|a href="https:\/\/evil)/);
    // RFC 5322 section 2.1.1.
    for (const line of source.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
    expect(source).not.toMatch(/[^\r]\n|\r[^\n]/);
  });

  test.each(["invitation", "moved", "cancelled"] as const)(
    "adds nothing to the calendar: %s",
    async (kind) => {
      const { mail } = await sent(kind, text);
      const body =
        mail.attachments.find(({ contentType }) => contentType === "application/ics")?.content.toString() ??
        "";
      const calendar = new ICAL.Component(ICAL.parse(body));
      const [event, ...others] = calendar.getAllSubcomponents("vevent");
      expect(others).toEqual([]);
      const names = event?.getAllProperties().map(({ name }) => name) ?? [];
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => name === "attendee")).toHaveLength(1);
      const attendee = event?.getFirstProperty("attendee");
      expect(attendee?.getFirstValue()).toBe("mailto:mario.rossi@example.it");
      expect(attendee?.getParameter("role")).toBe("REQ-PARTICIPANT");
      expect(Object.keys(attendee?.toJSON()[1] ?? {}).sort()).toEqual([
        "cn",
        "cutype",
        "partstat",
        "role",
        "rsvp",
      ]);
      expect(Object.keys(event?.getFirstProperty("organizer")?.toJSON()[1] ?? {})).toEqual(["cn"]);
      for (const line of body.split("\r\n")) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\0-\x08\x0a-\x1f\x7f\u2028\u2029]/);
      }
    },
  );
});
