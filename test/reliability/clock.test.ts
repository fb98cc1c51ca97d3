import type { Core, Office } from "@ricevimenti/core";
import { describe, expect, test, vi } from "vitest";
import { accepted, ENGINES, MARIO, openTown, refused, type TestTown } from "../support/town.ts";

// Where the machine is busy with other tests too.
vi.setConfig({ testTimeout: 120_000 });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Open around the clock, so that every hour of a changeover can be booked. */
const NIGHT: Office = {
  id: "notte",
  name: "Ufficio di notte",
  email: "notte@comune.example.it",
  holidays: false,
  hours: [
    {
      days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
      from: "00:00",
      to: "24:00",
      slot: 15,
      modes: ["in_person"],
    },
  ],
};

/** The moment itself, in winter, and the two at which the hour on the wall jumps while that of the town goes on. */
const MOMENTS = {
  "an ordinary day": "2026-12-09T09:00:00+01:00",
  "the spring changeover": "2027-03-28T01:00:00Z",
  "the autumn changeover": "2027-10-31T01:00:00Z",
} as const;

interface Scene {
  readonly town: TestTown;
  readonly core: Core;
  /** A time some hours later that nobody has. */
  readonly start: number;
  /** The clock jumps; each jump is counted. */
  jump(by: number): void;
  hold(who: string): ReturnType<Core["hold"]>;
  ask(code: string, who: string): ReturnType<Core["request"]>;
}

let jumps = 0;

async function scene(town: TestTown, moment: number): Promise<Scene> {
  const start = moment + 6 * HOUR;
  const { clock } = town;
  const core = town.core;
  return {
    town,
    core,
    start,
    jump: (by) => {
      jumps++;
      clock.set(clock.now() + by);
    },
    hold: (who) =>
      core.hold({ office: NIGHT.id, start, mode: "in_person", holder: `web:${who}`, locale: "it" }),
    ask: (code, who) =>
      core.request({
        code,
        holder: `web:${who}`,
        form: { ...MARIO, email: `${who}@example.org`, consent: true },
      }),
  };
}

/** One desk, so never two who have it; and whatever happened is explained by the log. */
async function expectSound({ core, start }: Scene, has: string | null): Promise<void> {
  for (const full of [false, true]) {
    const findings = await core.doctor({ full });
    expect(findings.filter(({ level }) => level === "error")).toEqual([]);
  }
  const live = await core.records.bookings.find({ from: start, to: start + 1, states: ["confirmed"] });
  expect(live.map(({ code }) => code)).toEqual(has === null ? [] : [has]);
}

describe.each(ENGINES)("on %s, a clock that jumps by an hour", (engine) => {
  describe.each(Object.entries(MOMENTS))("around %s", (_, text) => {
    const moment = Date.parse(text);
    /** So long before the moment that what is asked for ends just after it. */
    const opened = (before: number) =>
      openTown({
        engine,
        offices: [NIGHT],
        municipality: { policy: { lead_minutes: 0 } },
        start: new Date(moment - before).toISOString(),
      });

    test("forward over a hold's end gives the time to the next, and back gives it to nobody twice", async () => {
      await using town = await opened(5 * MINUTE);
      const it = await scene(town, moment);
      const first = accepted(await it.hold("anna")).booking;
      it.jump(HOUR);
      expect(refused(await it.ask(first.code, "anna")).code).toBe("hold_expired");
      const second = accepted(await it.hold("bruno")).booking;
      it.jump(-HOUR);
      // By the clock the first hold is not over any more, but its desk is another's.
      expect((await it.ask(first.code, "anna")).ok).toBe(false);
      accepted(await it.ask(second.code, "bruno"));
      await town.core.tick();
      accepted(await town.core.confirm({ code: second.code, actor: "citizen" }));
      // When its end comes again the first hold is tidied away, and the doctor has nothing to say of it.
      town.clock.advance({ minutes: 10 });
      await town.core.tick();
      await expectSound(it, second.code);
    });

    test("back before a hold's end keeps it for its citizen, and for no other", async () => {
      await using town = await opened(5 * MINUTE);
      const it = await scene(town, moment);
      const { code } = accepted(await it.hold("anna")).booking;
      it.jump(-HOUR);
      expect(refused(await it.hold("bruno")).code).toBe("slot_taken");
      accepted(await it.ask(code, "anna"));
      it.jump(HOUR);
      await town.core.tick();
      accepted(await town.core.confirm({ code, actor: "citizen" }));
      await expectSound(it, code);
    });

    test("over a request's end lets it lapse once, and what has lapsed stays so", async () => {
      await using town = await opened(90 * MINUTE);
      const it = await scene(town, moment);
      const { code } = accepted(await it.hold("anna")).booking;
      accepted(await it.ask(code, "anna"));
      it.jump(HOUR);
      await town.core.tick();
      // An hour of two is gone.
      expect((await town.core.records.bookings.get(code))?.state).toBe("pending");
      it.jump(HOUR);
      it.jump(MINUTE);
      expect(refused(await town.core.confirm({ code, actor: "citizen" })).code).toBe("confirmation_expired");
      await town.core.tick();
      it.jump(-HOUR);
      await town.core.tick();
      expect((await town.core.confirm({ code, actor: "citizen" })).ok).toBe(false);
      const kinds = (await town.core.records.events.of(code)).map(({ kind }) => kind);
      expect(kinds).toEqual(["held", "requested", "expired"]);
      const told = (await town.mails()).filter(({ subject }) => /scaduta/i.test(subject ?? ""));
      expect(told).toHaveLength(1);
      accepted(await it.hold("bruno"));
      await expectSound(it, null);
    });

    test("to and fro tells everything once: the mails, the invitation, the reminder", async () => {
      await using town = await opened(30 * MINUTE);
      const it = await scene(town, moment);
      const { code } = accepted(await it.hold("anna")).booking;
      accepted(await it.ask(code, "anna"));
      await town.core.tick();
      accepted(await town.core.confirm({ code, actor: "citizen" }));
      // Past the reminder two hours before the start, back before it, and past it again.
      for (const by of [HOUR, -HOUR, 4 * HOUR + 40 * MINUTE, -HOUR, HOUR]) {
        it.jump(by);
        await town.core.tick();
      }
      const sent = await town.core.records.outbox.find({ booking: code, states: ["sent"] });
      expect(sent.map(({ kind }) => kind).sort()).toEqual([
        "invitation",
        "office_booked",
        "reminder",
        "verification",
      ]);
      expect(sent.every(({ attempts }) => attempts === 1)).toBe(true);
      expect(await town.mails()).toHaveLength(4);
      await expectSound(it, code);
    });
  });
});

test("the jumps are counted", () => {
  console.info(`clock: ${jumps} jumps of an hour forward and back, no time sold twice, nothing told twice`);
  expect(jumps).toBe(2 * 3 * 13);
});
