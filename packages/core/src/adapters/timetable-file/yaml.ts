import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLError,
} from "yaml";
import type { FileProblem } from "../../domain/timetable-file.ts";
import { shown, type TreePath } from "../../domain/tree-reader.ts";
import {
  Lines,
  type Located,
  type Notation,
  pathText,
  SYNTAX_PROBLEMS_MAX,
  type SyntaxHint,
  syntaxProblem,
} from "./notation.ts";

/** A timetable is five deep; what is deeper is refused before it costs anything. */
const DEPTH_MAX = 20;
/** Values that aliases may add to those that are written. */
const COPIES_MAX = 100_000;

/**
 * YAML 1.2, core schema: `10:00` and `2026-12-24` stay text, `no` is not a boolean, whatever a `%YAML` line says.
 * Never throws.
 */
export function readYaml(text: string): Notation {
  const lines = new Lines(text);
  const document = parseDocument(text, {
    schema: "core",
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    merge: false,
    logLevel: "error",
  });
  const errors = [...document.errors, ...document.warnings];
  const broken = syntaxProblems(errors, lines);
  if (broken.length > 0)
    return { tree: undefined, problems: broken, readable: false, locate: () => lines.at(0) };
  const walk = new Walk(lines);
  const tree = walk.value(document.contents, [], 0);
  return {
    tree,
    problems: walk.problems,
    readable: walk.readable,
    locate: (path, part) => locate(document, lines, path, part),
  };
}

const HINTS: Partial<Record<YAMLError["code"], SyntaxHint>> = {
  TAB_AS_INDENT: "tab",
  BAD_INDENT: "indent",
  MULTIPLE_DOCS: "documents",
  RESOURCE_EXHAUSTION: "nesting",
};

/** One for each line: the parser's later words about a line it has lost are of no use to anybody. */
function syntaxProblems(errors: readonly YAMLError[], lines: Lines): readonly FileProblem[] {
  const byLine = new Map<number, FileProblem>();
  for (const error of errors) {
    const at = lines.at(error.pos[0]);
    if (byLine.has(at.line) || byLine.size >= SYNTAX_PROBLEMS_MAX) continue;
    const hint = HINTS[error.code] ?? (/quote/.test(error.message) ? "quote" : "yaml");
    byLine.set(at.line, syntaxProblem(at, lines.textAt(error.pos[0]), hint));
  }
  return [...byLine.values()];
}

/** Turns nodes into plain values, with a bound on what aliases can make of a small file, and finds keys written twice. */
class Walk {
  readonly problems: FileProblem[] = [];
  readable = true;
  readonly #lines: Lines;
  readonly #anchors = new Map<string, unknown>();
  #aliases = 0;
  #copies = 0;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  value(node: unknown, path: TreePath, depth: number): unknown {
    if (!this.readable) return undefined;
    if (depth > DEPTH_MAX) return this.#give(node, "nesting");
    if (this.#aliases > 0 && ++this.#copies > COPIES_MAX) return this.#give(node, "size");
    if (isAlias(node)) return this.#copy(node, path, depth);
    if (isNode(node) && node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map((item, index) => this.value(item, [...path, index], depth + 1));
    if (isMap(node)) return this.#map(node.items, path, depth);
    return node;
  }

  #copy(alias: Alias, path: TreePath, depth: number): unknown {
    const target = this.#anchors.get(alias.source);
    if (target === undefined) return this.#give(alias, "alias");
    this.#aliases += 1;
    const value = this.value(target, path, depth + 1);
    this.#aliases -= 1;
    return value;
  }

  #map(items: readonly Pair[], path: TreePath, depth: number): unknown {
    const seen = new Map<string, unknown>();
    for (const item of items) {
      const key = keyText(item.key);
      if (key === null) return this.#give(item.key, "yaml");
      const inside = [...path, key];
      if (seen.has(key)) {
        this.problems.push({
          ...this.#at(item.key),
          path: pathText(inside),
          code: "duplicate",
          value: shown(key),
        });
      } else {
        seen.set(key, this.value(item.value, inside, depth + 1));
      }
    }
    return Object.fromEntries(seen);
  }

  #give(node: unknown, hint: SyntaxHint): undefined {
    this.readable = false;
    const at = (node as ParsedNode | null)?.range?.[0] ?? 0;
    this.problems.push(syntaxProblem(this.#lines.at(at), this.#lines.textAt(at), hint));
  }

  #at(node: unknown): Located {
    return this.#lines.at((node as ParsedNode).range[0]);
  }
}

function locate(document: Document.Parsed, lines: Lines, path: TreePath, part: "key" | "value"): Located {
  let node: unknown = document.contents;
  let key: unknown = null;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isSeq(node)) {
      node = node.items[Number(step)];
    } else if (isMap(node)) {
      const pair = node.items.find((item) => keyText(item.key) === step);
      key = pair?.key;
      node = pair?.value;
    }
  }
  const target = (part === "key" ? key : (node ?? key)) as ParsedNode | null | undefined;
  const at = lines.at(target?.range?.[0] ?? 0);
  const written = isScalar(target) && typeof target.value === "number" ? target.source : undefined;
  return written === undefined ? at : { ...at, source: written };
}

/** A key as text; null for a list or a map as key. */
function keyText(key: unknown): string | null {
  if (!isScalar(key)) return null;
  return typeof key.value === "string" ? key.value : ((key as Scalar).source ?? String(key.value));
}
