/** What is taken: parallel arrays ordered by cell, one entry for each desk and five-minute cell. */
export interface Occupancy {
  /** Five-minute cell: instant / `CELL`. */
  readonly cells: readonly number[];
  readonly desks: readonly number[];
}

/** Desks occupied in any cell from `fromCell` until before `toCell`. */
export function occupiedDesks(taken: Occupancy, fromCell: number, toCell: number): ReadonlySet<number> {
  const begin = firstEntry(taken, fromCell);
  return new Set(taken.desks.slice(begin, firstEntry(taken, toCell)));
}

/**
 * Counts the occupied desks of visits that come in the order of their starts, in one walk through the occupancy
 * beside them: nothing is looked up, and each entry is met about once.
 */
export class OccupancyWalk {
  readonly #cells: readonly number[];
  readonly #desks: readonly number[];
  #next: number;
  /** For each desk, the first cell of the visit it was last counted for. */
  readonly #counted: number[] = [];

  /** `fromCell`: no visit will start earlier. */
  constructor(taken: Occupancy, fromCell: number) {
    this.#cells = taken.cells;
    this.#desks = taken.desks;
    this.#next = firstEntry(taken, fromCell);
  }

  /** How many desks are occupied in any cell from `fromCell` until before `toCell`; stops counting at `enough`. */
  occupied(fromCell: number, toCell: number, enough: number): number {
    const cells = this.#cells;
    let next = this.#next;
    while (next < cells.length && (cells[next] as number) < fromCell) next++;
    this.#next = next;

    let count = 0;
    for (let at = next; count < enough && at < cells.length && (cells[at] as number) < toCell; at++) {
      const desk = this.#desks[at] as number;
      if (this.#counted[desk] === fromCell) continue;
      this.#counted[desk] = fromCell;
      count++;
    }
    return count;
  }
}

/** Position of the first entry that is not before a cell. */
function firstEntry({ cells }: Occupancy, cell: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cells[middle] as number) < cell) low = middle + 1;
    else high = middle;
  }
  return low;
}
