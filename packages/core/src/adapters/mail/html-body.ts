import type { MailBlock, MailBody } from "./mail-body.ts";

/**
 * The body as HTML for the mail programs of phones: one column, large type, buttons at least 44 px high, everything
 * inline, nothing loaded from anywhere. Text and background keep the reader's own colours, so that dark mode needs no
 * second set; only buttons, which bring both, are coloured.
 */
export function htmlBody(body: MailBody): string {
  return `<!DOCTYPE html>
<html lang="${body.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(body.title)}</title>
</head>
<body style="margin:0;padding:0">
<div lang="${body.locale}" style="${PAGE}">
<h1 style="font-size:24px;line-height:1.25;margin:0 0 20px">${escapeHtml(body.title)}</h1>
${body.blocks.map(htmlBlock).join("\n")}
<p style="font-size:15px;line-height:1.5;margin:32px 0 0;border-top:1px solid #808080;padding-top:16px">${body.closing.map(escapeHtml).join("<br>")}</p>
</div>
</body>
</html>
`;
}

const PAGE =
  "max-width:560px;margin:0 auto;padding:20px 16px;font-family:'Titillium Web',Helvetica,Arial,sans-serif;font-size:18px;line-height:1.5";
const SPACED = "margin:0 0 20px";
/** Blue of the Italian public administration's design system: 5.6:1 against white. */
const BLUE = "#0066cc";

function htmlBlock(block: MailBlock): string {
  switch (block.kind) {
    case "paragraph":
      return `<p style="${SPACED}">${escapeHtml(block.text)}</p>`;
    case "notice":
      return `<div style="${SPACED};border:2px solid #d9364f;border-left-width:8px;padding:12px 16px"><strong style="display:block">${escapeHtml(block.title)}</strong>${escapeHtml(block.text)}</div>`;
    case "facts":
      return `<p style="${SPACED};border-left:4px solid ${BLUE};padding-left:16px">${block.facts
        .map(
          ({ label, lines }) =>
            `<strong>${escapeHtml(label)}:</strong> ${lines.map(escapeHtml).join("<br>")}`,
        )
        .join("<br>\n")}</p>`;
    case "button":
      return htmlButton(block.text, block.url, block.primary);
    case "links":
      return `<p style="margin:0 0 4px">${escapeHtml(block.title)}</p>
<ul style="${SPACED};padding-left:24px">${block.links
        .map(
          ({ text, url }) =>
            `<li style="margin:0"><a href="${escapeHtml(url)}" style="display:inline-block;line-height:24px;padding:10px 0">${escapeHtml(text)}</a></li>`,
        )
        .join("")}</ul>`;
    case "list":
      return `<p style="margin:0 0 4px"><strong>${escapeHtml(block.title)}:</strong></p>
<ul style="${SPACED};padding-left:24px">${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>`;
    default:
      throw new Error(`unknown block ${JSON.stringify(block satisfies never)}`);
  }
}

/** In a table, because Outlook on Windows gives padding to cells only; the whole cell is the link everywhere else. */
function htmlButton(text: string, url: string, primary: boolean): string {
  const [ground, letters] = primary ? [BLUE, "#ffffff"] : ["#ffffff", "#004d99"];
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="${SPACED};width:100%;border-collapse:separate"><tr><td align="center" bgcolor="${ground}" style="background-color:${ground};border:2px solid ${BLUE};border-radius:4px;mso-padding-alt:14px 20px"><a href="${escapeHtml(url)}" style="display:block;padding:14px 20px;color:${letters};font-size:18px;font-weight:bold;line-height:24px;text-decoration:none">${escapeHtml(text)}</a></td></tr></table>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
