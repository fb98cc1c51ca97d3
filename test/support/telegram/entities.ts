import { linkProblem } from "./link.ts";
import { isObject } from "./payload.ts";
import { badRequest, granted, type Result } from "./refusal.ts";
import type { FormattedText, MessageEntity } from "./types.ts";

const FORMATTING = [
  "bold",
  "italic",
  "underline",
  "strikethrough",
  "spoiler",
  "code",
  "pre",
  "text_link",
  "custom_emoji",
  "blockquote",
  "expandable_blockquote",
  "date_time",
];
const FOUND_BY_TELEGRAM = ["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"];

/** In the order Telegram lists them: by place, the longer ones (which contain the others) first. */
export function sortEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
}

/** The text without white space around it, which Telegram never keeps, and its entities moved along. */
export function trimText({ text, entities }: FormattedText): FormattedText {
  const trimmed = text.trim();
  const shift = text.length - text.trimStart().length;
  const moved = entities.map((entity) => {
    const start = Math.max(entity.offset - shift, 0);
    const end = Math.min(entity.offset + entity.length - shift, trimmed.length);
    return { ...entity, offset: start, length: end - start };
  });
  return { text: trimmed, entities: moved.filter(({ length }) => length > 0) };
}

/** Entities given with a text instead of a parse mode. Refuses unknown types and places outside the text. */
export function checkEntities(text: string, given: unknown): Result<MessageEntity[]> {
  const entities: MessageEntity[] = [];
  for (const entity of Array.isArray(given) ? given : []) {
    const checked = checkEntity(text, entity);
    if (!checked.ok) return checked;
    if (checked.value !== undefined) entities.push(checked.value);
  }
  return granted(sortEntities(entities));
}

function checkEntity(text: string, entity: unknown): Result<MessageEntity | undefined> {
  if (!isObject(entity)) return badRequest("can't parse MessageEntity: expected an Object");
  const { type, offset, length } = entity;
  if (typeof type !== "string") return badRequest(`can't parse MessageEntity: Can't find field "type"`);
  if (typeof offset !== "number") return badRequest(`can't parse MessageEntity: Can't find field "offset"`);
  if (typeof length !== "number") return badRequest(`can't parse MessageEntity: Can't find field "length"`);
  if (FOUND_BY_TELEGRAM.includes(type)) return granted(undefined);
  if (!FORMATTING.includes(type)) return badRequest("can't parse MessageEntity: Unsupported type specified");
  if (offset < 0) return badRequest(`receive an entity with incorrect offset ${offset}`);
  if (length < 0) return badRequest(`receive an entity with incorrect length ${length}`);
  if (offset > text.length) {
    return badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
  }
  if (offset + length > text.length) {
    const end = offset + length;
    return badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
    );
  }
  if (type === "text_link") {
    if (typeof entity.url !== "string")
      return badRequest(`can't parse MessageEntity: Can't find field "url"`);
    const problem = linkProblem(entity.url);
    if (problem !== undefined) return badRequest(`entity URL '${entity.url}' is invalid: ${problem}`);
  }
  return granted(length === 0 ? undefined : (entity as MessageEntity));
}

/** What Telegram's apps find by themselves in what a person writes: a command at the start of a word, links, addresses. */
export function findEntities(text: string): MessageEntity[] {
  const patterns: [string, RegExp][] = [
    ["bot_command", /(?<![^\s])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![A-Za-z0-9_@/])/g],
    ["url", /\bhttps?:\/\/[^\s<>"]+/g],
    ["email", /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g],
  ];
  const found = patterns.flatMap(([type, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ type, offset: match.index, length: match[0].length })),
  );
  const isApart = (entity: MessageEntity) =>
    !found.some(
      (other) =>
        other !== entity &&
        other.type === "url" &&
        other.offset <= entity.offset &&
        entity.offset < other.offset + other.length,
    );
  return sortEntities(found.filter(isApart));
}
