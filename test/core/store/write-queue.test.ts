import { expect, test } from "vitest";
import { type GroupWriter, WriteQueue } from "../../../packages/core/src/adapters/sql/write-queue.ts";

/** A writer that only writes down what it is asked to do; a step named in `failing` throws that often. */
function tape(failing: Partial<Record<keyof GroupWriter, number>> = {}) {
  const steps: string[] = [];
  const step = (name: keyof GroupWriter) => () => {
    steps.push(name);
    const left = failing[name] ?? 0;
    failing[name] = left - 1;
    if (left > 0) throw new Error(`${name} failed`);
  };
  const writer: GroupWriter = {
    begin: async () => step("begin")(),
    commit: step("commit"),
    rollback: step("rollback"),
    savepoint: step("savepoint"),
    releaseSavepoint: step("releaseSavepoint"),
    rollbackToSavepoint: step("rollbackToSavepoint"),
  };
  const queue = new WriteQueue(writer);
  /** Work that writes its name down; `keep` is what becomes of it. */
  const write = (name: string, keep: boolean | "throw" = true) =>
    queue.add(
      async () => {
        steps.push(name);
        if (keep === "throw") throw new Error(`${name} threw`);
        return name;
      },
      () => keep === true,
    );
  return { steps, queue, write };
}

test("a lone write needs no savepoint", async () => {
  const { steps, write } = tape();
  expect(await write("a")).toBe("a");
  expect(steps).toEqual(["begin", "a", "commit"]);
});

test("what arrives together commits together, in the order it came", async () => {
  const { steps, write } = tape();
  expect(await Promise.all([write("a"), write("b"), write("c")])).toEqual(["a", "b", "c"]);
  const b = ["savepoint", "b", "releaseSavepoint"];
  expect(steps).toEqual(["begin", "a", ...b, "savepoint", "c", "releaseSavepoint", "commit"]);
});

test("what arrives while a group is open joins it", async () => {
  const { steps, queue, write } = tape();
  let late: Promise<string> | undefined;
  await queue.add(
    async () => {
      late = write("late");
    },
    () => true,
  );
  await late;
  expect(steps).toEqual(["begin", "savepoint", "late", "releaseSavepoint", "commit"]);
});

test("a refused or failing neighbour is undone alone", async () => {
  const { steps, write } = tape();
  const ends = await Promise.allSettled([write("a"), write("b", false), write("c", "throw"), write("d")]);
  expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  const undone = (name: string) => ["savepoint", name, "rollbackToSavepoint"];
  const d = ["savepoint", "d", "releaseSavepoint"];
  expect(steps).toEqual(["begin", "a", ...undone("b"), ...undone("c"), ...d, "commit"]);
});

test("those undone before anything was kept are rolled back, and the next begins anew", async () => {
  const { steps, write } = tape();
  const ends = await Promise.allSettled([write("a", false), write("b", "throw"), write("c")]);
  expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(steps).toEqual(["begin", "a", "rollback", "begin", "b", "rollback", "begin", "c", "commit"]);
});

test("a group of which nothing is kept commits nothing", async () => {
  const { steps, write } = tape();
  await write("a", false);
  expect(steps).toEqual(["begin", "a", "rollback"]);
});

test("nobody hears of success before the commit", async () => {
  const { steps, write } = tape();
  const tell = (name: string) => () => steps.push(`${name} told`);
  await Promise.all([write("a").then(tell("a")), write("b").then(tell("b"))]);
  expect(steps.slice(-3)).toEqual(["commit", "a told", "b told"]);
});

test("a commit that fails fails everybody in its group, and nobody after it", async () => {
  const { steps, write } = tape({ commit: 1 });
  const ends = await Promise.allSettled([write("a"), write("b")]);
  expect(ends).toEqual([1, 2].map(() => ({ status: "rejected", reason: new Error("commit failed") })));
  expect(steps.at(-1)).toBe("rollback");
  expect(await write("c")).toBe("c");
  expect(steps.slice(-3)).toEqual(["begin", "c", "commit"]);
});

test("a group that cannot begin fails who opened it; the others try for themselves", async () => {
  const { write } = tape({ begin: 1 });
  const ends = await Promise.allSettled([write("a"), write("b"), write("c")]);
  expect(ends).toEqual([
    { status: "rejected", reason: new Error("begin failed") },
    { status: "fulfilled", value: "b" },
    { status: "fulfilled", value: "c" },
  ]);
});

test("a savepoint that fails undoes the group, and everybody in it hears why", async () => {
  const { steps, write } = tape({ savepoint: 1 });
  const ends = await Promise.allSettled([write("a"), write("b")]);
  expect(ends).toEqual([1, 2].map(() => ({ status: "rejected", reason: new Error("savepoint failed") })));
  expect(steps).toEqual(["begin", "a", "savepoint", "rollback"]);
});

test("even a rollback that fails leaves nobody waiting", async () => {
  const { queue, write } = tape({ commit: 1, rollback: 1 });
  await expect(write("a")).rejects.toThrow("commit failed");
  await queue.idle();
  expect(await write("b")).toBe("b");
});

test("a group ends after 64, so that the first do not wait for an endless queue", async () => {
  const { steps, write } = tape();
  const names = Array.from({ length: 130 }, (_, i) => `w${i}`);
  expect(await Promise.all(names.map((name) => write(name)))).toEqual(names);
  expect(steps.filter((step) => step === "commit")).toHaveLength(3);
  expect(steps.filter((step) => step.startsWith("w"))).toEqual(names);
});

test("idle waits for all that was asked for", async () => {
  const { steps, queue, write } = tape();
  const all = [write("a"), write("b", false), write("c")];
  await queue.idle();
  expect(steps).toContain("commit");
  await Promise.all(all);
  await queue.idle();
});
