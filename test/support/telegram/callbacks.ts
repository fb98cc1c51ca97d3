import { badRequest, granted, type Result } from "./refusal.ts";
import type { Room } from "./room.ts";

type CallbackQuery = { room: Room; openedAt: number; answers: number };

/** Identifiers as long as Telegram's: more digits than a JavaScript number holds. */
const FIRST_ID = 4_382_000_000_000_000_001n;

const MAX_ANSWER_TEXT = 200;

/** The pressed buttons whose little clock still turns on the person's screen. */
export class CallbackQueries {
  private readonly queries = new Map<string, CallbackQuery>();
  private readonly maxAgeMs: number;

  constructor(maxAgeMs: number) {
    this.maxAgeMs = maxAgeMs;
  }

  open(room: Room, now: number): string {
    const id = String(FIRST_ID + BigInt(this.queries.size));
    this.queries.set(id, { room, openedAt: now, answers: 0 });
    return id;
  }

  /** Answers a press. `text` up to 200 characters is shown to the person. Refuses unknown and too old ones. */
  answer(id: string, answer: { text: string; alert: boolean }, now: number): Result<true> {
    const query = this.queries.get(id);
    if (query === undefined || now - query.openedAt > this.maxAgeMs) {
      return badRequest("query is too old and response timeout expired or query ID is invalid");
    }
    if (answer.text.length > MAX_ANSWER_TEXT) return badRequest("MESSAGE_TOO_LONG");
    query.answers += 1;
    if (answer.text !== "") query.room.notify(answer);
    return granted(true);
  }

  unanswered(): string[] {
    return [...this.queries].filter(([, { answers }]) => answers === 0).map(([id]) => id);
  }
}
