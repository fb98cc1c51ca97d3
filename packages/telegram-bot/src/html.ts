/** A piece of Telegram's HTML that is safe to send: what people typed in it has been escaped. */
export class Html {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** Telegram's HTML with everything put in escaped, unless it is {@link Html} itself. */
export function html(strings: TemplateStringsArray, ...values: readonly (string | number | Html)[]): Html {
  return new Html(strings.reduce((source, part, index) => source + escaped(values[index - 1]) + part));
}

export function bold(text: string): Html {
  return html`<b>${text}</b>`;
}

/** Parts under each other; what is `null` is left out. */
export function lines(...parts: readonly (Html | string | null)[]): Html {
  return joined(parts, "\n");
}

/** Parts with an empty line between them; what is `null` is left out. */
export function paragraphs(...parts: readonly (Html | string | null)[]): Html {
  return joined(parts, "\n\n");
}

function joined(parts: readonly (Html | string | null)[], between: string): Html {
  return new Html(
    parts
      .filter((part) => part !== null)
      .map(escaped)
      .filter((part) => part !== "")
      .join(between),
  );
}

function escaped(value: string | number | Html | undefined): string {
  if (value instanceof Html) return value.source;
  return String(value ?? "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
