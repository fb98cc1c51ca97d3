import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openMailCourier } from "../../../packages/core/src/adapters/mail/mail-courier.ts";
import { mailSender } from "../../../packages/core/src/adapters/mail/sender.ts";
import type { MessageKind } from "../../../packages/core/src/domain/message.ts";
import type { Notice } from "../../../packages/core/src/ports.ts";
import { NOW, ORIGIN, sampleContext } from "./sample.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ricevimenti-mail-"));
});
afterEach(() => rm(folder, { recursive: true }));

function notice(kind: MessageKind, options?: Parameters<typeof sampleContext>[1]): Notice {
  const {
    messageKey: key,
    origin: publicUrl,
    from: _,
    calendar: __,
    roomUrl = null,
    ...context
  } = sampleContext(kind, options);
  const { code: booking, version } = context.booking;
  const message = { key, booking, version, kind, channel: "mail", due: NOW, until: null } as const;
  const entry = {
    id: 1,
    state: "waiting",
    attempts: 1,
    next: NOW,
    lease: 1,
    error: null,
    created: NOW,
    settled: null,
  } as const;
  return { ...context, message: { ...message, ...entry }, publicUrl, roomUrl };
}

const mails = async () =>
  Promise.all((await readdir(folder)).map(async (name) => simpleParser(await readFile(join(folder, name)))));

describe("the mail courier", () => {
  test("says a notice by mail, from the town, dated as of the notice, with the calendars' addresses", async () => {
    const courier = openMailCourier({ mailUrl: "file:.", mailFrom: null }, folder);
    await courier.deliver(notice("invitation"));
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail?.from?.value).toEqual([{ name: "Comune di Ozieri", address: "protocollo@example.org" }]);
    expect(mail?.date?.getTime()).toBe(NOW);
    expect(mail?.text).toContain("https://calendar.google.com/");
    expect(mail?.text).toContain("https://outlook.live.com/");
    await courier.close();
  });

  test("passes over a citizen whose data has been erased", async () => {
    const courier = openMailCourier({ mailUrl: "file:.", mailFrom: null }, folder);
    await courier.deliver(notice("cancelled", { booking: { name: null, email: null, reason: null } }));
    expect(await mails()).toEqual([]);
    await courier.deliver(notice("office_cancelled", { booking: { name: null, email: null, reason: null } }));
    expect(await mails()).toHaveLength(1);
  });

  test("delivers a notice twice as one mail", async () => {
    const courier = openMailCourier({ mailUrl: "file:.", mailFrom: "sportello@example.org" }, folder);
    await courier.deliver(notice("reminder"));
    await courier.deliver({ ...notice("reminder"), now: NOW + 60_000 });
    const all = await mails();
    expect(all).toHaveLength(1);
    expect(all[0]?.from?.value[0]?.address).toBe("sportello@example.org");
  });
});

test("the sender is MAIL_FROM, else the town, else an address on the public host", () => {
  expect(mailSender({ email: "town@example.org" }, ORIGIN, "from@example.org")).toBe("from@example.org");
  expect(mailSender({ email: "town@example.org" }, ORIGIN, null)).toBe("town@example.org");
  expect(mailSender({}, ORIGIN, null)).toBe("appuntamenti@appuntamenti.example.org");
});
