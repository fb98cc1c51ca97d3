/**
 * The process: the only file that touches the real world (arguments, terminal, environment, signals). Loads as little
 * as it can: a command waits for nothing but its own parts.
 */
import { readFileSync } from "node:fs";

const VERSION: string = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
const argv = process.argv.slice(2);

// Whoever reads us may have seen enough (`ricevimenti agenda | head`).
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
  process.stdout.write(`${VERSION}\n`);
} else {
  const [{ processIo }, { run }, core] = await Promise.all([
    import("./io.ts"),
    import("./run.ts"),
    import("@ricevimenti/core"),
  ]);
  process.exitCode = await run(argv, core, processIo(), VERSION);
}
