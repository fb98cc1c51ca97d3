/** CONTRACT.md, "Command line". */
export const STATUS = {
  done: 0,
  failed: 1,
  usage: 2,
  notFound: 3,
  refused: 4,
  invalid: 5,
  unreachable: 6,
} as const;
export type Status = (typeof STATUS)[keyof typeof STATUS];

/** What a command has to say, for a person and for a script; only one of the two is asked for. */
export interface Answer {
  readonly status: Status;
  /** Lines for a person, each ended. */
  text(): string;
  json(): unknown;
  /** Goes to standard output although it is not the answer hoped for: a report. */
  readonly report?: boolean;
  /** The text is for programs, line by line as it is: a file to be written, a script. */
  readonly verbatim?: boolean;
  /** Something still goes on that only the end of the process ends. */
  readonly abandons?: boolean;
}

export function done(text: () => string, json: () => unknown): Answer {
  return { status: STATUS.done, text, json };
}

/** The same with a text for programs. */
export function verbatim(text: () => string, json: () => unknown): Answer {
  return { ...done(text, json), verbatim: true };
}

/** Something went wrong that is not a rule's refusal; `error` is its name for scripts. */
export function failed(
  status: Exclude<Status, 0>,
  error: string,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): Answer {
  return { status, text: () => `${message}\n`, json: () => ({ error, message, ...more }) };
}

export function wrongUsage(message: string): Answer {
  return failed(STATUS.usage, "usage", message);
}
