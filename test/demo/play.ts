import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { DAY, formatDay, longDay, type Statistics, timeOf, zone } from "@ricevimenti/core";
import { jwtVerify } from "jose";
import type { Person } from "../support/telegram/person.ts";
import type { DemoTown } from "./demo-town.ts";
import { linkIn, recipientOf } from "./mailbox.ts";

const CITIZEN = "mario.rossi@example.org";
const COMMAND_LINE = resolve(import.meta.dirname, "../../node_modules/.bin/ricevimenti");

type Say = (line: string) => void;

/** Plays a whole booking, narrated, and throws at the first step that is not as the handbook says. */
export async function play(town: DemoTown, say: Say): Promise<void> {
  const step = narrator(say);
  const mario = town.telegram.person({ id: 1001, firstName: "Mario", lastName: "Rossi", languageCode: "it" });

  await step("The town hall opens: nine offices, as in the handbook", async () => {
    const page = await get(`${town.url}/`);
    const { length } = await town.core.listOffices();
    must(length === 9, `nine offices, not ${length}`);
    must(page.includes("Ricevimenti uffici"), "the page of the offices");
    return `${town.url}/ lists them`;
  });

  await step("Mario chats with the bot: office, topic, day, a time by video", async () => {
    await mario.send("/start");
    await mario.waitFor("Scegli l’ufficio");
    await mario.press("Tributo IMU");
    await mario.waitFor("Per quale argomento");
    await pressFirst(mario, /IMU/);
    await mario.waitFor("Scegli il giorno");
    const { start, timezone } = await someSlot(town);
    await pressDay(mario, start, timezone);
    await mario.waitFor(longDay(start, "it", timezone));
    await mario.press(`${timeOf(start, "it", timezone)} - VIRTUALE`);
    await mario.waitFor("riservato per te");
    return lineWith(mario, "VIRTUALE");
  });

  await step("He fills in the form, consents, and asks for the appointment", async () => {
    await mario.send("Mario Rossi");
    await mario.waitFor("indirizzo e-mail");
    await mario.send(CITIZEN);
    await mario.waitFor("Motivo");
    await mario.send("Chiarimenti sul saldo IMU");
    await mario.waitFor("Riepilogo");
    await pressFirst(mario, /Accetto/);
    await mario.waitFor("Richiedi appuntamento");
    await mario.press("Richiedi appuntamento");
    await mario.waitFor("NON è ancora prenotato");
    return lineWith(mario, "entro le");
  });

  const confirmLink = await step("A mail asks him to confirm; opening its link changes nothing", async () => {
    const mail = await town.mailbox.waitFor("the verification", (one) => recipientOf(one) === CITIZEN);
    const link = linkIn(mail, "/conferma/");
    must((await get(link)).includes("CONFERMA PRENOTAZIONE"), "the button on the page");
    const [booking] = await town.core.bookingsOf("telegram:1001");
    must(booking?.state === "pending", "still to be confirmed after the page was opened");
    return link;
  });

  const [booking] = await town.core.bookingsOf("telegram:1001");
  if (!booking) throw new Error("there is no booking");

  await step("He presses CONFERMA PRENOTAZIONE", async () => {
    const answer = await post(confirmLink);
    must(answer.status === 303, `a redirect to the booking, not ${answer.status}`);
    const again = await post(confirmLink);
    must(again.status < 400, `a second press that is harmless, not ${again.status}`);
    return `booking ${booking.code}`;
  });

  const joinLink = await step(
    "The invitation comes by mail with its calendar file, and in the chat",
    async () => {
      const mail = await town.mailbox.waitFor(
        "the invitation",
        (one) => recipientOf(one) === CITIZEN && one.attachments.length > 0,
      );
      const calendar = mail.attachments.map(({ content }) => content.toString("utf8")).join("\n");
      must(
        calendar.includes("METHOD:REQUEST") && calendar.includes("BEGIN:VEVENT"),
        "an iCalendar invitation",
      );
      await mario.waitFor(
        ({ messages }) => messages.some(({ documents }) => documents.length > 0) || "the .ics document",
      );
      return linkIn(mail, "/partecipa/");
    },
  );

  await step("The office is told, with the reason, so that it can prepare", async () => {
    const mail = await town.mailbox.waitFor("the office's mail", (one) => recipientOf(one) !== CITIZEN);
    must(mail.text?.includes("Chiarimenti sul saldo IMU") === true, "the reason in it");
    return `to ${recipientOf(mail)}: ${mail.subject}`;
  });

  await step("He presses PARTECIPA too early: the page counts down", async () => {
    const page = plain(await get(joinLink));
    must(page.includes("Gentile Mario Rossi"), "his name");
    const [, left = ""] = /Mancano ancora ((?:\d+ \p{L}+(?:, | e )?)+)/u.exec(page) ?? [];
    must(left !== "", "the time that is left");
    return `Mancano ancora ${left}`;
  });

  await step("The official reads the agenda in a terminal", async () => {
    const day = new Date(booking.start).toISOString().slice(0, 10);
    const sheet = await commandLine(town, ["agenda", booking.office, "--date", day, "--json"]);
    must(
      (sheet as readonly { readonly code: string; readonly name: string }[]).some(
        ({ code, name }) => code === booking.code && name === "Mario Rossi",
      ),
      "Mario on the day sheet",
    );
    return `ricevimenti agenda ${booking.office} --date ${day}`;
  });

  await step("The mayor asks how the last four weeks went", async () => {
    const since = new Date(town.clock.now() - 28 * DAY).toISOString().slice(0, 10);
    const found = (await commandLine(town, ["stats", "--from", since, "--json"])) as Statistics;
    const of = (what: "appointments" | "attended") => found.offices.reduce((sum, row) => sum + row[what], 0);
    must(of("attended") > 0, "visits that took place");
    return `ricevimenti stats --from ${since}: ${of("appointments")} appointments, ${of("attended")} came`;
  });

  await step("The day before, the reminder comes (the demo puts its clock forward)", async () => {
    town.clock.jumpTo(booking.start - DAY);
    await mario.waitFor(/promemoria|ricord/i);
    const mail = await town.mailbox.waitFor("the reminder", ({ subject }) =>
      /promemoria|ricord/i.test(subject ?? ""),
    );
    return mail.subject ?? "";
  });

  await step("At the time he presses ENTRA NELLA STANZA and is let in", async () => {
    town.clock.jumpTo(booking.start);
    must((await get(joinLink)).includes("ENTRA NELLA STANZA"), "the button on the page");
    const answer = await post(joinLink);
    const room = new URL(answer.headers.get("location") ?? "", town.url);
    must(
      answer.status === 303 && room.host === "meet.example.org",
      `a redirect to the room, not ${answer.status}`,
    );
    const token = room.searchParams.get("jwt") ?? "";
    const key = new TextEncoder().encode(town.jitsiSecret);
    const { payload } = await jwtVerify(token, key, { currentDate: new Date(town.clock.now()) });
    must(`/${payload.room}` === room.pathname, "a token for this very room");
    return `${room.origin}${room.pathname} with a signed token`;
  });

  await step("The doctor finds nothing wrong with the books", async () => {
    const wrong = (await town.core.doctor()).filter(({ level }) => level === "error");
    must(wrong.length === 0, JSON.stringify(wrong));
    must(
      town.telegram.refusals.length === 0,
      `no call that Telegram refuses: ${JSON.stringify(town.telegram.refusals)}`,
    );
    must(town.telegram.unanswered().length === 0, "no press unanswered");
    return "";
  });

  say("\nThe whole thread of the handbook has been played.");
}

