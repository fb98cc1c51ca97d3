import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CommandLine, townHall } from "./command-line.ts";
import { startService } from "./service.ts";

const ROOT = new URL("../../", import.meta.url);
const SPY = new URL("../support/loaded-files.ts", import.meta.url).pathname;

let line: CommandLine;
beforeEach(async () => {
  line = await townHall({ PORT: "0" });
  line.env.LOADED_FILES = join(line.folder, "loaded");
  line.env.NODE_OPTIONS = `--import=${SPY}`;
});
afterEach(() => line[Symbol.asyncDispose]());

/** From the root, in the order in which they were loaded. */
async function loadedFiles(): Promise<readonly string[]> {
  const urls = (await readFile(line.env.LOADED_FILES ?? "", "utf8")).trim().split("\n");
  return urls.map((url) => url.slice(ROOT.href.length));
}

async function loadedBy(...args: string[]): Promise<readonly string[]> {
  const { status, stderr } = await line.run(...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return loadedFiles();
}

const ours = (files: readonly string[]) => files.filter((file) => file.startsWith("packages/"));
const libraries = (files: readonly string[]) => [
  ...new Set(files.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [])),
];
const useCases = (files: readonly string[]) =>
  files.flatMap((file) => /core\/src\/use-cases\/(.+)\.ts$/.exec(file)?.[1] ?? []);

describe("a command loads its own parts only", () => {
  test("--version nothing but the file that says it", async () => {
    expect(await loadedBy("--version")).toEqual(["packages/cli/src/main.ts"]);
  });

  test("agenda --json two use cases and two libraries", async () => {
    const files = await loadedBy("agenda", "--json");
    expect(useCases(files).toSorted()).toEqual(["agenda", "town"]);
    expect(libraries(files).toSorted()).toEqual(["better-sqlite3", "commander"]);
    // Each takes a fifth of a millisecond: where this is passed, see what has come in and whether it must.
    expect(ours(files).length).toBeLessThanOrEqual(75);
  });

  test("the help no database", async () => {
    const files = await loadedBy("--help");
    expect(libraries(files).toSorted()).toEqual(["@fluent/bundle", "commander"]);
    expect(files).not.toContain("packages/core/src/open-core.ts");
  });
});

test("a server has loaded all that citizens ask for before the first of them does", async () => {
  const service = startService(line, "--only", "web");
  const [said = ""] = await service.lines(1);
  const before = await loadedFiles();
  expect(useCases(before)).toEqual(
    expect.arrayContaining(["list-offices", "list-slots", "hold", "request", "confirm", "cancel", "move"]),
  );

  const url = /http:\S+/.exec(said)?.[0] ?? "";
  for (const path of ["/", "/prenota?ufficio=sempre", "/api/v1/offices/sempre/slots"]) {
    expect((await fetch(url + path)).status).toBe(200);
  }
  const since = (await loadedFiles()).slice(before.length);
  expect(since.filter((file) => file.startsWith("packages/core/"))).toEqual([]);
  service.signal("SIGTERM");
  expect((await service.ended).status).toBe(0);
});
