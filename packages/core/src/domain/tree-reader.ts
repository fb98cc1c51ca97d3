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

/** A spot of the tree, and where the problems found there go. Of use only while its value is being read. */
export interface Place {
  readonly path: TreePath;
  at(key: string | number): Place;
  /** What a reader makes of the value behind a key. */
  read<T>(key: string | number, reader: Reader<T>, value: unknown): Draft<T> | undefined;
  /** Always answers `undefined`, so that a reader can end with it. */
  problem(
    code: FileProblemCode,
    value: unknown,
    more?: { expected?: string; part?: "key" | "value" },
  ): undefined;
}

/** @param limit problems after which no more are kept: nobody reads the thousandth */
export function rootPlace(found: TreeProblem[], limit: number): Place {
  return new Spot(found, limit, []);
}

/** Goes down the tree and up again with one list of keys: of very many values hardly any has to tell where it is. */
class Spot implements Place {
  readonly #found: TreeProblem[];
  readonly #limit: number;
  readonly #keys: (string | number)[];

  constructor(found: TreeProblem[], limit: number, keys: (string | number)[]) {
    this.#found = found;
    this.#limit = limit;
    this.#keys = keys;
  }

  get path(): TreePath {
    return [...this.#keys];
  }

  at(key: string | number): Place {
    return new Spot(this.#found, this.#limit, [...this.#keys, key]);
  }

  read<T>(key: string | number, reader: Reader<T>, value: unknown): Draft<T> | undefined {
    this.#keys.push(key);
    const read = reader(value, this);
    this.#keys.pop();
    return read;
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
 * A map of known keys; a key without a value counts as absent. The result has its keys in the order of `fields`; a map
 * that is so already is not copied.
 * @param whole what the fields must be to one another; sees what could be read
 */
export function record<T extends object>(
  fields: Fields<T>,
  whole?: (value: Draft<T>, place: Place) => void,
): Reader<T> {
  const known = Object.entries(fields) as [string, Required<unknown> | Optional<unknown>][];
  const positions = new Map(known.map(([key], position) => [key, position]));
  return (value, place) => {
    if (!isRecord(value)) return place.problem("wrong_type", value, { expected: "map" });
    let inOrder = true;
    let last = -1;
    for (const key in value) {
      const position = positions.get(key);
      if (position === undefined)
        place.at(key).problem("unknown_key", key, { expected: listed(positions.keys()), part: "key" });
      inOrder &&= position !== undefined && position > last && !isAbsent(value[key]);
      last = position ?? last;
    }
    let result: Record<string, unknown> = inOrder ? value : {};
    for (const [key, field] of known) {
      const given = Object.hasOwn(value, key) ? value[key] : undefined;
      if (isAbsent(given)) {
        if (field.required) place.problem("missing", key);
        continue;
      }
      const read = place.read(key, field.read, given);
      if (result === value && read === given) continue;
      if (result === value) result = { ...value };
      if (read === undefined) delete result[key];
      else result[key] = read;
    }
    whole?.(result as Draft<T>, place);
    return result as Draft<T>;
  };
}

/**
 * A list; one whose elements are read as they stand is not copied.
 * @param whole what the elements must be to one another; sees what could be read
 */
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
    let result: unknown[] = value;
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      const read = place.read(index, element, item);
      if (read === item) continue;
      if (result === value) result = [...value];
      result[index] = read;
    }
    whole?.(result as readonly (Draft<T> | undefined)[], place);
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
  const known: readonly unknown[] = choices;
  return (value, place) =>
    known.includes(value) ? (value as Draft<T>) : place.problem(code, value, { expected: listed(choices) });
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

function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
