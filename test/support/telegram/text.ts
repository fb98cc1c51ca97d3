import { checkEntities, trimText } from "./entities.ts";
import { parseHtml } from "./html.ts";
import type { Payload } from "./payload.ts";
import { badRequest, granted, type Result } from "./refusal.ts";
import type { FormattedText } from "./types.ts";

const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;
const MAX_SOURCE_BYTES = 1 << 15;

/** The text of a message: 1 to 4096 UTF-16 units after parsing, white space around it not counted. */
export function readText(payload: Payload): Result<FormattedText> {
  const source = payload.text("text");
  if (source === "") return badRequest("message text is empty");
  const formatted = readFormatted(payload, source, "entities");
  if (!formatted.ok) return formatted;
  if (formatted.value.text === "") return badRequest("text must be non-empty");
  return formatted.value.text.length > MAX_TEXT ? badRequest("message is too long") : formatted;
}

/** The caption of a file: up to 1024 UTF-16 units after parsing, none at all being fine. */
export function readCaption(payload: Payload): Result<FormattedText> {
  const formatted = readFormatted(payload, payload.text("caption"), "caption_entities");
  if (!formatted.ok) return formatted;
  return formatted.value.text.length > MAX_CAPTION ? badRequest("message caption is too long") : formatted;
}

function readFormatted(payload: Payload, source: string, entitiesField: string): Result<FormattedText> {
  if (Buffer.byteLength(source) > MAX_SOURCE_BYTES) return badRequest("text is too long");
  const mode = payload.text("parse_mode").toLowerCase();
  if (mode !== "" && mode !== "none" && source !== "") return readMode(mode, source);
  const given = payload.json(entitiesField, "can't parse entities JSON object");
  if (!given.ok) return given;
  const entities = checkEntities(source, given.value);
  return entities.ok ? granted(trimText({ text: clean(source), entities: entities.value })) : entities;
}

function readMode(mode: string, source: string): Result<FormattedText> {
  if (mode === "markdown" || mode === "markdownv2") {
    return badRequest("unsupported parse_mode (Telegram has it, this stand-in reads HTML only)");
  }
  if (mode !== "html") return badRequest("unsupported parse_mode");
  const parsed = parseHtml(source);
  if (!parsed.ok) return badRequest(`can't parse entities: ${parsed.problem}`);
  return granted(trimText({ text: clean(parsed.text), entities: parsed.entities }));
}

/** Telegram shows control characters as spaces; the line break is the only one it keeps. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f]/g, " ");
}
