/** What the citizen did, and what they then had before them. */
interface Exchange {
  readonly does: string;
  readonly lines: readonly string[];
  readonly buttons: readonly (readonly string[])[];
}

/**
 * A transcript of the stand-in for Telegram (test/telegram-bot/transcripts) as a page that looks like a chat: beside
 * each other the screens after the acts that are named.
 *
 * @param acts as the transcript has them: `presses "10"`
 */
export function chatPage(transcript: string, acts: readonly string[]): string {
  const exchanges = exchangesOf(transcript);
  const screens = acts.map((act) => {
    const found = exchanges.find(({ does }) => does.endsWith(` ${act}`));
    if (!found) throw new Error(`the transcript has nobody who ${act}`);
    return screen(found);
  });
  return `<!doctype html><html lang="it"><meta charset="utf-8"><style>${STYLE}</style><main>${screens.join("")}</main></html>`;
}

function exchangesOf(transcript: string): readonly Exchange[] {
  return transcript.split(/^(?=\S)/m).map((part) => {
    const [does = "", ...rest] = part.trimEnd().split("\n");
    const shown = rest.map((line) => line.slice(4));
    const first = shown.findIndex((line) => /^\[.*\]$/.test(line));
    const [lines, rows] = first === -1 ? [shown, []] : [shown.slice(0, first), shown.slice(first)];
    const buttons = rows.map((row) => [...row.matchAll(/\[([^\]]*)\]/g)].map(([, text = ""]) => text));
    return { does, lines: lines.join("\n").trim().split("\n"), buttons };
  });
}

function screen({ does, lines, buttons }: Exchange): string {
  const act = /"(.*)"/.exec(does)?.[1] ?? does;
  const [title = "", ...rest] = lines;
  const rows = buttons
    .map((row) => `<div class="row">${row.map((text) => `<span>${escaped(text)}</span>`).join("")}</div>`)
    .join("");
  return `<section><header>Ricevimenti uffici<small>bot</small></header>
<p class="own ${does.includes(" presses ") ? "pressed" : ""}">${escaped(act)}</p>
<div class="message"><b>${escaped(title)}</b>\n${escaped(rest.join("\n"))}</div>${rows}</section>`;
}

function escaped(text: string): string {
  // Chromium as npm brings it has no font for them.
  const plain = text.replaceAll(/\p{Extended_Pictographic}\uFE0F?\s*/gu, "");
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

const STYLE = `
body { margin: 0; font: 14px/1.35 "Titillium Web", "Open Sans", sans-serif; color: #17212b; }
main { display: flex; gap: 16px; align-items: stretch; width: max-content; padding: 12px; background: #fff; }
section { width: 320px; padding-bottom: 12px; border: 1px solid #c5d3df; border-radius: 14px; overflow: hidden; background: #dfe9f1; }
header { padding: 10px 14px; background: #17324d; color: #fff; font-weight: 700; }
header small { display: block; font-weight: 400; opacity: 0.85; }
.own { width: fit-content; max-width: 80%; margin: 12px 10px 10px auto; padding: 6px 12px; border-radius: 12px 12px 2px 12px; background: #d3f0c8; }
.pressed { background: #17324d; color: #fff; }
.message { margin: 0 10px 6px; padding: 8px 12px; border-radius: 12px 12px 12px 2px; background: #fff; white-space: pre-line; }
.row { display: flex; gap: 4px; margin: 4px 10px 0; }
.row span { flex: 1; padding: 6px 2px; border-radius: 7px; background: #6f93b1; background: #41637f; color: #fff; font-size: 12.5px; text-align: center; }
`;
