import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const PACKAGES = ["core", "telegram-bot", "web-join", "cli"] as const;

/** Every import between our own files, as paths from the root. */
function imports(): { readonly from: string; readonly to: string; readonly typeOnly: boolean }[] {
  return PACKAGES.flatMap((name) => sources(join(ROOT, "packages", name))).flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(
        /^(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"|\bimport\("([^"]+)"\)|^import\s+"([^"]+)"/gm,
      ),
    ].map(([, typeOnly, from, dynamic, bare]) => {
      const target = from ?? dynamic ?? bare ?? "";
      return {
        from: relative(ROOT, file),
        to: target.startsWith(".") ? relative(ROOT, resolve(dirname(file), target)) : target,
        typeOnly: typeOnly !== undefined,
      };
    }),
  );
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("/node_modules/"));
}

const edges = imports();
const core = (part: string) => `packages/core/src/${part}`;
/** Imports that a rule forbids, as readable lines. */
const offending = (forbidden: (edge: (typeof edges)[number]) => boolean) =>
  edges.filter(forbidden).map(({ from, to }) => `${from} -> ${to}`);

describe("imports point one way", () => {
  test("there are imports to look at", () => {
    expect(edges.length).toBeGreaterThan(100);
  });

  test("the domain imports nothing but itself, node:crypto, and types", () => {
    expect(
      offending(
        ({ from, to, typeOnly }) =>
          from.startsWith(core("domain/")) &&
          !to.startsWith(core("domain/")) &&
          to !== "node:crypto" &&
          !typeOnly,
      ),
    ).toEqual([]);
  });

  test("use cases import the domain, ports and each other, never an adapter", () => {
    expect(
      offending(
        ({ from, to, typeOnly }) =>
          from.startsWith(core("use-cases/")) &&
          !to.startsWith(core("use-cases/")) &&
          !to.startsWith(core("domain/")) &&
          to !== core("ports.ts") &&
          !typeOnly,
      ),
    ).toEqual([]);
  });

  test("adapters import no use case but as a type", () => {
    expect(
      offending(
        ({ from, to, typeOnly }) =>
          from.startsWith(core("adapters/")) && to.startsWith(core("use-cases/")) && !typeOnly,
      ),
    ).toEqual([]);
  });

  test("front ends reach the core through its index only", () => {
    expect(
      offending(
        ({ from, to }) =>
          !from.startsWith("packages/core/") &&
          (to.startsWith("packages/core/") || /^@ricevimenti\/[^/]+\//.test(to)),
      ),
    ).toEqual([]);
  });

  test("bot and web know nothing of each other, and nobody but the command line knows them", () => {
    expect(
      offending(
        ({ from, to }) =>
          /^@ricevimenti\/(telegram-bot|web-join)$/.test(to) && !from.startsWith("packages/cli/"),
      ),
    ).toEqual([]);
    expect(
      offending(({ from, to }) => from.startsWith("packages/core/") && to.startsWith("@ricevimenti/")),
    ).toEqual([]);
  });

  test("no package imports a file of another, or of the tests", () => {
    expect(
      offending(({ from, to }) => {
        const home = from.split("/").slice(0, 2).join("/");
        const outside = to.startsWith("packages/") || to.startsWith("test/");
        return outside && !to.startsWith(home);
      }),
    ).toEqual([]);
  });

  test("there is no circle", () => {
    const graph = new Map<string, string[]>();
    for (const { from, to, typeOnly } of edges)
      if (!typeOnly) graph.set(from, [...(graph.get(from) ?? []), to]);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      if (done.has(file) || path.includes(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });
});

describe("one door to the world (invariant 9)", () => {
  /** The composition roots, where the real clock, randomness and environment come in. */
  const ROOTS = ["packages/core/src/open-core.ts", "packages/cli/src/main.ts"];
  const OUTSIDE =
    /\bDate\.now\(|new Date\(\)|\bMath\.random\(|\bprocess\.env\b|\brandomUUID\(|\brandomBytes\(|DateTime\.(?:now|local|utc)\(\)/;

  test("no source but the composition roots reads clock, randomness or environment", () => {
    const readers = PACKAGES.flatMap((name) => sources(join(ROOT, "packages", name, "src")))
      .filter((file) => OUTSIDE.test(readFileSync(file, "utf8").replace(/^\s*(\/\/|\*|\/\*).*$/gm, "")))
      .map((file) => relative(ROOT, file))
      .filter((file) => !ROOTS.includes(file) && !file.includes("/assets/") && !file.includes("/public/"));
    expect(readers).toEqual([]);
  });
});
