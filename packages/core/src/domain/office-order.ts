/** Where offices stand after a file has been read in; by their ids. */
export interface OfficeOrder {
  readonly order: readonly string[];
  /** Whether those there were before follow each other in another order now. */
  readonly reordered: boolean;
}

/**
 * The order citizens see, after a file: the offices it names follow each other as in the file, in the places that were
 * theirs, a new one right behind the one before it in the file; those it does not name stay where they are.
 *
 * @param before those that stay, in their order
 */
export function officeOrder(before: readonly string[], file: readonly string[]): OfficeOrder {
  const known = new Set(before);
  const named = file.filter((id) => known.has(id));
  const moving = new Set(named);
  const next = named.values();
  const order = before.map((id) => (moving.has(id) ? (next.next().value ?? id) : id));
  const reordered = order.some((id, i) => id !== before[i]);
  for (const [i, id] of file.entries()) {
    if (known.has(id)) continue;
    const ahead = file[i - 1];
    const behind = named[0];
    if (ahead !== undefined) order.splice(order.indexOf(ahead) + 1, 0, id);
    else order.splice(behind === undefined ? order.length : order.indexOf(behind), 0, id);
  }
  return { order, reordered };
}
