import type { Payload } from "../payload.ts";
import { badRequest, forbidden, granted, type Refusal, type Result, upgraded } from "../refusal.ts";
import type { Room, Stored } from "../room.ts";
import type { State } from "../state.ts";

/** One Bot API method. `signal` is aborted when the caller hangs up. */
export type Method = (
  state: State,
  payload: Payload,
  signal: AbortSignal,
) => Result<unknown> | Promise<Result<unknown>>;

/** The chat a call names. Refuses chats the bot has never heard from and, unless only reading, those that blocked it. */
export function findRoom(state: State, payload: Payload, access: "read" | "write" = "write"): Result<Room> {
  if (!payload.has("chat_id")) return badRequest("chat_id is empty");
  const room = state.rooms.get(payload.integer("chat_id") ?? Number.NaN);
  if (room === undefined || !room.started) return badRequest("chat not found");
  if (room.movedTo !== undefined && access === "write") return upgraded(room.movedTo);
  if (room.blocked && access === "write") return forbidden(blockedReason(room));
  return granted(room);
}

function blockedReason(room: Room): string {
  return room.chat.type === "private" ? "bot was blocked by the user" : "bot was kicked from the group chat";
}

/** The message a call names; `what` begins Telegram's "... not found". */
export function findMessage(
  state: State,
  payload: Payload,
  what: string,
): Result<{ room: Room; stored: Stored }> {
  const room = findRoom(state, payload);
  if (!room.ok) return room;
  const stored = room.value.find(payload.integer("message_id"));
  return stored === undefined ? badRequest(`${what} not found`) : granted({ room: room.value, stored });
}

export function missing(payload: Payload, ...names: string[]): Refusal | undefined {
  const name = names.find((candidate) => !payload.has(candidate));
  return name === undefined ? undefined : badRequest(`parameter "${name}" is required`);
}
