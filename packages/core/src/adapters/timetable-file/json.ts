import type { FileProblem } from "../../domain/timetable-file.ts";
import { shown, type TreePath } from "../../domain/tree-reader.ts";
import { Lines, type Notation, pathText, type SyntaxHint, syntaxProblem, unreadable } from "./notation.ts";

const DEPTH_MAX = 20;
const SPACE = /[ \t\r\n]*/y;
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

/**
 * What `JSON.parse`, many times faster, makes of a text that has nothing to be told of; null when it has: not JSON,
 * nested too deeply, or a key written twice, of which fewer are left in the tree than stand in the text.
 */
function plainJson(text: string): { readonly tree: unknown } | null {
  try {
    const tree: unknown = JSON.parse(text);
    return keysIn(tree, 0) === colonsIn(text) ? { tree } : null;
  } catch {
    return null;
  }
}

/** NaN where the tree is too deep. */
function keysIn(value: unknown, depth: number): number {
  if (typeof value !== "object" || value === null) return 0;
  if (depth >= DEPTH_MAX) return Number.NaN;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === "object") count += keysIn(item, depth + 1);
    return count;
  }
  for (const key in value) {
    const item = (value as Record<string, unknown>)[key];
    count += typeof item === "object" ? 1 + keysIn(item, depth + 1) : 1;
  }
  return count;
}

const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];

/** Outside of strings. */
function colonsIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === COLON) count++;
    if (sign !== QUOTE) continue;
    for (at++; text.charCodeAt(at) !== QUOTE; at++) if (text.charCodeAt(at) === BACKSLASH) at++;
  }
  return count;
}

/**
 * JSON (RFC 8259), with the place of every value and with keys written twice as a problem, neither of which
 * `JSON.parse` tells. Never throws.
 */
export function readJson(text: string): Notation {
  const lines = new Lines(text);
  const problems: FileProblem[] = [];
  let spots: Map<string, Spot> | undefined;
  const locate: Notation["locate"] = (path, part) => {
    spots ??= spotsOf(text);
    const spot = spots.get(pathText(path));
    return lines.at((part === "key" ? spot?.key : spot?.value) ?? 0);
  };
  const plain = plainJson(text);
  if (plain) return { ...plain, problems, readable: true, locate };
  const duplicate = (path: TreePath, at: number) =>
    problems.push({ ...lines.at(at), path: pathText(path), code: "duplicate", value: shown(path.at(-1)) });
  try {
    const tree = new JsonReader(text, { duplicate }).read();
    return { tree, problems, readable: true, locate };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return unreadable([syntaxProblem(lines.at(error.offset), lines.textAt(error.offset), error.hint)]);
  }
}

interface Spot {
  readonly key: number;
  readonly value: number;
}

/** Only asked for when something is wrong. */
function spotsOf(text: string): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  const visit = (path: TreePath, key: number, value: number) => {
    const name = pathText(path);
    // Of a key written twice the first one counts.
    if (!spots.has(name)) spots.set(name, { key, value });
  };
  new JsonReader(text, { visit }).read();
  return spots;
}

class JsonFault extends Error {
  readonly offset: number;
  readonly hint: SyntaxHint;

  constructor(offset: number, hint: SyntaxHint) {
    super(hint);
    this.offset = offset;
    this.hint = hint;
  }
}

interface Listeners {
  duplicate?(path: TreePath, at: number): void;
  visit?(path: TreePath, key: number, value: number): void;
}

class JsonReader {
  readonly #text: string;
  readonly #tell: Listeners;
  #at = 0;

  constructor(text: string, listeners: Listeners) {
    this.#text = text;
    this.#tell = listeners;
  }

  read(): unknown {
    this.#match(SPACE);
    const value = this.#value([], this.#at);
    return this.#at === this.#text.length ? value : this.#fail();
  }

  #value(path: TreePath, key: number): unknown {
    this.#tell.visit?.(path, key, this.#at);
    const first = this.#text[this.#at];
    if ((first === "{" || first === "[") && path.length >= DEPTH_MAX) return this.#fail("nesting");
    const value = first === "{" ? this.#map(path) : first === "[" ? this.#list(path) : this.#scalar();
    this.#match(SPACE);
    return value;
  }

  #map(path: TreePath): unknown {
    const entries = new Map<string, unknown>();
    this.#items("}", () => {
      const keyAt = this.#at;
      const key = this.#string();
      this.#match(SPACE);
      this.#expect(":");
      const inside = [...path, key];
      const value = this.#value(inside, keyAt);
      if (entries.has(key)) this.#tell.duplicate?.(inside, keyAt);
      else entries.set(key, value);
    });
    return Object.fromEntries(entries);
  }

  #list(path: TreePath): unknown {
    const items: unknown[] = [];
    this.#items("]", () => items.push(this.#value([...path, items.length], this.#at)));
    return items;
  }

  #items(end: string, item: () => void): void {
    this.#at += 1;
    this.#match(SPACE);
    if (this.#text[this.#at] !== end) {
      item();
      while (this.#text[this.#at] === ",") {
        this.#expect(",");
        item();
      }
    }
    this.#expect(end, false);
  }

  #scalar(): unknown {
    return this.#text[this.#at] === '"' ? this.#string() : JSON.parse(this.#match(SCALAR) ?? this.#fail());
  }

  #string(): string {
    const written = this.#match(STRING) ?? this.#fail(this.#text[this.#at] === '"' ? "quote" : "json");
    return written.includes("\\") ? JSON.parse(written) : written.slice(1, -1);
  }

  #expect(sign: string, space = true): void {
    if (this.#text[this.#at] !== sign) this.#fail();
    this.#at += 1;
    if (space) this.#match(SPACE);
  }

  #match(token: RegExp): string | null {
    token.lastIndex = this.#at;
    const found = token.exec(this.#text)?.[0] ?? null;
    if (found !== null) this.#at += found.length;
    return found;
  }

  #fail(hint: SyntaxHint = "json"): never {
    throw new JsonFault(this.#at, hint);
  }
}
