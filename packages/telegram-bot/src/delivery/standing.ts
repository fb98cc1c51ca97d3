import { pressData, STANDING, type Verb } from "../conversation/press.ts";

/** What a button under a notice carries: good for as long as the message stands in the chat. */
export function standing(verb: Verb, code: string): string {
  return pressData({ verb, stamp: STANDING, argument: code });
}
