import type { Core, Random } from "@ricevimenti/core";
import type { Challenges } from "./challenge.ts";
import type { Clients } from "./client-address.ts";
import type { Measures } from "./measures.ts";
import type { WebOptions } from "./options.ts";
import type { Paths } from "./paths.ts";
import type { RateLimits } from "./rate-limits.ts";

/** What every page has at hand. */
export interface Site {
  readonly core: Core;
  readonly options: WebOptions;
  readonly paths: Paths;
  readonly random: Random;
  readonly clients: Clients;
  readonly limits: RateLimits;
  readonly challenges: Challenges;
  readonly measures: Measures;
}
