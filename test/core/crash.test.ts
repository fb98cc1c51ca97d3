import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { openTown, type TestTown } from "../support/town.ts";

const PROGRAM = new URL("../support/doomed-process.ts", import.meta.url).pathname;

let server: MailServer;
let town: TestTown;
beforeEach(async () => {
  server = await startMailServer();
  // The killed process lives by the machine's clock, so the town does too.
  town = await openTown({ env: { MAIL_URL: server.url }, start: new Date().toISOString() });
});
afterEach(async () => {
  await town[Symbol.asyncDispose]();
  await server.close();
});

function start(deed: string): {
  readonly child: ChildProcess;
  readonly said: (start: string) => Promise<string>;
} {
  const child = spawn(process.execPath, [PROGRAM, town.folder, JSON.stringify(town.env), deed], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  return {
    child,
    said: async (beginning) => {
      for await (const line of lines) if (line.startsWith(beginning)) return line;
      throw new Error(`ended without saying "${beginning}"`);
    },
  };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

describe("a process killed", () => {
  test("between commit and delivery loses no message: all are delivered after the restart", async () => {
    const { child, said } = start("confirm and stop");
    const code = (await said("confirmed")).split(" ")[1] ?? "";
    await kill(child);
    expect(server.messages).toEqual([]);

    const core = await town.reopen();
    town.clock.set(Date.now());
    await core.tick();
    expect(server.messages.flatMap(({ envelope }) => envelope.to).sort()).toEqual([
      "mario.rossi@example.org",
      "tributi.deledda@comune.ozieri.ss.it",
    ]);
    expect(server.messages.every(({ source }) => source.includes(code))).toBe(true);
    expect((await core.doctor()).filter(({ level }) => level === "error")).toEqual([]);
  });

  test("while the mail server has the message and has not said so, repeats it under the same Message-ID only", async () => {
    const first = start("confirm and stop");
    await first.said("confirmed");
    await kill(first.child);

    server.answerNext({ at: "data", mute: true });
    server.answerNext({ at: "data", mute: true });
    const second = start("deliver");
    await server.received(2);
    await kill(second.child);

    expect(server.messages).toHaveLength(2);

    const core = await town.reopen();
    // Until the dead worker's lease is over nobody else touches its messages.
    town.clock.set(Date.now());
    expect(await core.tick()).toMatchObject({ delivered: 0 });
    town.clock.set(Date.now() + 121_000);
    expect(await core.tick()).toMatchObject({ delivered: 2 });
    expect(server.messages).toHaveLength(4);
    expect(new Set(server.messages.map(({ mail }) => mail.messageId)).size).toBe(2);
    const sent = await core.records.outbox.find({ states: ["sent"] });
    expect(sent.map(({ kind }) => kind).sort()).toEqual(["invitation", "office_booked"]);
  });
});
