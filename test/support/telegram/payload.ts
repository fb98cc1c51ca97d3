import type { Upload } from "./multipart.ts";
import { badRequest, granted, type Result } from "./refusal.ts";

/**
 * The parameters of one call. Telegram takes every value as text, whatever the body's type was: a number may come as
 * `5` or `"5"`, an object as JSON or as text holding JSON.
 */
export class Payload {
  readonly values: ReadonlyMap<string, unknown>;
  readonly uploads: ReadonlyMap<string, Upload>;

  constructor(values: ReadonlyMap<string, unknown>, uploads: ReadonlyMap<string, Upload> = new Map()) {
    this.values = values;
    this.uploads = uploads;
  }

  has(name: string): boolean {
    return this.text(name) !== "";
  }

  /** The parameter as text; empty when it is missing or null, because Telegram makes no difference. */
  text(name: string): string {
    const value = this.values.get(name);
    if (value === undefined || value === null) return "";
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  }

  /** The parameter as a whole number; `undefined` when it is missing or not one. */
  integer(name: string): number | undefined {
    const text = this.text(name).trim();
    return /^[+-]?\d{1,16}$/.test(text) ? Number(text) : undefined;
  }

  flag(name: string): boolean {
    return ["true", "yes", "1"].includes(this.text(name).trim().toLowerCase());
  }

  /** The parameter as JSON; the value is `undefined` when it is missing. Refuses with `problem` when it is not JSON. */
  json(name: string, problem: string): Result<unknown> {
    const value = this.values.get(name);
    if (typeof value !== "string") return granted(value ?? undefined);
    if (value === "") return granted(undefined);
    try {
      return granted(JSON.parse(value));
    } catch {
      return badRequest(problem);
    }
  }

  /** False when a text was cut in the middle of an emoji: half a surrogate pair is no UTF-8. */
  isUnicode(): boolean {
    return [...this.values.values()].every(isUnicode);
  }

  /** For logs and assertions: plain values, files reduced to name and size. */
  summary(): Record<string, unknown> {
    const summary: Record<string, unknown> = Object.fromEntries(this.values);
    for (const { field, fileName, content } of this.uploads.values()) {
      summary[field] = { fileName, size: content.length };
    }
    return summary;
  }
}

/** A JSON object that is neither null nor an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isUnicode(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (Array.isArray(value)) return value.every(isUnicode);
  return !isObject(value) || Object.values(value).every(isUnicode);
}
