import type { Core, Office, WaitingEntry, Wish } from "@ricevimenti/core";
import { describe, expect, test } from "vitest";
import {
  accepted,
  type Citizen,
  confirmBooking,
  ENGINES,
  openTown,
  refused,
  requestBooking,
  type TestTown,
} from "../../support/town.ts";

/** Wednesdays from ten to eleven only: four times a week. */
const RARE: Office = {
  id: "raro",
  name: "Ufficio raro",
  email: "raro@comune.example.it",
  services: [{ id: "pratica", name: "Pratica" }],
  hours: [{ days: ["wed"], from: "10:00", to: "11:00", slot: 15, modes: ["in_person", "virtual"] }],
  policy: { horizon_days: 10, max_live_per_office: 1, waiting_minutes: 20, waiting_offers: 3 },
};
const TOWN = { offices: [RARE] };
const WEEK = ["10:00", "10:15", "10:30", "10:45"].flatMap((time) =>
  ["2026-12-09", "2026-12-16"].map((day) => `${day}T${time}:00+01:00`),
);
const ANY: Wish = {
  modes: ["in_person", "virtual"],
  days: null,
  from: null,
  to: null,
  after: null,
  before: null,
};

function somebody(number: number): Citizen {
  return { name: `Persona Numero`, email: `persona${number}@example.org`, reason: "Pratica" };
}

/** Every time is taken, each by somebody else; their codes by start. */
async function soldOut({ core }: TestTown): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>();
  for (const [index, start] of WEEK.entries()) {
    const options = { office: "raro", chat: 100 + index, citizen: somebody(100 + index) };
    codes.set(start, (await confirmBooking(core, start, options)).code);
  }
  expect(accepted(await core.listSlots({ office: "raro" })).slots).toEqual([]);
  return codes;
}

const cancel = async (core: Core, code: string | undefined) =>
  accepted(await core.cancel({ code: code ?? "", actor: "citizen" }));

async function joinChat(core: Core, chat: number, wish: Partial<Wish> = {}): Promise<WaitingEntry> {
  const holder = `telegram:${chat}` as const;
  return accepted(
    await core.waiting.join({ office: "raro", wish: { ...ANY, ...wish }, holder, locale: "it" }),
  ).entry;
}

/** What is being offered to an entry, as its start. */
async function offered(core: Core, entry: WaitingEntry) {
  const token = core.waiting.linkOf(entry).split("/").at(-1) ?? "";
  const found = await core.waiting.follow(token);
  return found.ok ? found.offer : null;
}

const at = (start: string) => Date.parse(start);
const EARLY = "2026-12-16T10:00:00+01:00";
const LATER = "2026-12-16T10:30:00+01:00";

