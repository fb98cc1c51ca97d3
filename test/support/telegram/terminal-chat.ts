import { clearScreenDown, createInterface, cursorTo, type Interface } from "node:readline";
import type { Person } from "./person.ts";
import type { Change } from "./room.ts";
import { buttonLines, messageLines, type Page, paintFor, wrap } from "./terminal-text.ts";
import { type Words, wordsFor } from "./terminal-words.ts";
import type { SeenButton, SeenMessage } from "./view.ts";

export type TerminalOptions = {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
  env?: { NO_COLOR?: string | undefined };
  /** Of the times shown over messages; the machine's own when left out. */
  timeZone?: string;
  /** Milliseconds before it says that the bot is silent; 10 seconds when left out. */
  patienceMs?: number;
};

/** What a number stands for: a button under a message, or a key of the reply keyboard. */
type Choice = { messageId: number; button: SeenButton } | { key: string };

const PROMPT = "› ";
const MAX_WIDTH = 100;
/** Where there is no terminal, and where one does not know its width. */
const DEFAULT_WIDTH = 80;

/**
 * A chat with the bot on a terminal, or from a file: prints what the bot writes, reads lines. A number presses that
 * button, `/` lists the commands, anything else is sent; `/quit` or the end of the input ends it. From a file, each
 * line waits until the bot has dealt with the one before.
 */
export async function chat(person: Person, options: TerminalOptions): Promise<void> {
  const isTerminal = options.output.isTTY === true;
  const lines = createInterface({
    input: options.input,
    prompt: PROMPT,
    ...(isTerminal ? { output: options.output } : {}),
  });
  const terminal = new TerminalChat(person, options, lines);
  await terminal.run();
}

class TerminalChat {
  private readonly person: Person;
  private readonly options: TerminalOptions;
  private readonly lines: Interface;
  private readonly words: Words;
  private readonly isTerminal: boolean;
  private readonly page: Page;
  private readonly clock: Intl.DateTimeFormat;
  private choices: Choice[] = [];
  private readonly printed = new Map<number, SeenMessage>();
  private reactions = 0;
  private onReaction: (() => void) | undefined;
  private isOver = false;

