import type { Locale } from "../../domain/municipality.ts";

/**
 * What a mail says, said once: {@link plainBody} and {@link htmlBody} show the same blocks. All texts are plain, already
 * in the reader's language and on a single line, except a fact's value.
 */
export interface MailBody {
  readonly locale: Locale;
  readonly title: string;
  readonly blocks: readonly MailBlock[];
  /** Small print at the end. */
  readonly closing: readonly string[];
}

/** The part of a mail that differs from kind to kind. */
export interface MailDraft extends Omit<MailBody, "locale"> {
  readonly subject: string;
  /** Whether the iCalendar file goes with it. */
  readonly withInvitation: boolean;
}

export type MailBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  /** What must not be overlooked. */
  | { readonly kind: "notice"; readonly title: string; readonly text: string }
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  /** A thing to press; the one thing to do is `primary`. */
  | { readonly kind: "button"; readonly text: string; readonly url: string; readonly primary: boolean }
  | {
      readonly kind: "links";
      readonly title: string;
      readonly links: readonly { text: string; url: string }[];
    }
  | { readonly kind: "list"; readonly title: string; readonly items: readonly string[] };

export interface Fact {
  readonly label: string;
  /** The lines of the value, at least one; none where the fact is not known. */
  readonly lines: readonly string[];
}

export function paragraph(text: string): MailBlock {
  return { kind: "paragraph", text };
}

/** The facts that are known. */
export function factBlock(...facts: readonly Fact[]): MailBlock {
  return { kind: "facts", facts: facts.filter(({ lines }) => lines.length > 0) };
}

/** The button of the one thing to do, or (`primary` false) of something else that can be done. */
export function button(text: string, url: string, primary = true): MailBlock {
  return { kind: "button", text, url, primary };
}
