/**
 * A town with its pages and its use cases in a process of its own, by the machine's clock. Says where its pages are;
 * told by message what to do, it answers what came of it, and lives until it is killed.
 */
import { DatabaseError, openCore } from "@ricevimenti/core";
import { startWeb } from "@ricevimenti/web-join";

/** Book these times of an office one after another, or deliver what is due. */
export type Task =
  | { readonly book: readonly number[]; readonly office: string; readonly name: string }
  | { readonly deliver: true };

/** What came of each: `booked CODE`, the code of a refusal, `delivered N`; of faults the name and the code. */
export type Report = readonly string[];

if (process.send) {
  const env = process.env as Record<string, string>;
  const core = await openCore({ env, cwd: process.cwd() });
  const web = await startWeb(core, {
    host: "127.0.0.1",
    port: 0,
    publicUrl: core.config.publicUrl,
    videoOrigin: "https://video.example.org",
    version: "0.0.0",
  });
  const book = async (office: string, start: number, who: string): Promise<string> => {
    const holder = `web:${who}` as const;
    const held = await core.hold({ office, start, mode: "virtual", holder, locale: "it" });
    if (!held.ok) return held.refusal.code;
    const { code } = held.booking;
    const form = { name: "Mario Rossi", email: `${who}@example.org`, reason: "Saldo", consent: true };
    const asked = await core.request({ code, holder, form });
    if (!asked.ok) return asked.refusal.code;
    const confirmed = await core.confirm({ code, actor: "citizen" });
    return confirmed.ok ? `booked ${code}` : confirmed.refusal.code;
  };
  const attempt = (action: Promise<string>): Promise<string> =>
    action.catch((cause: Error) =>
      cause instanceof DatabaseError ? `${cause.name} ${cause.code}` : `${cause}`,
    );

  process.on("message", async (task: Task) => {
    const report: string[] = [];
    if ("deliver" in task)
      report.push(await attempt(core.tick().then(({ delivered }) => `delivered ${delivered}`)));
    else
      for (const [i, start] of task.book.entries())
        report.push(await attempt(book(task.office, start, `${task.name}-${i}`)));
    process.send?.(report satisfies Report);
  });
  process.send(web.url);
}