/** Says what is about to happen, then what came of it. */
function narrator(say: Say) {
  let number = 0;
  return async (title: string, act: () => Promise<string>): Promise<string> => {
    say(`\n${String(++number).padStart(2)}. ${title}`);
    const result = await act();
    if (result !== "") say(`    ${result}`);
    return result;
  };
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`expected ${what}`);
}

async function get(url: string): Promise<string> {
  const answer = await fetch(url, { headers: { "accept-language": "it" } });
  must(
    answer.status === 200,
    `${new URL(url).pathname.split("/")[1] || "home"} to answer 200, not ${answer.status}`,
  );
  return answer.text();
}

/** A press on a page's button, as a browser sends it. */
async function post(url: string): Promise<Response> {
  const headers = { origin: new URL(url).origin, "content-type": "application/x-www-form-urlencoded" };
  return fetch(url, { method: "POST", headers, redirect: "manual", body: "" });
}

/** A time by video far enough away for its day before to be still to come. */
async function someSlot({
  core,
  clock,
}: DemoTown): Promise<{ readonly start: number; readonly timezone: string }> {
  const found = await core.listSlots({
    office: "tributi-imu",
    mode: "virtual",
    from: clock.now() + 3 * DAY,
  });
  const start = found.ok ? found.slots[0]?.start : undefined;
  if (!found.ok || start === undefined) throw new Error("the example offers no time by video");
  return { start, timezone: found.timezone };
}

/** A day of the bot's calendar, perhaps one of the next month. */
async function pressDay(person: Person, start: number, timezone: string): Promise<void> {
  const month = new Intl.DateTimeFormat("it", { month: "long", year: "numeric", timeZone: timezone }).format(
    start,
  );
  if (!person.screen().text.includes(month)) {
    await person.press(`${month} »`);
    await person.waitFor(month);
  }
  await person.press(String(Number(formatDay(zone(timezone).dayOf(start)).slice(8))));
}

async function pressFirst(person: Person, label: RegExp): Promise<void> {
  const button = person
    .screen()
    .buttons.flat()
    .find(({ text }) => label.test(text));
  if (!button) throw new Error(`no button like ${label}:\n${person.transcript()}`);
  await person.press(button.text);
}

function lineWith(person: Person, words: string): string {
  return (
    person
      .screen()
      .text.split("\n")
      .find((line) => line.includes(words)) ?? ""
  );
}

function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, " ")
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, " ");
}

/** What the command line answers, in a process of its own. */
async function commandLine(town: DemoTown, args: readonly string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(COMMAND_LINE, args, {
    cwd: town.folder,
    env: { ...process.env, ...town.env },
  });
  return JSON.parse(stdout);
}
