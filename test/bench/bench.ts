/** What a figure must be: `most` for times, where less is better, `least` for rates. */
export type Goal = { readonly most: number } | { readonly least: number };

/** One line of the report: a figure of ours beside the floor that the same run measured. */
export interface Figure {
  readonly what: string;
  /** Both in `unit`. */
  readonly floor: number;
  readonly ours: number;
  readonly unit: string;
  /** Ours to the floor. */
  readonly ratio: number;
  /** The ratio's quartiles over the rounds; the ratio itself where there was one round. */
  readonly spread: readonly [number, number];
  readonly goal: Goal;
  /** Held against a time of the clock's, not one that this machine took for the same at the same moment. */
  readonly absolute?: true;
}

export interface RunOptions {
  /** Fewer rounds and smaller towns: enough to see a figure that is far off. */
  readonly short: boolean;
}

export interface Bench {
  readonly name: string;
  /** Left out of a short run unless it is asked for: it takes long, and others would tell of what it finds. */
  readonly fullOnly?: true;
  run(options: RunOptions): Promise<readonly Figure[]>;
}

export function isMet({ ratio, goal }: Figure): boolean {
  return "most" in goal ? ratio <= goal.most : ratio >= goal.least;
}

/** Three times as far from the floor as the goal allows: no noise explains it. */
export function isFarOff({ ratio, goal }: Figure): boolean {
  return "most" in goal ? ratio > goal.most * 3 : ratio < goal.least / 3;
}
