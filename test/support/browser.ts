import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";

const { resolve } = createRequire(import.meta.url);
const execute = promisify(execFile);

/**
 * Chromium as npm brings it, with the libraries and fonts it needs: a fresh machine has none of its own. Unpacked once
 * into a folder named after its version.
 */
export async function launchBrowser(): Promise<Browser> {
  const folder = await unpacked();
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    // Its package's own arguments hold `--single-process`, with which a second context ends the browser.
    args: ["--no-sandbox"],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":"),
      FONTCONFIG_PATH: join(folder, "fonts"),
    },
  });
}

/** What of the package is unpacked: the browser, libraries, a font, and the software that draws without a graphics card. */
const ARCHIVES = ["chromium.br", "al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"];

/** Test files run side by side: each unpacks into a folder of its own, and the first to finish gives it its name. */
async function unpacked(): Promise<string> {
  const home = resolve("@sparticuz/chromium").replace(/\/build\/[^/]+$/, "");
  const { version } = JSON.parse(await readFile(join(home, "package.json"), "utf8")) as { version: string };
  const folder = join(tmpdir(), `ricevimenti-chromium-${version}`);
  if (existsSync(folder)) return folder;
  const fresh = await mkdtemp(`${folder}-`);
  // The package unpacks into the process's temporary folder, and others here make theirs in it meanwhile.
  const archives = ARCHIVES.map((name) => join(home, "bin", name));
  const env = { ...process.env, TMPDIR: fresh };
  await execute(process.execPath, [join(import.meta.dirname, "unpack-chromium.ts"), ...archives], { env });
  // Without a font for a character Chromium ends itself.
  await writeFile(join(fresh, "fonts/fonts.conf"), fontsIn(join(folder, "fonts")));
  await rename(fresh, folder).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  });
  return folder;
}

function fontsIn(folder: string): string {
  return `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>\n`;
}
