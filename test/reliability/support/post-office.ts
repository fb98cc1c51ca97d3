import { EventEmitter, once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** What a recipient's mail server does with a message: takes it, or one of the ways in which it does not. */
export type Conduct =
  | "takes it"
  /** Refuses with this code, at RCPT TO. */
  | { readonly refuses: number }
  /** Breaks the line at RCPT TO. */
  | "hangs up"
  /** Says nothing any more after RCPT TO, and leaves the line open. */
  | "falls silent"
  /** Takes the message, and the line breaks before it has said so. */
  | "drops after the data"
  /** Takes this long for the answer to the message, in milliseconds. */
  | { readonly takes: number };

/** A message as it was handed over; `source` is read by whoever wants to know more. */
export interface Posted {
  readonly to: string;
  readonly messageId: string;
  readonly source: string;
}

/** A mail server on this machine that serves many recipients, each in its own way, and looks at nothing it takes. */
export class PostOffice {
  readonly url: string;
  readonly posted: Posted[] = [];
  /** How often each recipient has been spoken of at RCPT TO, whatever came of it. */
  readonly tries = new Map<string, number>();
  conduct: (recipient: string) => Conduct = () => "takes it";
  readonly #server: SMTPServer;
  readonly #sockets: Set<Socket>;
  readonly #events = new EventEmitter();

  private constructor(server: SMTPServer, url: string, sockets: Set<Socket>) {
    this.#server = server;
    this.url = url;
    this.#sockets = sockets;
    this.#events.setMaxListeners(0);
  }

  /** @param port 0 takes a free one; another, that of a server that has been closed */
  static async open(port = 0): Promise<PostOffice> {
    const sockets = new Set<Socket>();
    const server: SMTPServer = new SMTPServer({
      name: "mail.example.org",
      disabledCommands: ["STARTTLS", "AUTH"],
      disableReverseLookup: true,
      closeTimeout: 10,
      logger: false,
      onRcptTo: ({ address }, session, done) => office.#asked(address, session, done),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => office.#given(Buffer.concat(chunks).toString("utf8"), session, done));
      },
    });
    // Connections that break are part of the programme.
    server.on("error", () => {});
    server.server.on("connection", (socket: Socket) => {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    const { port: taken } = server.server.address() as AddressInfo;
    const office: PostOffice = new PostOffice(server, `smtp://127.0.0.1:${taken}`, sockets);
    return office;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Resolves as soon as so many messages have been taken. */
  async taken(count: number): Promise<void> {
    while (this.posted.length < count) await once(this.#events, "taken");
  }

  /** Resolves as soon as a recipient has been spoken of so often. */
  async asked(recipient: string, times = 1): Promise<void> {
    while ((this.tries.get(recipient) ?? 0) < times) await once(this.#events, "asked");
  }

  /** Breaks every line there is; new ones are answered. */
  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.hangUp();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #asked(recipient: string, session: SMTPServerSession, done: (error?: Error | null) => void): void {
    this.tries.set(recipient, (this.tries.get(recipient) ?? 0) + 1);
    const conduct = this.conduct(recipient);
    if (typeof conduct === "object" && "refuses" in conduct)
      done(Object.assign(new Error("as the test wants it"), { responseCode: conduct.refuses }));
    else if (conduct === "hangs up") this.#hangUpOn(session);
    else if (conduct !== "falls silent") done();
    this.#events.emit("asked");
  }

  #given(source: string, session: SMTPServerSession, done: (error?: Error | null) => void): void {
    const to = session.envelope.rcptTo[0]?.address ?? "";
    const messageId = /^Message-ID: (.*)$/im.exec(source)?.[1]?.trim() ?? "";
    this.posted.push({ to, messageId, source });
    const conduct = this.conduct(to);
    if (conduct === "drops after the data") this.#hangUpOn(session);
    else if (typeof conduct === "object" && "takes" in conduct) setTimeout(done, conduct.takes);
    else done();
    this.#events.emit("taken");
  }

  #hangUpOn({ remotePort }: SMTPServerSession): void {
    for (const socket of this.#sockets) if (socket.remotePort === remotePort) socket.destroy();
  }
}
