/**
 * The process: the only file that touches the real world (arguments, terminal, environment, signals). Loads as little
 * as it can: a command waits for nothing but its own parts.
 */
import type { ResolveFnOutput } from "node:module";

const { writeSync, readFileSync } = process.getBuiltinModule("node:fs");

const VERSION: string = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
const argv = process.argv.slice(2);
// Whoever reads us may have seen enough (`ricevimenti agenda | head`).
const unread = ({ code }: NodeJS.ErrnoException): never => process.exit(code === "EPIPE" ? 0 : 1);

if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
  try {
    writeSync(1, `${VERSION}\n`);
  } catch (error) {
    unread(error as NodeJS.ErrnoException);
  }
} else {
  findOwnFilesAtOnce();
  process.stdout.on("error", unread);
  const [{ processIo }, { run }, core] = await Promise.all([
    import("./io.ts"),
    import("./run.ts"),
    import("@ricevimenti/core"),
  ]);
  process.exitCode = await run(argv, core, processIo(), VERSION);
}

/**
 * Our own files name each other by their very names, and our packages are the same wherever they are named. Node would
 * look at the disk for each import what it is and where it really lies: a fifth of the time that a short command takes.
 */
function findOwnFilesAtOnce(): void {
  const packages = new Map<string, ResolveFnOutput>();
  process.getBuiltinModule("node:module").registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier.startsWith(".") && specifier.endsWith(".ts")) {
        const { href } = new URL(specifier, context.parentURL);
        return { url: href, format: "module-typescript", shortCircuit: true };
      }
      if (!specifier.startsWith("@ricevimenti/")) return next(specifier, context);
      const found = packages.get(specifier) ?? { ...next(specifier, context), shortCircuit: true };
      packages.set(specifier, found);
      return found;
    },
  });
}
