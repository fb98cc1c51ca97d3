import type { Derive } from "../domain/token.ts";
import type { Clock, Log, Random, RoomSigner, Store } from "../ports.ts";
import type { PlanCache } from "./town.ts";

/** What the use cases work with; made once by the composition root. */
export interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly derive: Derive;
  readonly log: Log;
  readonly rooms: RoomSigner;
  readonly plans: PlanCache;
  /** What every link starts with, without a slash at its end. */
  readonly publicUrl: string;
}
