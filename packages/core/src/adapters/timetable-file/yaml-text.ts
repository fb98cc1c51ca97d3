import { Document, isMap, isSeq, type Node, visit } from "yaml";
import type { TimetableFile } from "../../domain/timetable-file.ts";

/** What reads best on one line: an opening rule, a list of days. */
const ON_ONE_LINE = new Set(["hours", "openings", "closures"]);

/** Quoted where a YAML 1.1 reader would see a number in `10:00` or a date in `2026-12-24`. */
export function yamlText(file: TimetableFile): string {
  const document = new Document(file, { schema: "core", compat: "yaml-1.1", aliasDuplicateObjects: false });
  visit(document, {
    Pair(_key, pair) {
      const name = String((pair.key as { value?: unknown }).value);
      if (ON_ONE_LINE.has(name) && isSeq(pair.value)) pair.value.items.forEach(onOneLine);
      else if (isSeq(pair.value) && !pair.value.items.some(isMap)) onOneLine(pair.value);
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function onOneLine(node: unknown): void {
  (node as Node & { flow?: boolean }).flow = true;
}
