import { sortEntities } from "./entities.ts";
import { linkProblem } from "./link.ts";
import type { FormattedText, MessageEntity } from "./types.ts";

export type ParsedHtml = ({ ok: true } & FormattedText) | { ok: false; problem: string };

/** Every tag that Telegram's HTML knows (https://core.telegram.org/bots/api#html-style) and the entity it makes. */
const ENTITY_TYPES: Readonly<Record<string, string>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  span: "spoiler",
  "tg-spoiler": "spoiler",
  a: "text_link",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  "tg-emoji": "custom_emoji",
  "tg-time": "date_time",
};

const NAMED_CHARACTERS: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

type OpenTag = { name: string; attributes: Map<string, string>; offset: number };

class HtmlProblem extends Error {}

/**
 * Reads text in Telegram's HTML style. Problems are worded as Telegram words them after "can't parse entities: ", with
 * byte offsets. In one thing stricter than the real server, which lets a bare `&` or `>` pass: its documentation asks
 * for entities there, so that a forgotten escape is found before a name with `&lt;b` in it is.
 */
export function parseHtml(source: string): ParsedHtml {
  try {
    return { ok: true, ...new HtmlReader(source).read() };
  } catch (error) {
    if (error instanceof HtmlProblem) return { ok: false, problem: error.message };
    throw error;
  }
}

class HtmlReader {
  private readonly source: string;
  private position = 0;
  private text = "";
  private readonly open: OpenTag[] = [];
  private readonly entities: MessageEntity[] = [];

  constructor(source: string) {
    this.source = source;
  }

