import type {
  Core,
  Holder,
  Initialised,
  initialise,
  Locale,
  Municipality,
  openCore,
  Say,
} from "@ricevimenti/core";
import type { Answer } from "./answer.ts";
import type { Io } from "./io.ts";

/** How to get at the system: `openCore` and `initialise` of the core, or what stands for them. */
export interface CoreOpener {
  readonly openCore: typeof openCore;
  readonly initialise: typeof initialise;
}

/** What every command is given. */
export interface Context {
  readonly io: Io;
  readonly locale: Extract<Locale, "it" | "en">;
  readonly say: Say;
  readonly version: string;
  /** A script reads the answer: one JSON document, no questions. */
  readonly json: boolean;
  /** Nothing is said when all went well. */
  readonly quiet: boolean;
  /** There is a person to ask. */
  readonly interactive: boolean;
  /** The official at this machine, as the log of events names them. */
  readonly staff: Extract<Holder, `staff:${string}`>;
  open(): Promise<Core>;
  initialise(
    municipality: Municipality,
    options: { readonly newSecret: boolean; readonly actor: Context["staff"] },
  ): Promise<Initialised>;
}

/** A command: arguments as written, options by their long name. */
export type Run<Options = Record<never, never>> = (
  context: Context,
  args: readonly string[],
  options: Options,
) => Promise<Answer>;

/** Opens the system for as long as the work takes. */
export async function withCore<T = Answer>(context: Context, work: (core: Core) => Promise<T>): Promise<T> {
  const core = await context.open();
  try {
    return await work(core);
  } finally {
    await core.close();
  }
}
