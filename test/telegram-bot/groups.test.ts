import { expect, test } from "vitest";
import type { Participant } from "../support/telegram/participant.ts";
import { accepted, confirmBooking } from "../support/town.ts";
import { type BotTown, openBotTown } from "./support/bot-town.ts";

const TEN = "2026-12-10T10:00:00+01:00";
const GROUP = -500;

function staff(world: BotTown, id = GROUP) {
  const anna = world.person({ id: 2001, firstName: "Anna", lastName: "Bianchi" });
  const group = world.telegram.group({ id, title: "Ufficio Tributi" });
  return { anna, group, member: group.member(anna) };
}

async function linked(world: BotTown, member: Participant, details = false): Promise<void> {
  const { code } = accepted(await world.town.core.groups.code({ office: "tributi-imu", details }));
  await member.send(`/collega ${code.toLowerCase()}`);
  await member.waitFor("Gruppo collegato: Tributo IMU");
}

const told = (member: Participant) => member.messages().filter(({ isFromBot }) => isFromBot);

test("a linked group hears of new, moved, late and cancelled bookings, with code and time only", async () => {
  await using world = await openBotTown();
  const { core } = world.town;
  const { member } = staff(world);
  await linked(world, member);
  const { code } = await confirmBooking(core, TEN);
  await world.deliver();
  const booked = await member.waitFor("Nuovo appuntamento");
  expect(booked.text).toContain(code);
  expect(booked.text).toContain("gio 10/12/26 - 10:00 (15 min.) - In Presenza");
  const start = Date.parse("2026-12-11T10:15:00+01:00");
  accepted(await core.move({ code, start, mode: "virtual", actor: "citizen" }));
  await world.deliver();
  expect((await member.waitFor("Appuntamento modificato")).text).toContain("ven 11/12/26 - 10:15");
  accepted(await core.announce({ code, what: "late", actor: "citizen" }));
  await world.deliver();
  await member.waitFor("Il cittadino è in ritardo");
  accepted(await core.cancel({ code, actor: "citizen" }));
  await world.deliver();
  await member.waitFor("Appuntamento annullato");
  expect(member.transcript()).not.toMatch(/Mario|Rossi|example|saldo/);
  await world.deliver();
  expect(told(member)).toHaveLength(5);
  // Another office's bookings are none of theirs.
  await confirmBooking(core, "2026-12-14T09:00:00+01:00", { office: "tributi-tari", chat: 9 });
  await world.deliver();
  expect(told(member)).toHaveLength(5);
});

test("names and reasons are told only where the office has asked for it", async () => {
  await using world = await openBotTown();
  const { member } = staff(world);
  await linked(world, member, true);
  await confirmBooking(world.town.core, "2026-12-09T11:00:00+01:00");
  await world.deliver();
  expect((await member.waitFor("Nuovo appuntamento")).text).toContain("Nome e cognome: Mario Rossi");
  await member.send("/oggi");
  expect((await member.waitFor("mercoledì 9 dicembre 2026")).text).toContain("Mario Rossi");
});

test("/oggi gives the day's agenda, with who is late and nothing of who it is", async () => {
  await using world = await openBotTown();
  const { core } = world.town;
  const { member } = staff(world);
  await member.send("/oggi");
  await member.waitFor("non è collegato a nessun ufficio");
  await linked(world, member);
  await member.send("/oggi");
  await member.waitFor("Oggi non ci sono appuntamenti");
  const { code } = await confirmBooking(core, "2026-12-09T11:00:00+01:00");
  await confirmBooking(core, TEN, {
    chat: 7,
    citizen: { name: "Anna B", email: "a@example.org", reason: "x" },
  });
  accepted(await core.announce({ code, what: "late", actor: "citizen" }));
  await member.send("/oggi@ricevimenti_bot");
  const day = await member.waitFor("11:00");
  expect(day.text).toBe(`Tributo IMU\nmercoledì 9 dicembre 2026\n11:00 ${code} In Presenza, in ritardo`);
});

test("a code is good once, for a quarter of an hour, and never in the clear in the database", async () => {
  await using world = await openBotTown();
  const { core, clock } = world.town;
  const { member } = staff(world);
  const { code } = accepted(await core.groups.code({ office: "tributi-imu" }));
  clock.advance({ minutes: 15 });
  await member.send(`/collega ${code}`);
  await member.waitFor("Questo codice non è valido oppure è scaduto");
  await member.send("/collega");
  await member.waitFor("Questo codice non è valido oppure è scaduto");
  const second = accepted(await core.groups.code({ office: "tributi-imu" })).code;
  await member.send(`/collega ${second}`);
  await member.waitFor("Gruppo collegato");
  const others = staff(world, -501).member;
  await others.send(`/collega ${second}`);
  await others.waitFor("Questo codice non è valido oppure è scaduto");
  expect(await core.records.groups.of("tributi-imu")).toMatchObject({ chat: GROUP, details: false });
  expect(await core.groups.code({ office: "nessuno" })).toMatchObject({ ok: false });
});

test("a group that unlinks, puts the bot out, or has its office unlinked hears nothing more", async () => {
  await using world = await openBotTown({ strict: false });
  const { core } = world.town;
  const { member, group, anna } = staff(world);
  await linked(world, member);
  await member.send("/scollega");
  await member.waitFor("Il gruppo è stato scollegato");
  await member.send("/scollega");
  await member.waitFor("non è collegato a nessun ufficio");
  await linked(world, member);
  expect(await core.groups.unlink({ office: "tributi-imu" })).toBe(1);
  await confirmBooking(core, TEN);
  await world.deliver();
  expect(member.transcript()).not.toContain("Nuovo appuntamento");

  await linked(world, member);
  group.kick(anna);
  await world.telegram.settled();
  expect(await core.records.groups.of("tributi-imu")).toBeNull();

  // Found out only by a delivery: nobody is alarmed, the mail goes out.
  const second = staff(world, -502);
  await linked(world, second.member);
  await world.stopBot();
  second.group.kick(anna);
  await confirmBooking(core, "2026-12-11T10:00:00+01:00", {
    chat: 8,
    citizen: { name: "Luca Verdi", email: "luca@example.org", reason: "x" },
  });
  await world.deliver();
  expect(await core.records.groups.of("tributi-imu")).toBeNull();
  expect(await core.records.outbox.find({ states: ["failed", "waiting"] })).not.toContainEqual(
    expect.objectContaining({ kind: "office_booked" }),
  );
});

test.each([true, false])("a group that becomes a supergroup is followed, told of it: %s", async (isTold) => {
  await using world = await openBotTown({ strict: false });
  const { member, group, anna } = staff(world);
  await linked(world, member);
  const supergroup = group.upgrade(-1_001_234_567_890, { told: isTold }).member(anna);
  await world.telegram.settled();
  await confirmBooking(world.town.core, TEN);
  await world.deliver();
  await supergroup.waitFor("Nuovo appuntamento");
  expect(await world.town.core.records.groups.of("tributi-imu")).toMatchObject({ chat: -1_001_234_567_890 });
  expect(told(supergroup)).toHaveLength(1);
  await supergroup.send("/oggi");
  await supergroup.waitFor("Oggi non ci sono appuntamenti");
});

test("what Telegram repeats is answered once", async () => {
  await using world = await openBotTown();
  const { member } = staff(world);
  await linked(world, member);
  await world.telegram.settled();
  world.telegram.redeliver(1);
  await world.telegram.settled();
  await world.restart();
  expect(told(member)).toHaveLength(1);
  expect(await world.town.core.records.groups.of("tributi-imu")).toMatchObject({ chat: GROUP });
});