  read(): FormattedText {
    while (this.position < this.source.length) {
      const plain = this.match(/[^<>&]*/y);
      this.text += plain;
      if (this.source.startsWith("</", this.position)) this.readEndTag();
      else if (this.peek() === "<") this.readStartTag();
      else if (this.position < this.source.length) this.text += this.readCharacter(this.peek());
    }
    const unclosed = this.open.at(-1);
    if (unclosed !== undefined) {
      throw new HtmlProblem(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
    }
    if (!this.text.isWellFormed()) {
      throw new HtmlProblem(
        "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
      );
    }
    return { text: this.text, entities: sortEntities(this.entities) };
  }

  private readCharacter(character: string): string {
    const start = this.position;
    const decoded = character === "&" ? this.readReference() : undefined;
    if (decoded !== undefined) return decoded;
    const escaped = character === "&" ? "&amp;" : "&gt;";
    throw new HtmlProblem(
      `Character '${character}' is reserved and must be written as '${escaped}' at byte offset ${this.bytes(start)}`,
    );
  }

  private readReference(): string | undefined {
    const [reference, name, hexadecimal, decimal] =
      this.exec(/&(?:([a-zA-Z]+)|#x([0-9a-fA-F]{1,6})|#([0-9]{1,7}));/y) ?? [];
    if (reference === undefined) return undefined;
    const code = hexadecimal === undefined ? Number(decimal ?? 0) : Number.parseInt(hexadecimal, 16);
    const decoded = name === undefined ? fromCode(code) : NAMED_CHARACTERS[name];
    if (decoded !== undefined) this.position += reference.length;
    return decoded;
  }

  private readStartTag(): void {
    const start = this.position;
    const name = this.match(/<[^\s>]*/y)
      .slice(1)
      .toLowerCase();
    if (this.peek() === "") throw new HtmlProblem(`Unclosed start tag at byte offset ${this.bytes(start)}`);
    if (!Object.hasOwn(ENTITY_TYPES, name)) {
      throw new HtmlProblem(`Unsupported start tag "${name}" at byte offset ${this.bytes(start)}`);
    }
    const attributes = this.readAttributes(name, start);
    if (name === "span" && attributes.get("class") !== "tg-spoiler") {
      throw new HtmlProblem(`Tag "span" must have class "tg-spoiler" at byte offset ${this.bytes(start)}`);
    }
    this.open.push({ name, attributes, offset: this.text.length });
  }

  private readAttributes(tag: string, start: number): Map<string, string> {
    const attributes = new Map<string, string>();
    for (;;) {
      this.match(/\s*/y);
      if (this.peek() === ">") {
        this.position += 1;
        return attributes;
      }
      const name = this.match(/[^\s=>/"']*/y);
      if (name === "") {
        throw new HtmlProblem(`Empty attribute name in the tag "${tag}" at byte offset ${this.bytes(start)}`);
      }
      this.match(/\s*/y);
      const hasValue = this.match(/=?\s*/y) !== "";
      if (this.peek() === "") {
        throw new HtmlProblem(`Unclosed start tag "${tag}" at byte offset ${this.bytes(start)}`);
      }
      attributes.set(name, hasValue ? this.readValue() : "");
      if (this.peek() === "") throw new HtmlProblem(`Unclosed start tag at byte offset ${this.bytes(start)}`);
    }
  }

  private readValue(): string {
    const quote = this.peek();
    const start = this.position;
    if (quote !== '"' && quote !== "'") {
      const token = this.match(/[a-zA-Z0-9.-]*/y);
      if (!/^[\s>]?$/.test(this.peek())) {
        throw new HtmlProblem(`Unexpected end of name token at byte offset ${this.bytes(start)}`);
      }
      return token.toLowerCase();
    }
    this.position += 1;
    let value = "";
    while (this.peek() !== quote && this.peek() !== "") {
      const decoded = this.peek() === "&" ? this.readReference() : undefined;
      value += decoded ?? this.source.charAt(this.position++);
    }
    this.position += 1;
    return value;
  }

  private readEndTag(): void {
    const start = this.position;
    const tag = this.open.pop();
    if (tag === undefined) throw new HtmlProblem(`Unexpected end tag at byte offset ${this.bytes(start)}`);
    const name = this.match(/<\/[^\s>]*/y)
      .slice(2)
      .toLowerCase();
    if (!/>$/.test(this.match(/\s*>?/y))) {
      throw new HtmlProblem(`Unclosed end tag at byte offset ${this.bytes(start)}`);
    }
    if (name !== "" && name !== tag.name) {
      const at = this.bytes(start);
      throw new HtmlProblem(
        `Unmatched end tag at byte offset ${at}, expected "</${tag.name}>", found "</${name}>"`,
      );
    }
    if (this.text.length > tag.offset) this.addEntity(tag);
  }

  private addEntity(tag: OpenTag): void {
    const place = { offset: tag.offset, length: this.text.length - tag.offset };
    const type = ENTITY_TYPES[tag.name] ?? tag.name;
    if (tag.name === "a") {
      const url = tag.attributes.get("href") || this.text.slice(tag.offset);
      // Telegram drops a link it does not like without a word; only the text stays.
      if (linkProblem(url) === undefined) this.entities.push({ type, ...place, url });
    } else if (tag.name === "tg-emoji") {
      const id = tag.attributes.get("emoji-id") ?? "";
      if (!/^[1-9]\d{0,18}$/.test(id) || BigInt(id) >= 1n << 63n) {
        throw new HtmlProblem("Invalid custom emoji identifier specified");
      }
      this.entities.push({ type, ...place, custom_emoji_id: id });
    } else if (tag.name === "tg-time") {
      const format = tag.attributes.get("format");
      const unix_time = Number(tag.attributes.get("unix"));
      this.entities.push({ type, ...place, unix_time, ...(format ? { date_time_format: format } : {}) });
    } else if (tag.name === "blockquote") {
      this.entities.push({
        type: tag.attributes.has("expandable") ? "expandable_blockquote" : type,
        ...place,
      });
    } else if (tag.name === "pre") {
      this.addPre(place);
    } else {
      const language =
        tag.name === "code" ? /^language-(.+)$/.exec(tag.attributes.get("class") ?? "")?.[1] : undefined;
      this.entities.push({ type, ...place, ...(language === undefined ? {} : { language }) });
    }
  }

  /** `<pre><code class="language-x">` is one entity, not two. */
  private addPre(place: { offset: number; length: number }): void {
    const inner = this.entities.at(-1);
    const isInside = inner?.type === "code" && inner.offset === place.offset && inner.length === place.length;
    if (isInside && inner.language !== undefined) {
      this.entities.pop();
      this.entities.push({ type: "pre", ...place, language: inner.language });
    } else {
      this.entities.push({ type: "pre", ...place });
    }
  }

  private peek(): string {
    return this.source.charAt(this.position);
  }

  private exec(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    return pattern.exec(this.source);
  }

  private match(pattern: RegExp): string {
    const found = this.exec(pattern)?.[0] ?? "";
    this.position += found.length;
    return found;
  }

  private bytes(position: number): number {
    return Buffer.byteLength(this.source.slice(0, position));
  }
}

function fromCode(code: number): string | undefined {
  return code > 0 && code < 0x10ffff ? String.fromCodePoint(code) : undefined;
}
