import type { FileProblemCode } from "./timetable-file.ts";

/** From the root of a tree to one of its values: keys and list positions. */
export type TreePath = readonly (string | number)[];

/** One thing wrong with a tree. The notation it was written in knows the line. */
export interface TreeProblem {
  readonly path: TreePath;
  /** Whether the last key of the path is meant, or the value behind it. */
  readonly part: "key" | "value";
  readonly code: FileProblemCode;
  readonly value: string;
  readonly expected?: string;
}

/** What could be read of a `T` although parts of it are wrong. A `T` once no problem was told. */
export type Draft<T> = T extends readonly (infer E)[]
  ? readonly (Draft<E> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Draft<T[K]> }
    : T;

/** Reads one value, telling every problem of it to its place; undefined when nothing of it is of use. */
export type Reader<T> = (value: unknown, place: Place) => Draft<T> | undefined;

/** A spot of the tree, and where the problems found there go. */
export interface Place {
  readonly path: TreePath;
  at(key: string | number): Place;
  /** Always answers `undefined`, so that a reader can end with it. */
  problem(
    code: FileProblemCode,
    value: unknown,
    more?: { expected?: string; part?: "key" | "value" },
  ): undefined;
}

/** @param limit problems after which no more are kept: nobody reads the thousandth */
export function rootPlace(found: TreeProblem[], limit: number): Place {
  return new Spot(found, limit, null, "");
}

/** One of very many, of which hardly any ever has to tell where it is: the path is made when it is asked for. */
class Spot implements Place {
  readonly #found: TreeProblem[];
  readonly #limit: number;
  readonly #parent: Spot | null;
  readonly #key: string | number;

  constructor(found: TreeProblem[], limit: number, parent: Spot | null, key: string | number) {
    this.#found = found;
    this.#limit = limit;
    this.#parent = parent;
    this.#key = key;
  }

  get path(): TreePath {
    return this.#parent === null ? [] : [...this.#parent.path, this.#key];
  }

  at(key: string | number): Place {
    return new Spot(this.#found, this.#limit, this, key);
  }

  problem(
    code: FileProblemCode,
    value: unknown,
    { expected, part = "value" }: { expected?: string; part?: "key" | "value" } = {},
  ): undefined {
    if (this.#found.length >= this.#limit) return undefined;
    const problem = { path: this.path, part, code, value: shown(value) };
    this.#found.push(expected === undefined ? problem : { ...problem, expected });
  }
}

interface Required<T> {
  readonly required: true;
  readonly read: Reader<T>;
}
interface Optional<T> {
  readonly required: false;
  readonly read: Reader<T>;
}
type Fields<T> = {
  readonly [K in keyof T]-?: undefined extends T[K] ? Optional<NonNullable<T[K]>> : Required<T[K]>;
};

export const required = <T>(read: Reader<T>): Required<T> => ({ required: true, read });
export const optional = <T>(read: Reader<T>): Optional<T> => ({ required: false, read });

/**
 * A map of known keys; a key without a value counts as absent. The result has its keys in the order of `fields`.
 * @param whole what the fields must be to one another; sees what could be read
 */
export function record<T extends object>(
  fields: Fields<T>,
  whole?: (value: Draft<T>, place: Place) => void,
): Reader<T> {
  const known = Object.entries(fields) as [string, Required<unknown> | Optional<unknown>][];
  const names = new Set(Object.keys(fields));
  return (value, place) => {
    if (!isRecord(value)) return place.problem("wrong_type", value, { expected: "map" });
    for (const key in value) {
      if (!names.has(key))
        place.at(key).problem("unknown_key", key, { expected: listed(names), part: "key" });
    }
    const result: Record<string, unknown> = {};
    for (const [key, field] of known) {
      const given = Object.hasOwn(value, key) ? value[key] : undefined;
      if (given === undefined || given === null) {
        if (field.required) place.problem("missing", key);
      } else {
        const read = field.read(given, place.at(key));
        if (read !== undefined) result[key] = read;
      }
    }
    whole?.(result as Draft<T>, place);
    return result as Draft<T>;
  };
}

/** @param whole what the elements must be to one another; sees what could be read */
export function list<T>(
  element: Reader<T>,
  bounds: { readonly min?: number; readonly max: number },
  whole?: (values: readonly (Draft<T> | undefined)[], place: Place) => void,
): Reader<readonly T[]> {
  return (value, place) => {
    if (!Array.isArray(value)) return place.problem("wrong_type", value, { expected: "list" });
    if (value.length < (bounds.min ?? 0)) return place.problem("missing", lastKey(place.path));
    if (value.length > bounds.max)
      return place.problem("out_of_range", value.length, { expected: range(0, bounds.max) });
    const result = value.map((item: unknown, index) => element(item, place.at(index)));
    whole?.(result, place);
    return result as Draft<readonly T[]>;
  };
}

/** Elements of a {@link list}, a short one, that stand twice. */
export function distinct<T extends string | number>(values: readonly (T | undefined)[], place: Place): void {
  for (const [index, value] of values.entries()) {
    if (value !== undefined && values.indexOf(value) < index) place.at(index).problem("duplicate", value);
  }
}

export function oneOf<T extends string>(choices: readonly T[], code: FileProblemCode): Reader<T> {
  return (value, place) => {
    const choice = choices.find((known) => known === value);
    return choice === undefined
      ? place.problem(code, value, { expected: listed(choices) })
      : (choice as Draft<T>);
  };
}

export function integer(min: number, max: number, step = 1): Reader<number> {
  return (value, place) => {
    if (!Number.isInteger(value)) return place.problem("wrong_type", value, { expected: "integer" });
    const number = value as number;
    if (number < min || number > max)
      return place.problem("out_of_range", value, { expected: range(min, max) });
    return number % step === 0 ? number : place.problem("not_multiple_of_five", value);
  };
}

export const boolean: Reader<boolean> = (value, place) =>
  typeof value === "boolean" ? value : place.problem("wrong_type", value, { expected: "boolean" });

/** A value as a message shows it: one line, cut short. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : "[...]";
  if (typeof value === "object" && value !== null) return "{...}";
  const line = String(value)
    .slice(0, 200)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
  return line.length <= 60 ? line : `${line.slice(0, 57).toWellFormed()}...`;
}

const range = (min: number, max: number) => `${min}..${max}`;
const listed = (names: Iterable<string>) => [...names].join(", ");
const lastKey = (path: TreePath) => path.at(-1) ?? "";

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
