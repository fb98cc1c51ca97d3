import { afterEach, beforeAll, beforeEach } from "vitest";
import { type CommandLine, freeTimes, type SlotDocument, townHall } from "./command-line.ts";

/** A counter at which citizens are booked in, each test at one of its own. */
export interface Counter {
  readonly line: CommandLine;
  /** The start of one of the coming free times, in their order. */
  at(index: number): string;
  /** The options of a booking, Mario Rossi's where nothing else is said. */
  citizen(change?: Record<string, string>): string[];
  create(
    change?: Record<string, string>,
    ...flags: string[]
  ): Promise<{ readonly status: number | null; readonly document: Record<string, string> }>;
  isFree(start: string): Promise<boolean>;
}

/** Opens a counter before each test of a file and closes it afterwards. */
export function counters(): Counter {
  let line: CommandLine;
  let slots: readonly SlotDocument[];
  beforeAll(async () => {
    await using town = await townHall();
    slots = await freeTimes(town);
  });
  beforeEach(async () => {
    line = await townHall();
  });
  afterEach(() => line[Symbol.asyncDispose]());

  const at = (index: number) => slots[index]?.start ?? "";
  const citizen = (change: Record<string, string> = {}) => {
    const facts = {
      office: "sempre",
      start: at(0),
      mode: "virtual",
      name: "Mario Rossi",
      email: "mario@example.it",
      reason: "Prima casa",
      ...change,
    };
    return Object.entries(facts).flatMap(([name, value]) => [`--${name}`, value]);
  };
  return {
    get line() {
      return line;
    },
    at,
    citizen,
    create: (change = {}, ...flags) => line.json("booking", "create", ...citizen(change), ...flags),
    isFree: async (start) => (await freeTimes(line)).some((slot) => slot.start === start),
  };
}
