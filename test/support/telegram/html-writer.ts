import type { FormattedText, MessageEntity } from "./types.ts";

const TAGS: Readonly<Record<string, string>> = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  spoiler: "tg-spoiler",
  code: "code",
  pre: "pre",
  text_link: "a",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

/** The formatted text as HTML with the shortest tag for each entity, so that tests can compare it whatever way it was sent. */
export function writeHtml({ text, entities }: FormattedText): string {
  const marks: { at: number; html: string }[] = [];
  for (const entity of entities) {
    const tag = TAGS[entity.type];
    if (tag !== undefined) marks.push({ at: entity.offset, html: `<${tag}${attributes(entity)}>` });
  }
  // Entities are sorted outermost first: their ends come in the opposite order.
  for (const entity of [...entities].reverse()) {
    const tag = TAGS[entity.type];
    if (tag !== undefined) marks.push({ at: entity.offset + entity.length, html: `</${tag}>` });
  }
  let html = "";
  let position = 0;
  for (const mark of marks.toSorted((a, b) => a.at - b.at || endsFirst(a.html, b.html))) {
    html += escapeHtml(text.slice(position, mark.at)) + mark.html;
    position = mark.at;
  }
  return html + escapeHtml(text.slice(position));
}

function endsFirst(a: string, b: string): number {
  return Number(b.startsWith("</")) - Number(a.startsWith("</"));
}

function attributes(entity: MessageEntity): string {
  if (entity.type === "text_link") return ` href="${escapeHtml(entity.url ?? "").replaceAll('"', "&quot;")}"`;
  return entity.type === "expandable_blockquote" ? " expandable" : "";
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
