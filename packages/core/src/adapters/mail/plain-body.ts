import type { Fact, MailBlock, MailBody } from "./mail-body.ts";

/** The body as plain text: addresses stand on lines of their own, where every mail program makes them links. */
export function plainBody(body: MailBody): string {
  const parts = [body.title.toLocaleUpperCase(body.locale), ...body.blocks.map(plainBlock)];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n\n-- \n${body.closing.join("\n")}\n`;
}

function plainBlock(block: MailBlock): string {
  switch (block.kind) {
    case "paragraph":
      return block.text;
    case "notice":
      return `*** ${block.title} ***\n${block.text}`;
    case "facts":
      return block.facts.map(plainFact).join("\n");
    case "button":
      return `${block.text}:\n${block.url}`;
    case "links":
      return [block.title, ...block.links.map(({ text, url }) => `- ${text}:\n  ${url}`)].join("\n");
    case "list":
      return [`${block.title}:`, ...block.items.map((item) => `- ${item}`)].join("\n");
    default:
      throw new Error(`unknown block ${JSON.stringify(block satisfies never)}`);
  }
}

/** Further lines are indented, so that what a citizen wrote cannot pass for a part of the mail. */
function plainFact({ label, lines }: Fact): string {
  return `${label}: ${lines.join("\n  ")}`;
}
