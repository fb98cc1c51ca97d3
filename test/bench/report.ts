import { type Figure, type Goal, isMet } from "./bench.ts";

export type Reported = Figure & { readonly bench: string };

/** A table with a last line that counts the goals. */
export function table(figures: readonly Reported[]): string {
  const rows = figures.map((figure) => [
    figure.bench,
    figure.what,
    `${number(figure.floor)} ${figure.unit}`,
    `${number(figure.ours)} ${figure.unit}`,
    number(figure.ratio),
    figure.spread.map(number).join("-"),
    goalText(figure.goal),
    isMet(figure) ? "met" : "MISSED",
  ]);
  const head = ["bench", "figure", "floor", "ours", "ratio", "spread", "goal", ""];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return [line(head), ...rows.map(line), "", summary(figures), ""].join("\n");
}

export function summary(figures: readonly Figure[]): string {
  const met = figures.filter(isMet).length;
  return `${met} goals met, ${figures.length - met} missed`;
}

function goalText(goal: Goal): string {
  return "most" in goal ? `<= ${goal.most}` : `>= ${goal.least}`;
}

/** Three digits that count. */
function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
