import { expect, test } from "vitest";
import { monthName, weekdayNames, weeksOf } from "../../packages/telegram-bot/src/calendar.ts";
import { type BotTown, openBotTown } from "./support/bot-town.ts";
import { ITALIAN_JOURNEY, walk } from "./support/journey.ts";

const rows = (person: ReturnType<BotTown["person"]>) =>
  person.screen().buttons.map((row) => row.map(({ text }) => text));

test("a month is shown as weeks from Monday, from its first free day to its last", () => {
  // 2026-02-28 is a Saturday, 2026-03-01 a Sunday.
  const days = ["2026-02-28", "2026-03-01", "2026-03-02", "2026-03-31"];
  expect(weeksOf("2026-02", days)).toEqual([
    ["2026-02-23", "2026-02-24", "2026-02-25", "2026-02-26", "2026-02-27", "2026-02-28", null],
  ]);
  const march = weeksOf("2026-03", days);
  expect(march).toHaveLength(6);
  expect(march[0]).toEqual([null, null, null, null, null, null, "2026-03-01"]);
  expect(march[5]).toEqual(["2026-03-30", "2026-03-31", null, null, null, null, null]);
  expect(weeksOf("2026-04", days)).toEqual([]);
  // A leap year's February.
  expect(weeksOf("2028-02", ["2028-02-29"])[0]?.[1]).toBe("2028-02-29");
});

test("months and weekdays have their names in each language, whatever the machine's zone", () => {
  expect(monthName("2026-12", "it")).toBe("dicembre 2026");
  expect(monthName("2027-01", "en")).toBe("January 2027");
  expect(weekdayNames("it")).toEqual(["lun", "mar", "mer", "gio", "ven", "sab", "dom"]);
  expect(weekdayNames("en")).toEqual(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
});

test("only days with free times can be chosen; the others are answered and do nothing", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli il giorno");
  expect(mario.screen().text).toContain("dicembre 2026");
  expect(rows(mario)).toEqual([
    ["In Presenza: mer 09/12/26 - 10:00"],
    ["VIRTUALE: mer 09/12/26 - 10:00"],
    ["lun", "mar", "mer", "gio", "ven", "sab", "dom"],
    ["·", "·", "9", "10", "11", "·", "·"],
    ["14", "15", "16", "17", "18", "·", "·"],
    ["21", "22", "23", "24", "·", "·", "·"],
    ["28", "29", "30", "31", "·", "·", "·"],
    ["gennaio 2027 »"],
    ["« Indietro", "Ricomincia"],
  ]);
  const before = mario.transcript();
  await mario.press("·");
  await mario.press("lun");
  await world.telegram.settled();
  expect(mario.transcript()).toBe(before);
});

test("the calendar goes from month to month, and back from a day to its month", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli il giorno");
  await mario.press("gennaio 2027 »");
  await mario.waitFor("gennaio 2027");
  // 1 and 6 January are holidays, and so is the weekend between.
  expect(rows(mario)[3]).toEqual(["4", "5", "·", "7", "8", "·", "·"]);
  await mario.press("7");
  await mario.waitFor("giovedì 7 gennaio 2027");
  await mario.press("Indietro");
  await mario.waitFor("gennaio 2027");
  await mario.press("« dicembre 2026");
  await mario.waitFor("dicembre 2026");
});

test("the first free time of a mode is taken with one press", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli il giorno");
  await mario.press("VIRTUALE: mer");
  await mario.waitFor("mer 09/12/26 - 10:00 (15 min.) - VIRTUALE");
  const anna = world.person({ id: 2002, firstName: "Anna", lastName: "Serra" });
  await walk(anna, ITALIAN_JOURNEY, "Scegli il giorno");
  expect(rows(anna)[0]).toEqual(["In Presenza: mer 09/12/26 - 10:15"]);
});

test("a forged month or page shows the first month", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli il giorno");
  for (const month of ["2020-01", "9999-99"]) {
    const { messageId, buttons } = mario.screen();
    const stamp = buttons.flat()[0]?.callbackData?.split(":")[1] ?? "";
    await mario.pressData(messageId, `page:${stamp}:${month}`);
    await mario.waitFor("dicembre 2026");
  }
});
