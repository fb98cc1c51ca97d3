import * as delivery from "./delivery.ts";
import * as edit from "./edit.ts";
import type { Method } from "./method.ts";
import * as profile from "./profile.ts";
import * as send from "./send.ts";

const METHODS = new Map<string, Method>(
  Object.entries({ ...delivery, ...edit, ...profile, ...send }).map(([name, method]) => [
    name.toLowerCase(),
    method,
  ]),
);

/** The method of this name, in any case as Telegram has it; `undefined` for one the stand-in does not know. */
export function findMethod(name: string): Method | undefined {
  return METHODS.get(name.toLowerCase());
}
