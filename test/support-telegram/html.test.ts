import { describe, expect, it } from "vitest";
import { parseHtml } from "../support/telegram/html.ts";
import { writeHtml } from "../support/telegram/html-writer.ts";

describe("Telegram's HTML", () => {
  it("is read into text and entities counted in UTF-16 units", () => {
    expect(
      parseHtml("📅 <b>lunedì</b> &lt;10:00&gt; &amp; <a href='https://a.example/?x=1&amp;y=2'>qui</a>&#33;"),
    ).toEqual({
      ok: true,
      text: "📅 lunedì <10:00> & qui!",
      entities: [
        { type: "bold", offset: 3, length: 6 },
        { type: "text_link", offset: 20, length: 3, url: "https://a.example/?x=1&y=2" },
      ],
    });
  });

  it.each([
    ["<b>x</b>", "bold"],
    ["<strong>x</strong>", "bold"],
    ["<em>x</em>", "italic"],
    ["<INS>x</ins>", "underline"],
    ["<del>x</del>", "strikethrough"],
    ["<tg-spoiler>x</tg-spoiler>", "spoiler"],
    ['<span class="tg-spoiler">x</span>', "spoiler"],
    ["<code>x</code>", "code"],
    ["<pre>x</pre>", "pre"],
    ["<blockquote>x</blockquote>", "blockquote"],
    ["<blockquote expandable>x</blockquote>", "expandable_blockquote"],
    ['<tg-emoji emoji-id="5368324170671202286">x</tg-emoji>', "custom_emoji"],
    ['<tg-time unix="1647531900" format="wDT">x</tg-time>', "date_time"],
    ["<b>x</>", "bold"],
  ])("knows %s", (source, type) => {
    expect(parseHtml(source)).toMatchObject({
      ok: true,
      text: "x",
      entities: [{ type, offset: 0, length: 1 }],
    });
  });

  it("makes one entity of a code block with a language", () => {
    expect(parseHtml('<pre><code class="language-ics">UID</code></pre>')).toMatchObject({
      entities: [{ type: "pre", offset: 0, length: 3, language: "ics" }],
    });
  });

  it.each([
    ["<br>", 'Unsupported start tag "br" at byte offset 0'],
    ["è <p>x</p>", 'Unsupported start tag "p" at byte offset 3'],
    ["a < b", 'Unsupported start tag "" at byte offset 2'],
    ["x <b", "Unclosed start tag at byte offset 2"],
    ["<a href", 'Unclosed start tag "a" at byte offset 0'],
    ['<a href="x"', "Unclosed start tag at byte offset 0"],
    ['<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ["<a href=x/>y</a>", "Unexpected end of name token at byte offset 8"],
    ["<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ["x</b>", "Unexpected end tag at byte offset 1"],
    ["<b>x</b", "Unclosed end tag at byte offset 4"],
    ["<b><i>test</b></i>", 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"'],
    ["<b>unclosed", 'Can\'t find end tag corresponding to start tag "b"'],
    ['<tg-emoji emoji-id="9999999999999999999">x</tg-emoji>', "Invalid custom emoji identifier specified"],
    ["Rossi & figli", "Character '&' is reserved and must be written as '&amp;' at byte offset 6"],
    ["&nbsp;", "Character '&' is reserved and must be written as '&amp;' at byte offset 0"],
    ["a > b", "Character '>' is reserved and must be written as '&gt;' at byte offset 2"],
    [
      "&#xD83D;",
      "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
    ],
  ])("refuses %s", (source, problem) => {
    expect(parseHtml(source)).toEqual({ ok: false, problem });
  });

  it("loses a link to localhost without a word, as Telegram does", () => {
    expect(parseHtml('<a href="http://localhost:8080/x">qui</a>')).toEqual({
      ok: true,
      text: "qui",
      entities: [],
    });
  });

  it("is written back with nesting and escapes", () => {
    const source = '<b>a &lt; <i>b</i></b> <a href="https://x.example/?a=1&amp;b=2">c</a><code>d</code>';
    const parsed = parseHtml(source);
    expect(parsed.ok && writeHtml(parsed)).toBe(source);
  });
});
