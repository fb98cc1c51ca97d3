import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freshDatabase } from "../support/postgres.ts";
import { ALWAYS, type CommandLine, commandLine, freeTimes } from "./command-line.ts";

interface Entry {
  readonly actor: string;
  readonly act: string;
  readonly subject: string | null;
}
const acts = async (line: CommandLine) =>
  (await line.json<Entry[]>("audit")).document.map(({ actor, act, subject }) =>
    `${actor}: ${act} ${subject ?? ""}`.trimEnd(),
  );

test("what is done with a town as a whole is in its trail, in every database it comes to, in words", async () => {
  await using line = await commandLine();
  await using postgres = await freshDatabase({ bare: true });
  const as = (actor: string, ...args: string[]) => line.json(...args, "--actor", actor);
  await as("Anna Pinna", "init", "--name", "Comune di Prova");
  await as("Anna Pinna", "init", "--email", "comune@comune.example.it");
  await as("luca", "backup", "copia.sqlite");
  expect(await acts(line)).toEqual([
    "Anna Pinna: town_set_up",
    "Anna Pinna: municipality_changed",
    "luca: backup_made copia.sqlite",
  ]);
  const restored = await as("marta", "restore", "copia.sqlite", "--force");
  expect(restored.document).toMatchObject({ recorded: true });
  const before = [
    "Anna Pinna: town_set_up",
    "Anna Pinna: municipality_changed",
    "marta: backup_restored copia.sqlite",
  ];
  expect(await acts(line)).toEqual(before);

  const { document } = await as("luca", "migrate-to", postgres.url);
  const { from, to } = document as { from: string; to: string };
  expect(await acts(line)).toEqual([...before, `luca: moved_to ${to}`]);
  line.env.APP_SECRET = (await readFile(join(line.folder, "data/ricevimenti.secret"), "utf8")).trim();
  line.env.DATABASE_URL = postgres.url;
  expect(await acts(line)).toEqual([...before, `luca: moved_from ${from}`]);
  expect(`${from}${to}`).not.toMatch(/:[^/@]+@/);

  const italian = (await line.run("audit")).stdout;
  for (const words of [
    "comune registrato",
    "copia di sicurezza rimessa",
    "comune copiato da un’altra base dati",
  ])
    expect(italian).toContain(words);
  line.env.LANG = "en_GB.UTF-8";
  expect((await line.run("audit")).stdout).toContain("town copied from another database");
}, 60_000);

test("what an official's change did to bookings and to the order of offices is in the trail, too", async () => {
  await using line = await commandLine();
  await line.run("init", "--name", "Comune di Prova");
  await line.pipe(ALWAYS, "timetable", "import", "-");
  const [slot] = await freeTimes(line);
  const facts = [
    "--name",
    "Mario Rossi",
    "--email",
    "mario@example.it",
    "--reason",
    "Pratica",
    "--mode",
    "virtual",
  ];
  const time = ["--office", "sempre", "--start", slot?.start ?? ""];
  const { document } = await line.json<{ code: string }>(
    "booking",
    "create",
    ...time,
    ...facts,
    "--confirmed",
  );
  const day = slot?.start.slice(0, 10) ?? "";
  await line.run("closure", "add", "sempre", "--from", day, "--on-conflict", "reoffer", "--actor", "anna");
  await line.run("office", "add", "altro", "--name", "Altro");
  const { document: file } = await line.json<{ offices: unknown[] }>(
    "timetable",
    "export",
    "--format",
    "json",
  );
  await line.pipe(
    JSON.stringify({ offices: file.offices.reverse() }),
    "timetable",
    "import",
    "-",
    "--actor",
    "luca",
  );
  const told = await acts(line);
  expect(told).toContain(`anna: booking_reoffered ${document.code}`);
  expect(told).toContain("luca: offices_reordered");
  expect((await line.run("audit")).stdout).toMatch(/anna +altri orari proposti +/);
}, 30_000);