describe.each(ENGINES)("the waiting list on %s", (engine) => {
  test("offers a cancelled time to the first in order, held for twenty minutes, then to the next", async () => {
    await using town = await openTown({ ...TOWN, engine });
    const { core, clock } = town;
    const codes = await soldOut(town);
    const [anna, luca] = [await joinChat(core, 1), await joinChat(core, 2)];
    await cancel(core, codes.get(EARLY));
    const offer = await offered(core, anna);
    expect(offer).toMatchObject({ start: at(EARLY), state: "held", expires: clock.now() + 20 * 60_000 });
    expect(await offered(core, luca)).toBeNull();
    // Nobody comes in between.
    expect(accepted(await core.listSlots({ office: "raro" })).slots).toEqual([]);

    clock.advance({ minutes: 20 });
    expect(await offered(core, anna)).toBeNull();
    await core.tick();
    expect(await offered(core, luca)).toMatchObject({ start: at(EARLY) });
    // Who let it lapse is not asked again; when nobody is left it is everybody's.
    clock.advance({ minutes: 20 });
    await core.tick();
    expect(await offered(core, anna)).toBeNull();
    expect(accepted(await core.listSlots({ office: "raro" })).slots).toHaveLength(1);
    expect((await core.doctor({ full: true })).filter(({ level }) => level === "error")).toEqual([]);
  });

  test("offers what comes free by a move, a lapsed request, a hold given back, new hours", async () => {
    await using town = await openTown({ ...TOWN, engine });
    const { core, clock } = town;
    const codes = await soldOut(town);
    const list: WaitingEntry[] = [];
    for (const chat of [1, 2, 3, 4]) list.push(await joinChat(core, chat));
    const offers = async () => {
      const starts: (number | null)[] = [];
      for (const entry of list) starts.push((await offered(core, entry))?.start ?? null);
      return starts;
    };
    // New hours, by import: two more times, one after the other.
    const more: Office = {
      ...RARE,
      openings: [{ date: "2026-12-17", from: "10:00", to: "10:30", slot: 15, modes: ["in_person"] }],
    };
    await core.importTimetable({ offices: [more] }, { actor: "staff:anna" });
    const [first, second] = ["2026-12-17T10:00:00+01:00", "2026-12-17T10:15:00+01:00"].map(at);
    expect(await offers()).toEqual([first, second, null, null]);
    // Taken by the first, who moves to it from nothing: a hold of the chat, given back.
    const taken = accepted(
      await core.waiting.take({ code: (await offered(core, list[0] as WaitingEntry))?.code ?? "" }),
    );
    expect(taken.booking).toMatchObject({ state: "held", holder: "telegram:1", start: first });
    await core.release({ code: taken.booking.code, holder: "telegram:1" });
    expect((await offers()).slice(1)).toEqual([second, first, null]);
    // A move frees the time before it.
    await core.waiting.leave({ code: (list[1] as WaitingEntry).code });
    expect((await offers()).slice(2)).toEqual([first, second]);
    await core.waiting.leave({ code: (list[2] as WaitingEntry).code, holder: "telegram:3" });
    clock.advance({ minutes: 30 });
    const mover = codes.get(LATER) ?? "";
    accepted(await core.move({ code: mover, start: second ?? 0, mode: "in_person", actor: "citizen" }));
    expect((await offers())[3]).toBe(at(LATER));
    await core.waiting.leave({ code: (list[3] as WaitingEntry).code });
    // A request that lapses.
    const request = await requestBooking(core, "2026-12-17T10:00:00+01:00", {
      office: "raro",
      chat: 50,
      citizen: somebody(50),
    });
    const last = await joinChat(core, 5, { from: "2026-12-17" });
    clock.advance({ hours: 2, minutes: 1 });
    await core.tick();
    expect(await offered(core, last)).toMatchObject({ start: request.start });
  });

  test("leaves nothing behind of hours that were never kept", async () => {
    await using town = await openTown({ ...TOWN, engine });
    const { core } = town;
    await soldOut(town);
    const anna = await joinChat(core, 1);
    const more = (date: string): Office => ({
      ...RARE,
      openings: [{ date, from: "10:00", to: "10:15", slot: 15, modes: ["in_person"] }],
    });
    const undone = core.atomically(async (within) => {
      await within.importTimetable({ offices: [more("2026-12-17")] }, { actor: "staff:anna" });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await offered(core, anna)).toBeNull();
    await core.importTimetable({ offices: [more("2026-12-18")] }, { actor: "staff:anna" });
    expect((await offered(core, anna))?.start).toBe(at("2026-12-18T10:00:00+01:00"));
    await core.waiting.leave({ code: anna.code });
    const { slots } = accepted(await core.listSlots({ office: "raro" }));
    expect(slots.map(({ start }) => start)).toEqual([at("2026-12-18T10:00:00+01:00")]);
  });

  test("offers only what somebody wishes, and nothing later than what they have", async () => {
    await using town = await openTown({ ...TOWN, engine });
    const { core } = town;
    const codes = await soldOut(town);
    const morning = await joinChat(core, 1, { after: "10:30" });
    const soon = await joinChat(core, 2, { to: "2026-12-10" });
    const video = await joinChat(core, 3, { modes: ["virtual"] });
    // The chat that has 10:15 on the sixteenth wants something sooner.
    const holder = await joinChat(core, 100 + WEEK.indexOf("2026-12-16T10:15:00+01:00"));
    await cancel(core, codes.get(LATER));
    expect(await offered(core, morning)).toMatchObject({ start: at(LATER), mode: "in_person" });
    await cancel(core, codes.get(EARLY));
    expect(await offered(core, soon)).toBeNull();
    expect(await offered(core, video)).toMatchObject({ start: at(EARLY), mode: "virtual" });
    await cancel(core, codes.get("2026-12-16T10:45:00+01:00"));
    expect(await offered(core, holder)).toBeNull();
    await cancel(core, codes.get("2026-12-09T10:45:00+01:00"));
    expect(await offered(core, soon)).toMatchObject({ start: at("2026-12-09T10:45:00+01:00") });
    await cancel(core, codes.get("2026-12-09T10:30:00+01:00"));
    expect(await offered(core, holder)).toMatchObject({ start: at("2026-12-09T10:30:00+01:00") });
  });

  test("keeps which days of the week somebody waits for, also of who joined before there was a choice", async () => {
    const twoDays: Office = {
      ...RARE,
      hours: [
        { days: ["wed"], from: "10:00", to: "10:15", slot: 15, modes: ["in_person"] },
        { days: ["thu"], from: "15:00", to: "15:15", slot: 15, modes: ["in_person"] },
      ],
      policy: { ...RARE.policy, horizon_days: 7 },
    };
    await using town = await openTown({ offices: [twoDays], engine });
    const { core } = town;
    const [wednesday, thursday] = ["2026-12-09T10:00:00+01:00", "2026-12-10T15:00:00+01:00"];
    const next = await confirmBooking(core, "2026-12-16T10:00:00+01:00", { office: "raro", chat: 52 });
    const [first, second] = [
      await confirmBooking(core, wednesday, { office: "raro", chat: 50, citizen: somebody(50) }),
      await confirmBooking(core, thursday, { office: "raro", chat: 51, citizen: somebody(51) }),
    ];
    const picked = { days: ["thu"], parts: [], modes: [] } as const;
    const considered = accepted(await core.waiting.consider({ office: "raro", picked }));
    expect(considered.choice).toMatchObject({
      days: ["wed", "thu"],
      parts: ["morning", "afternoon"],
      modes: ["in_person"],
    });
    expect(considered.wish).toEqual({ ...ANY, modes: ["in_person"], days: ["thu"] });
    const unknown = await core.waiting.consider({ office: "raro", service: "nessuno", picked });
    expect(refused(unknown)).toMatchObject({ code: "service_unknown" });

    const anna = await joinChat(core, 1, considered.wish);
    const luca = await joinChat(core, 2);
    await core.atomically(async (_, records) => {
      // As it was written before.
      const { days: _days, ...former } = ANY;
      await records.waiting.save({ ...luca, wish: former as Wish });
    });
    expect((await core.records.waiting.get(luca.code))?.wish).toEqual(ANY);
    await cancel(core, first.code);
    expect(await offered(core, anna)).toBeNull();
    expect(await offered(core, luca)).toMatchObject({ start: at(wednesday) });
    await cancel(core, second.code);
    expect(await offered(core, anna)).toMatchObject({ start: at(thursday) });
    await cancel(core, next.code);
    expect(accepted(await core.listSlots({ office: "raro" })).slots).toHaveLength(1);
  });

  test("offers each person three times a day", async () => {
    await using town = await openTown({ ...TOWN, engine });
    const { core, clock } = town;
    const codes = await soldOut(town);
    const anna = await joinChat(core, 1, { from: "2026-12-16" });
    const starts: number[] = [];
    for (const start of WEEK.filter((one) => one.startsWith("2026-12-16"))) {
      await cancel(core, codes.get(start));
      const offer = await offered(core, anna);
      if (!offer) continue;
      starts.push(offer.start);
      await core.waiting.decline({ code: offer.code, holder: "telegram:1" });
    }
    expect(starts).toHaveLength(3);
    clock.set("2026-12-10T08:00:00+01:00");
    await core.tick();
    expect((await offered(core, anna))?.start).toBe(at("2026-12-16T10:45:00+01:00"));
  });

  test("moves the later appointment in one step, or leaves everything as it was", async () => {
    await using town = await openTown({ ...TOWN, engine });
    const { core } = town;
    const codes = await soldOut(town);
    const own = codes.get(LATER) ?? "";
    const chat = 100 + WEEK.indexOf(LATER);
    const entry = await joinChat(core, chat);
    await cancel(core, codes.get(EARLY));
    const offer = await offered(core, entry);
    const code = offer?.code ?? "";
    const holder = `telegram:${chat}` as const;
    const stranger = await core.waiting.take({
      code,
      holder: "telegram:9",
      replacing: { code: own, version: 1 },
    });
    expect(refused(stranger)).toEqual({ code: "hold_expired" });
    const outdated = await core.waiting.take({ code, holder, replacing: { code: own, version: 7 } });
    expect(refused(outdated)).toMatchObject({ code: "link_outdated" });
    const others = await core.waiting.take({
      code,
      holder,
      replacing: { code: codes.get("2026-12-16T10:45:00+01:00") ?? "", version: 1 },
    });
    expect(refused(others)).toMatchObject({ code: "booking_unknown" });
    expect(await offered(core, entry)).toEqual(offer);
    const moved = accepted(await core.waiting.take({ code, holder, replacing: { code: own, version: 1 } }));
    expect(moved.booking).toMatchObject({ code: own, start: at(EARLY), state: "confirmed", version: 2 });
    expect(await core.waiting.of({ holder })).toEqual([]);
    expect(accepted(await core.listSlots({ office: "raro" })).slots).toMatchObject([{ start: at(LATER) }]);
    expect((await core.doctor({ full: true })).filter(({ level }) => level === "error")).toEqual([]);
  });

  test("asks an address for a proof, offers it times by mail, and confirms what it takes at once", async () => {
    await using town = await openTown({ ...TOWN, engine });
    const { core, clock } = town;
    const codes = await soldOut(town);
    const form = { ...somebody(1), consent: true };
    const input = { office: "raro", wish: ANY, holder: "web:a", locale: "it", form } as const;
    expect(refused(await core.waiting.join({ ...input, form: { ...form, email: "nessuno" } }))).toMatchObject(
      {
        code: "form_invalid",
      },
    );
    const { entry } = accepted(await core.waiting.join(input));
    await core.tick();
    const [proof] = (await town.mails()).filter(({ subject }) =>
      subject?.includes("un avviso quando si libera"),
    );
    expect(proof?.text).toContain(core.waiting.linkOf(entry));
    await cancel(core, codes.get(EARLY));
    expect(await offered(core, entry)).toBeNull();
    expect(accepted(await core.waiting.prove(entry.code))).toMatchObject({ already: false });
    expect(accepted(await core.waiting.prove(entry.code))).toMatchObject({ already: true });
    const offer = await offered(core, entry);
    expect(offer).toMatchObject({ start: at(EARLY) });
    await core.tick();
    const [told] = (await town.mails()).filter(({ subject }) =>
      subject?.startsWith("Si è liberato un posto"),
    );
    expect(told?.text).toContain("mer 16/12/26 - 10:00");
    expect(told?.text).toContain(core.waiting.linkOf(entry));
    // Anybody may write this address again: nothing of the entry changes.
    const again = await core.waiting.join({
      ...input,
      holder: "web:b",
      wish: { ...ANY, modes: ["virtual"] },
    });
    expect(accepted(again)).toMatchObject({ already: true, entry: { holder: "web:a", wish: ANY } });

    await core.tick();
    const [known] = (await town.mails()).filter(({ subject }) => subject?.startsWith("Sei già nella lista"));
    expect(known?.to).toMatchObject({ value: [{ address: form.email }] });
    expect(known?.text).toContain("Modalità: In Presenza o VIRTUALE");
    expect(known?.text).toContain(core.waiting.linkOf(entry));

    const { booking } = accepted(await core.waiting.take({ code: offer?.code ?? "" }));
    expect(booking).toMatchObject({
      state: "confirmed",
      email: form.email,
      name: form.name,
      holder: "web:a",
    });
    expect(refused(await core.waiting.take({ code: booking.code }))).toEqual({ code: "hold_expired" });
    clock.advance({ minutes: 1 });
    await core.tick();
    const subjects = (await town.mails()).map(({ subject }) => subject);
    expect(subjects).toContain("Appuntamento confermato: mer 16/12/26 - 10:00 (15 min.) - In Presenza");
    expect((await core.doctor({ full: true })).filter(({ level }) => level === "error")).toEqual([]);
  });

  test("forgets an address that was never proven, a wish whose day is over, and whoever asks to be", async () => {
    await using town = await openTown({ ...TOWN, engine });
    const { core, clock } = town;
    await soldOut(town);
    const form = { ...somebody(1), consent: true };
    const join = { office: "raro", wish: ANY, holder: "web:a", locale: "it", form } as const;
    const { entry } = accepted(await core.waiting.join(join));
    const brief = await joinChat(core, 1, { to: "2026-12-10" });
    const long = await joinChat(core, 2);
    clock.advance({ hours: 2 });
    expect(refused(await core.waiting.prove(entry.code))).toEqual({ code: "link_invalid" });
    await core.tick();
    expect(await core.records.waiting.get(entry.code)).toBeNull();
    clock.set("2026-12-11T00:00:00+01:00");
    expect(await core.waiting.of({ holder: "telegram:1" })).toEqual([]);
    await core.tick();
    expect(await core.records.waiting.get(brief.code)).toBeNull();
    await core.waiting.forget({ holder: "telegram:2" });
    expect(await core.records.waiting.get(long.code)).toBeNull();
    const second = accepted(await core.waiting.join(join)).entry;
    await core.waiting.forget({ email: form.email.toUpperCase() });
    expect(await core.records.waiting.get(second.code)).toBeNull();
    // Nobody is written to who has been forgotten.
    await core.tick();
    expect((await town.mails()).filter(({ subject }) => subject?.includes("un avviso"))).toEqual([]);
  });

  test("waits for something else in the same place of the order, by the entry's link", async () => {
    await using town = await openTown({ ...TOWN, engine });
    const { core, clock } = town;
    const codes = await soldOut(town);
    const form = { ...somebody(1), consent: true };
    const { entry: anna } = accepted(
      await core.waiting.join({ office: "raro", wish: ANY, holder: "web:a", locale: "it", form }),
    );
    const wish: Wish = { ...ANY, modes: ["virtual"], after: "10:30" };
    const { code } = anna;
    expect(refused(await core.waiting.change({ code, wish }))).toEqual({
      code: "wrong_state",
      state: "pending",
    });
    accepted(await core.waiting.prove(code));
    const luca = await joinChat(core, 2);
    await core.tick();
    const mails = (await town.mails()).length;
    clock.advance({ minutes: 5 });
    const { entry } = accepted(await core.waiting.change({ code, wish }));
    const until = clock.now() + 10 * 24 * 60 * 60_000;
    expect(entry).toEqual({ ...anna, proven: true, wish, until });
    expect(accepted(await core.waiting.change({ code, wish })).entry).toEqual(entry);
    expect(await core.records.waiting.get(code)).toEqual(entry);
    expect((await core.records.waiting.inOrder("raro", clock.now())).map((one) => one.code)).toEqual([
      code,
      luca.code,
    ]);
    await core.tick();
    expect(await town.mails()).toHaveLength(mails);
    await cancel(core, codes.get(EARLY));
    expect(await offered(core, entry)).toBeNull();
    expect(await offered(core, luca)).toMatchObject({ start: at(EARLY) });
    await joinChat(core, 3);
    await cancel(core, codes.get(LATER));
    expect(await offered(core, entry)).toMatchObject({ start: at(LATER), mode: "virtual" });

    const { entry: brief } = accepted(
      await core.waiting.change({ code, wish: { ...wish, to: "2026-12-10" } }),
    );
    expect(brief.until).toBe(Date.parse("2026-12-11T00:00:00+01:00"));
    clock.set("2026-12-11T00:00:00+01:00");
    const over = { code: "link_outdated", state: "expired" };
    expect(refused(await core.waiting.change({ code, wish }))).toEqual(over);
    expect(refused(await core.waiting.change({ code: "ZZZ-ZZZ", wish }))).toEqual(over);
    expect(await core.waiting.of({ email: form.email })).toEqual([]);
  });

  test("is offered at once what is free and suits the new wish, and keeps what it is offered already", async () => {
    await using town = await openTown({ ...TOWN, engine });
    const { core } = town;
    const codes = await soldOut(town);
    const { code } = await joinChat(core, 1, { after: "10:45" });
    await cancel(core, codes.get(EARLY));
    expect(accepted(await core.listSlots({ office: "raro" })).slots).toMatchObject([{ start: at(EARLY) }]);
    const { entry } = accepted(await core.waiting.change({ code, wish: ANY }));
    const offer = await offered(core, entry);
    expect(offer).toMatchObject({ start: at(EARLY), state: "held" });
    expect(accepted(await core.listSlots({ office: "raro" })).slots).toEqual([]);
    accepted(await core.waiting.change({ code, wish: { ...ANY, after: "10:30" } }));
    await cancel(core, codes.get(LATER));
    expect(await offered(core, entry)).toEqual(offer);
    await core.waiting.decline({ code: offer?.code ?? "" });
    expect(await offered(core, entry)).toMatchObject({ start: at(LATER) });
    const without: Office = { ...RARE, services: [] };
    const about = { office: "raro", service: "pratica", holder: "telegram:2", locale: "it" } as const;
    const other = accepted(await core.waiting.join({ ...about, wish: ANY })).entry;
    await core.importTimetable({ offices: [without] }, { actor: "staff:anna" });
    const inVain = await core.waiting.change({ code: other.code, wish: { ...ANY, after: "10:15" } });
    expect(refused(inVain)).toMatchObject({ code: "service_unknown" });
    expect((await core.records.waiting.get(other.code))?.wish).toEqual(ANY);
    expect((await core.doctor({ full: true })).filter(({ level }) => level === "error")).toEqual([]);
  });

  test("is not put back on the list by a change that meets their leaving, or a proof that meets their erasure", async () => {
    await using town = await openTown({ ...TOWN, engine });
    await soldOut(town);
    const another = await town.another();
    for (let chat = 1; chat <= 8; chat++) {
      const { code } = await joinChat(town.core, chat);
      const [changed] = await Promise.all([
        another.waiting.change({ code, wish: { ...ANY, after: "10:30" } }),
        town.core.waiting.leave({ code }),
      ]);
      if (!changed.ok) expect(changed.refusal).toEqual({ code: "link_outdated", state: "expired" });
      expect(await town.core.records.waiting.get(code)).toBeNull();

      const { email } = somebody(chat);
      const form = { ...somebody(chat), consent: true };
      const join = { office: "raro", wish: ANY, holder: "web:a", locale: "it", form } as const;
      const { entry } = accepted(await town.core.waiting.join(join));
      await Promise.all([another.waiting.prove(entry.code), town.core.waiting.forget({ email })]);
      expect(await town.core.records.waiting.get(entry.code)).toBeNull();
    }
  });

  test("keeps one entry for each person and office, in its place", async () => {
    await using town = await openTown({ ...TOWN, engine });
    const { core } = town;
    const codes = await soldOut(town);
    const anna = await joinChat(core, 1, { to: "2026-12-09" });
    const luca = await joinChat(core, 2);
    const again = await joinChat(core, 1, { from: "2026-12-10" });
    expect(again.code).toBe(anna.code);
    expect(await core.waiting.of({ holder: "telegram:1" })).toHaveLength(1);
    await cancel(core, codes.get(EARLY));
    expect(await offered(core, again)).toMatchObject({ start: at(EARLY) });
    expect(await offered(core, luca)).toBeNull();
    const unknown = await core.waiting.join({
      ...{ office: "raro", service: "nessuno", wish: ANY, holder: "telegram:1", locale: "it" },
    });
    expect(refused(unknown)).toMatchObject({ code: "service_unknown" });
  });

  test("offers in order, each time to one person, however many processes are at it", async () => {
    await using town = await openTown({ ...TOWN, engine });
    const codes = await soldOut(town);
    const cores = [town.core, await town.another(), await town.another(), await town.another()];
    const entries: WaitingEntry[] = [];
    for (let chat = 1; chat <= 10; chat++) entries.push(await joinChat(town.core, chat));
    await Promise.all([
      ...[...codes.values()].slice(0, 6).map((code, index) => cancel(cores[index % 4] as Core, code)),
      ...cores.map((core) => core.tick()),
    ]);
    await Promise.all(cores.map((core) => core.tick()));
    const first = await Promise.all(entries.map((entry) => offered(town.core, entry)));
    // A time that is over by the clock's nine o'clock is none: all six are to come.
    expect(first.slice(0, 6).every((offer) => offer !== null)).toBe(true);
    expect(first.slice(6)).toEqual([null, null, null, null]);
    expect(new Set(first.slice(0, 6).map((offer) => offer?.start)).size).toBe(6);
    // Half of them say no at once; the next in order are asked.
    await Promise.all(
      first
        .slice(0, 3)
        .map((offer, index) => (cores[index] as Core).waiting.decline({ code: offer?.code ?? "" })),
    );
    await Promise.all(cores.map((core) => core.tick()));
    const second = await Promise.all(entries.map((entry) => offered(town.core, entry)));
    const held = second.flatMap((offer) => (offer ? [offer.start] : []));
    expect(new Set(held).size).toBe(held.length);
    expect(held).toHaveLength(6);
    expect((await town.core.doctor({ full: true })).filter(({ level }) => level === "error")).toEqual([]);
  });
});
