/** Names of the fields that are not the same in both, in the order of the alphabet. */
export function differences<T extends object>(before: T, after: T): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof T & string>;
  return [...names].filter((name) => !same(before[name], after[name])).sort();
}

/** Equal as trees of plain maps, lists and scalars, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameLists(a, b);
  return sameMaps(a as PlainMap, b as PlainMap);
}

type PlainMap = Readonly<Record<string, unknown>>;

function sameLists(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (!same(a[index], b[index])) return false;
  return true;
}

/** Without lists of keys: an import of an unchanged file compares tens of thousands of maps. */
function sameMaps(a: PlainMap, b: PlainMap): boolean {
  let more = 0;
  for (const _ in b) more++;
  for (const key in a) {
    more--;
    if (!same(a[key], b[key])) return false;
  }
  return more === 0;
}
