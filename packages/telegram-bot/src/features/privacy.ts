import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import { EMPTY_FORM } from "../conversation/form-data.ts";
import { said } from "../conversation/note.ts";
import { pressOf } from "../conversation/press.ts";
import { type Change, stale, type Turn } from "../conversation/turn.ts";

/** `/privacy`: what is kept and why; the citizen's data to take away, or to be erased. */
export function privacy(): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.command("privacy", (ctx) => ctx.turn(() => PRIVACY));
  feature.callbackQuery(pressOf("privacy"), (ctx) => ctx.turn(() => PRIVACY));
  feature.callbackQuery(pressOf("export"), (ctx) => ctx.turn(exportData));
  feature.callbackQuery(pressOf("erase"), (ctx) => ctx.turn(askWhetherToErase));
  feature.callbackQuery(pressOf("eraseall"), (ctx) => ctx.turn(eraseAll));
  return feature;
}

const PRIVACY: Change = { aside: { at: "privacy" } };

function exportData(turn: Turn): Change {
  if (turn.draft.aside?.at !== "privacy") return stale(turn);
  return { ...PRIVACY, hasParcel: true, note: said("exported") };
}

function askWhetherToErase(turn: Turn): Change {
  return turn.draft.aside?.at === "privacy" ? { aside: { at: "erase" } } : stale(turn);
}

/** All of the chat's bookings, or none: one that has begun is still needed by the office. */
async function eraseAll(turn: Turn): Promise<Change> {
  const { core, draft, holder, now } = turn;
  if (draft.aside?.at !== "erase") return stale(turn);
  for (const { code } of await core.records.bookings.heldBy(holder, now))
    await core.release({ code, holder });
  const erased = await core.atomically(async (core) => {
    await core.waiting.forget({ holder });
    for (const { code } of await core.records.bookings.find({ holder })) {
      const forgotten = await core.forget({ code, actor: "citizen" });
      if (!forgotten.ok) return forgotten;
    }
    return { ok: true } as const;
  });
  if (!erased.ok) return { ...PRIVACY, note: { kind: "refused", refusal: erased.refusal } };
  return { step: { at: "farewell" }, form: EMPTY_FORM };
}
