/** Megabytes that a process at rest takes: `resident.ts bare`, or `resident.ts ours FOLDER ENVIRONMENT [HOLDS]`. */
// Ends in good order, so that what was compiled is kept.
process.once("SIGTERM", () => process.exit(0));
const [whose, folder = "", environment = "{}", holds = "0"] = process.argv.slice(2);
const megabytes = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1024 / 1024;
};
const rested = () => new Promise((resolve) => setTimeout(resolve, 500));

if (whose === "bare") {
  const { createAdaptorServer } = await import("@hono/node-server");
  const { Hono } = await import("hono");
  const { Bot } = await import("grammy");
  const { default: Database } = await import("better-sqlite3");
  const app = new Hono().get("/", (c) => c.text("ok"));
  createAdaptorServer({ fetch: app.fetch }).listen(0, "127.0.0.1");
  const bot = new Bot("1:token");
  const database = new Database(":memory:");
  await rested();
  process.send?.({ rest: megabytes(), later: bot && database.open ? megabytes() : 0 });
} else {
  const { loadForServing, openCore, startWorker } = await import("@ricevimenti/core");
  const { startWeb } = await import("@ricevimenti/web-join");
  const { createBot } = await import("@ricevimenti/telegram-bot");
  const { BEGIN } = await import("../workloads.ts");
  const env = { ...(JSON.parse(environment) as Record<string, string>), LOG_LEVEL: "silent" };
  const core = await openCore({ env, cwd: folder, overrides: { clock: { now: () => BEGIN } } });
  await loadForServing();
  await startWeb(core, {
    host: "127.0.0.1",
    port: 0,
    publicUrl: "http://127.0.0.1",
    videoOrigin: "https://video.example.org",
    version: "0.0.0",
  });
  startWorker(core);
  createBot(core, { token: "1:token", publicUrl: "http://127.0.0.1", log: core.log, process: "bench" });
  await core.listOffices();
  await rested();
  const rest = megabytes();
  const found = await core.listSlots({ office: "ufficio-0" });
  const start = found.ok ? found.slots[0]?.start : undefined;
  if (start === undefined) throw new Error("the bench has no free time");
  let first = 0;
  for (let count = 0; count < Number(holds); count++) {
    const holder = `web:rest-${count}` as const;
    const held = await core.hold({ office: "ufficio-0", start, mode: "in_person", holder, locale: "it" });
    if (!held.ok) throw new Error(held.refusal.code);
    await core.release({ code: held.booking.code, holder });
    if (count === Math.floor(Number(holds) / 5)) first = megabytes();
  }
  process.send?.({ rest, first, later: megabytes() });
}
