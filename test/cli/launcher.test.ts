import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { execute, LINK } from "./command-line.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const VERSION = JSON.parse(await readFile(join(ROOT, "packages/cli/package.json"), "utf8")).version;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "un comune "));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A PATH on which nothing but the system's own tools and the given `node` stand. */
async function pathWithNode(script: string): Promise<string> {
  const bin = join(folder, "path");
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, "node"), script);
  await chmod(join(bin, "node"), 0o755);
  return `${bin}:/usr/bin:/bin`;
}

/** The launcher alone, away from every node_modules, with a program of its own behind it. */
async function loneLauncher(): Promise<string> {
  await mkdir(join(folder, "lone/bin"), { recursive: true });
  await mkdir(join(folder, "lone/src"), { recursive: true });
  await copyFile(join(ROOT, "packages/cli/bin/ricevimenti"), join(folder, "lone/bin/ricevimenti"));
  await writeFile(
    join(folder, "lone/src/main.ts"),
    "console.log(JSON.stringify(process.argv.slice(2) satisfies string[]));",
  );
  return join(folder, "lone/bin/ricevimenti");
}

const OLD_NODE = "#!/bin/sh\necho 'an old node was run' >&2\nexit 1\n";

test("runs from any folder, although the machine's own Node is too old", async () => {
  const env = { PATH: await pathWithNode(OLD_NODE) };
  expect(await execute(LINK, ["--version"], { cwd: "/", env })).toEqual({
    status: 0,
    stdout: `${VERSION}\n`,
    stderr: "",
  });
});

test("runs through links of links, relative ones and ones with spaces in their path", async () => {
  await symlink(LINK, join(folder, "primo collegamento"));
  await symlink("primo collegamento", join(folder, "secondo"));
  const { stdout } = await execute(join(folder, "secondo"), ["-V"], {
    cwd: folder,
    env: { PATH: "/usr/bin:/bin" },
  });
  expect(stdout).toBe(`${VERSION}\n`);
  const relative = await execute("./secondo", ["-V"], { cwd: folder, env: { PATH: "/usr/bin:/bin" } });
  expect(relative.stdout).toBe(`${VERSION}\n`);
  const byPath = await execute("/bin/sh", ["-c", "secondo -V"], {
    cwd: "/",
    env: { PATH: `${folder}:/usr/bin:/bin` },
  });
  expect(byPath.stdout).toBe(`${VERSION}\n`);
});

test("runs through npx", async () => {
  const env = { PATH: process.env.PATH ?? "", HOME: folder, npm_config_update_notifier: "false" };
  const { status, stdout } = await execute("npx", ["--no-install", "ricevimenti", "--version"], {
    cwd: ROOT,
    env,
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: `${VERSION}\n` });
});

test("keeps what it compiled where it is told to", async () => {
  const cache = join(folder, "cache");
  const env = { PATH: "/usr/bin:/bin", NODE_COMPILE_CACHE: cache };
  await execute(LINK, ["--help"], { cwd: folder, env });
  expect(await readdir(cache)).not.toEqual([]);
});

test.each([
  [undefined, /^ricevimenti: serve Node 24 .*\n$/],
  ["it_IT.UTF-8", /^ricevimenti: serve Node 24 .*\n$/],
  ["en_GB.UTF-8", /^ricevimenti: Node 24 .* is needed.*\n$/],
])("without Node 24 it says so in one sentence (LANG=%s)", async (lang, sentence) => {
  const launcher = await loneLauncher();
  const env: Record<string, string> = {
    PATH: await pathWithNode("#!/bin/sh\nexit 1\n"),
    ...(lang && { LANG: lang }),
  };
  const { status, stdout, stderr } = await execute(launcher, ["slots"], { cwd: folder, env });
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(sentence);
});

test("without its own Node it takes the machine's when that is new enough, and hands every argument on as it is", async () => {
  const launcher = await loneLauncher();
  const path = await pathWithNode(`#!/bin/sh\nexec '${process.execPath}' "$@"\n`);
  const args = ["a b", "", "*", "$HOME", "-x", 'q"q', "è"];
  const { status, stdout } = await execute(launcher, args, { cwd: folder, env: { PATH: path } });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual(args);
});
