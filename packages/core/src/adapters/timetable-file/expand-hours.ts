import { shown, type TreePath, type TreeProblem } from "../../domain/tree-reader.ts";

/** A tree in which every rule with `opening_hours` has become the rules it stands for. */
export interface Expanded {
  readonly tree: unknown;
  readonly problems: readonly TreeProblem[];
  /** Where in the file a place of the expanded tree was written. */
  origin(path: TreePath): TreePath;
}

type Tree = Readonly<Record<string, unknown>>;

/** Which rule of the file one of the tree comes from, and whether it said its days and times in the notation. */
interface Source {
  readonly index: number;
  readonly notation: boolean;
}
/** What the notation has said. */
const WRITTEN = new Set<string | number | undefined>(["days", "from", "to"]);

/** A rule of `hours` may say `opening_hours: "Mo,We 10:00-12:00"` instead of its days and times. */
export async function expandHours(tree: unknown): Promise<Expanded> {
  const offices = isMap(tree) && Array.isArray(tree.offices) ? (tree.offices as readonly unknown[]) : [];
  if (!offices.some(hasNotation)) return { tree, problems: [], origin: (path) => path };
  const problems: TreeProblem[] = [];
  const sources: (readonly Source[] | null)[] = [];
  const expanded: unknown[] = [];
  for (const [index, office] of offices.entries()) {
    const one = hasNotation(office) ? await expandOffice(office, ["offices", index], problems) : null;
    sources.push(one?.sources ?? null);
    expanded.push(one?.office ?? office);
  }
  return {
    tree: { ...(tree as Tree), offices: expanded },
    problems,
    origin: (path) => originOf(path, sources),
  };
}

function hasNotation(office: unknown): office is Tree & { readonly hours: readonly unknown[] } {
  return isMap(office) && Array.isArray(office.hours) && office.hours.some(isNotation);
}

function isNotation(rule: unknown): rule is Tree & { readonly opening_hours: unknown } {
  return isMap(rule) && rule.opening_hours !== undefined && rule.opening_hours !== null;
}

async function expandOffice(
  office: Tree & { readonly hours: readonly unknown[] },
  path: TreePath,
  problems: TreeProblem[],
): Promise<{ readonly office: Tree; readonly sources: readonly Source[] }> {
  const { readOpeningHours } = await import("./opening-hours.ts");
  const hours: unknown[] = [];
  const sources: Source[] = [];
  let holidays: boolean | null = null;
  for (const [index, rule] of office.hours.entries()) {
    if (!isNotation(rule)) {
      hours.push(rule);
      sources.push({ index, notation: false });
      continue;
    }
    const { opening_hours: text, ...terms } = rule;
    const at = [...path, "hours", index];
    for (const key of ["days", "from", "to"].filter((key) => terms[key] !== undefined)) {
      problems.push({
        path: [...at, key],
        part: "key",
        code: "unknown_key",
        value: key,
        expected: "opening_hours",
      });
    }
    const place = { path: [...at, "opening_hours"], part: "value" } as const;
    if (typeof text !== "string") {
      problems.push({ ...place, code: "wrong_type", value: shown(text), expected: "text" });
      continue;
    }
    const read = await readOpeningHours(text);
    if (!read.ok) {
      problems.push({ ...place, code: read.code, value: shown(read.value) });
      continue;
    }
    const said = read.hours.holidays;
    const before: unknown = holidays ?? office.holidays ?? null;
    if (said !== null && before !== null && before !== said) {
      problems.push({ ...place, code: "beyond_rules", value: "PH" });
    }
    holidays = said ?? holidays;
    for (const one of read.hours.rules) {
      hours.push({ ...terms, ...one });
      sources.push({ index, notation: true });
    }
  }
  // That holidays close an office goes without saying.
  return { office: { ...office, hours, ...(holidays === false && { holidays }) }, sources };
}

function originOf(path: TreePath, sources: readonly (readonly Source[] | null)[]): TreePath {
  const [offices, office, hours, rule, ...rest] = path;
  const known = offices === "offices" && hours === "hours" ? sources[Number(office)] : null;
  const source = known?.[Number(rule)];
  if (!source) return path;
  const within = source.notation && WRITTEN.has(rest[0]) ? ["opening_hours"] : rest;
  return [...path.slice(0, 3), source.index, ...within];
}

function isMap(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
