import { type Answer, done } from "./answer.ts";
import type { Context } from "./context.ts";

/** Milliseconds between two looks at the database. */
const PERIOD = 1_000;
const CLEAR = "\u001B[H\u001B[J";
const OTHER_SCREEN = "\u001B[?1049h\u001B[?25l";
const OWN_SCREEN = "\u001B[?25h\u001B[?1049l";

/**
 * Shows what `look` tells and shows it anew whenever it has changed, or the terminal's size has, until the person
 * presses `q` or Ctrl-C. What stood on the terminal before stands there again afterwards.
 */
export function watched(look: () => Promise<string>, { io, say }: Context): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let shown = "";
    let looking = false;
    let over = false;
    const show = async () => {
      if (looking || over) return;
      looking = true;
      try {
        const sheet = `${CLEAR}${cut(await look(), io.rows)}\n${say("agenda-watching")}`;
        if (sheet !== shown && !over) io.stdout(sheet);
        shown = sheet;
      } catch (error) {
        end();
        reject(error);
      } finally {
        looking = false;
      }
    };
    const end = () => {
      over = true;
      clearInterval(timer);
      stopKeys();
      io.stdout(OWN_SCREEN);
    };
    const stop = () => {
      if (over) return;
      end();
      resolve(
        done(
          () => "",
          () => undefined,
        ),
      );
    };
    const stopKeys = io.onKey((key) => {
      if (key === "q" || key === "\u0003") stop();
    });
    io.onEnd(stop);
    io.stdout(OTHER_SCREEN);
    const timer = setInterval(show, PERIOD);
    void show();
  });
}

/** What fits the screen, a line left for what is said below it. */
function cut(text: string, rows: number | null): string {
  if (rows === null) return text;
  const lines = text.trimEnd().split("\n");
  return lines.length < rows ? lines.join("\n") : [...lines.slice(0, Math.max(1, rows - 3)), "…"].join("\n");
}
