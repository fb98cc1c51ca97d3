import { parseCode } from "@ricevimenti/core";

/** A booking's code however it was typed; what is no code at all stays as it is, and no booking has it. */
export function codeTyped(text: string): string {
  return parseCode(text) ?? text;
}
