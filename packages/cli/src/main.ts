/**
 * The process: the only file that touches the real world (arguments, terminal, environment, signals). Loads as little
 * as it can: a command waits for nothing but its own parts.
 */
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
 * Between our own files an import names the very file. Node would look at the disk for each import what it is and where
 * it really lies: a fifth of the time that a short command takes.
 */
function findOwnFilesAtOnce(): void {
  process.getBuiltinModule("node:module").registerHooks({
    resolve: (specifier, context, next) =>
      specifier.startsWith(".") && specifier.endsWith(".ts")
        ? {
            url: new URL(specifier, context.parentURL).href,
            format: "module-typescript",
            shortCircuit: true,
          }
        : next(specifier, context),
  });
}