  constructor(person: Person, options: TerminalOptions, lines: Interface) {
    this.person = person;
    this.options = options;
    this.lines = lines;
    this.isTerminal = options.output.isTTY === true;
    this.words = wordsFor(person.user.language_code);
    const noColour = (options.env ?? process.env).NO_COLOR;
    const hasColours = this.isTerminal && (noColour === undefined || noColour === "");
    this.page = {
      paint: paintFor(hasColours),
      width: Math.min(options.output.columns || DEFAULT_WIDTH, MAX_WIDTH),
    };
    this.clock = new Intl.DateTimeFormat("it", {
      hour: "2-digit",
      minute: "2-digit",
      ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }),
    });
  }

  async run(): Promise<void> {
    this.say(this.page.paint.dim(this.words.help));
    for (const message of this.person.messages()) if (message.isFromBot) this.show(message);
    const unlisten = this.person.onChange((change) => this.onChange(change));
    this.lines.once("SIGINT", () => this.lines.close());
    this.prompt();
    try {
      for await (const line of this.lines) {
        await this.handle(line.trim());
        if (this.isOver) break;
        this.prompt();
      }
    } finally {
      unlisten();
      this.lines.close();
    }
  }

  private async handle(line: string): Promise<void> {
    if (line === "") return;
    this.isOver = line === "/quit";
    if (!this.isTerminal) this.say(PROMPT + line);
    if (this.isOver) return;
    if (line === "/") this.showCommands();
    else if (/^\d+$/.test(line) && this.choices.length > 0) await this.choose(Number(line));
    else await this.untilAnswered(() => this.person.send(line));
  }

  private async choose(number: number): Promise<void> {
    const choice = this.choices[number - 1];
    if (choice === undefined) {
      this.say(this.page.paint.notice(this.words.noSuchButton(number, this.choices.length)));
      return;
    }
    const label = "key" in choice ? choice.key : choice.button.text;
    this.say(this.page.paint.dim(`  → ${label}`));
    await this.untilAnswered(async () => {
      if ("key" in choice) return this.person.send(choice.key);
      const pressed = await this.person.pressButton(choice.messageId, choice.button);
      if (pressed.kind === "url") this.say(this.words.open(pressed.url));
      if (pressed.kind === "copied") this.say(this.words.copied(pressed.text));
      return pressed.kind === "callback" ? pressed.update : undefined;
    });
  }

  /** Acts, and waits until the bot has taken the update and, when nobody is there to wait, has reacted to it. */
  private async untilAnswered(act: () => Promise<unknown>): Promise<void> {
    const before = this.reactions;
    const timeoutMs = this.options.patienceMs ?? 10_000;
    if ((await act()) === undefined) return;
    try {
      await this.person.settled({ timeoutMs });
      if (!this.isTerminal && this.reactions === before) await this.reaction(timeoutMs);
    } catch {
      this.say(this.page.paint.notice(this.words.silent));
    }
  }

  private reaction(timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("no reaction")), timeoutMs);
      this.onReaction = () => {
        clearTimeout(timer);
        this.onReaction = undefined;
        resolve();
      };
    });
  }

  private onChange(change: Change): void {
    if (change.kind === "notice") {
      this.say(this.page.paint.notice(`  « ${change.notice.text} »`));
    } else {
      const id = change.message.message_id;
      const message = this.person.messages().find(({ messageId }) => messageId === id);
      if (message === undefined) this.forget(id);
      else if (message.isFromBot) this.show(message);
      else return;
    }
    this.reactions += 1;
    this.onReaction?.();
  }

  private show(message: SeenMessage): void {
    const before = this.printed.get(message.messageId);
    this.printed.set(message.messageId, message);
    const keys = this.person.keyboard();
    const hasLostButtons = before?.html === message.html && message.buttons.length === 0;
    if (hasLostButtons) {
      this.forget(message.messageId);
      return;
    }
    const { paint } = this.page;
    const time = this.clock.format(message.date);
    const edited = message.isEdited ? ` · ${this.words.edited}` : "";
    const heading = paint.bold(message.author) + paint.dim(` · ${time}${edited}`);
    const buttons = message.buttons.flat();
    const keyRows = keys.map((row) => row.map((text) => ({ text })));
    const lines = messageLines(message, heading, this.page);
    const keyLines = buttonLines(keyRows, buttons.length + 1, this.page).map((line) => `  ${line}`);
    if (buttons.length > 0 || keys.length > 0 || this.isCurrent(message.messageId)) {
      const inline = buttons.map((button) => ({ messageId: message.messageId, button }));
      this.choices = [...inline, ...keys.flat().map((key) => ({ key }))];
    }
    this.say(["", ...lines, ...keyLines].join("\n"));
  }

  private showCommands(): void {
    const commands = this.person.commands();
    const longest = Math.max(0, ...commands.map(({ command }) => command.length));
    const lines = commands.map(({ command, description }) => {
      const name = `/${command}`.padEnd(longest + 1);
      return `  ${this.page.paint.button(name)}  ${wrap(description, this.page.width)[0] ?? ""}`;
    });
    this.say(lines.length === 0 ? this.words.noCommands : lines.join("\n"));
  }

  private isCurrent(messageId: number): boolean {
    return this.choices.some((choice) => "messageId" in choice && choice.messageId === messageId);
  }

  private forget(messageId: number): void {
    if (this.isCurrent(messageId)) this.choices = [];
  }

  private say(text: string): void {
    if (!this.isTerminal) {
      this.options.output.write(`${text}\n`);
      return;
    }
    // What the bot says must not land in the middle of what the person is typing.
    cursorTo(this.options.output, 0);
    clearScreenDown(this.options.output);
    this.options.output.write(`${text}\n`);
    this.lines.prompt(true);
  }

  private prompt(): void {
    if (this.isTerminal) this.lines.prompt(true);
  }
}
