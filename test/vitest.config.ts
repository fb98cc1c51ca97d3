import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/postgres-global.ts",
    // Two cores are what CI has; more workers only make timings of the process tests erratic.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A town's server may run in any zone: the tests run in one that is neither UTC nor Italian.
    env: { TZ: "America/St_Johns", LANG: "C.UTF-8", NO_COLOR: "1" },
  },
});
