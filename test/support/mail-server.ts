import type { AddressInfo, Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** A mail as it arrived: what the SMTP commands said, the source, and the source read by `mailparser`. */
export interface ReceivedMail {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly source: string;
  readonly mail: ParsedMail;
}

/** Steps of an SMTP session at which the server can be told to misbehave. */
export type SmtpStep = "connect" | "auth" | "mail" | "rcpt" | "data";

/** What the server does once, at the next occasion, instead of saying yes. */
export type SmtpAnswer =
  /** Refuses, for example with 451 (later) or 550 (never). */
  | { readonly at: SmtpStep; readonly code: number; readonly text: string }
  /** Says nothing more on that connection. */
  | { readonly at: SmtpStep; readonly silent: true }
  /** Takes the message once this lets it. */
  | { readonly at: "data"; readonly after: () => Promise<void> }
  /** Takes the message, and the line breaks before it has said so. */
  | { readonly at: "data"; readonly drop: true }
  /** Takes the message, and never says so. */
  | { readonly at: "data"; readonly mute: true };

export interface MailServer {
  /** For `MAIL_URL`, with user and password where they are asked for. */
  readonly url: string;
  readonly port: number;
  /** Everything taken so far, oldest first. */
  readonly messages: readonly ReceivedMail[];
  /** Resolves with the first `count` messages, as soon as there are that many. */
  received(count: number): Promise<readonly ReceivedMail[]>;
  answerNext(answer: SmtpAnswer): void;
  close(): Promise<void>;
}

export interface MailServerOptions {
  /** Asks for these, and refuses others with 535. */
  readonly auth?: { readonly user: string; readonly password: string };
  /** TLS from the start, with a certificate nobody has signed. */
  readonly secure?: boolean;
}

/** A real SMTP server on a port of its own, on this machine only. */
export async function startMailServer({ auth, secure = false }: MailServerOptions = {}): Promise<MailServer> {
  const messages: ReceivedMail[] = [];
  const answers: SmtpAnswer[] = [];
  const sockets = new Map<number, Socket>();
  let waiting: { readonly count: number; readonly resolve: () => void }[] = [];

  /** Takes the programmed answer of this step, if there is one, and gives it; false: nothing was programmed. */
  const misbehave = (at: SmtpStep, refuse: (error: Error) => void): boolean => {
    const index = answers.findIndex((answer) => answer.at === at && !isLost(answer));
    const [answer] = index < 0 ? [] : answers.splice(index, 1);
    if (answer && "code" in answer)
      refuse(Object.assign(new Error(answer.text), { responseCode: answer.code }));
    return answer !== undefined;
  };
  const step =
    (at: SmtpStep) => (_what: unknown, _session: unknown, done: (error?: Error | null) => void) => {
      if (!misbehave(at, done)) done();
    };
  /** Whether the answer to a message that was taken gets lost, as programmed. */
  const loseAnswer = ({ remotePort }: SMTPServerSession): boolean => {
    const index = answers.findIndex(isLost);
    const [answer] = index < 0 ? [] : answers.splice(index, 1);
    if (answer && "drop" in answer) sockets.get(remotePort)?.destroy();
    return answer !== undefined;
  };

  const server = new SMTPServer({
    secure,
    name: "mail.example.org",
    disabledCommands: auth ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
    allowInsecureAuth: true,
    authOptional: !auth,
    disableReverseLookup: true,
    closeTimeout: 10,
    // Not even the warning that its certificate is public.
    logger: false,
    onConnect: (_session, done) => {
      if (!misbehave("connect", done)) done();
    },
    onAuth: ({ username, password }, _session, done) => {
      if (misbehave("auth", done)) return;
      const known = username === auth?.user && password === auth?.password;
      if (known) done(null, { user: username });
      else done(Object.assign(new Error("5.7.8 Authentication failed"), { responseCode: 535 }));
    },
    onMailFrom: step("mail"),
    onRcptTo: step("rcpt"),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const slow = answers.findIndex((answer) => "after" in answer);
        const [patient] = slow < 0 ? [] : answers.splice(slow, 1);
        if (patient && "after" in patient) await patient.after();
        if (misbehave("data", done)) return;
        const source = Buffer.concat(chunks);
        const { mailFrom, rcptTo } = session.envelope;
        messages.push({
          envelope: { from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address) },
          source: source.toString("utf8"),
          mail: await simpleParser(source),
        });
        waiting = waiting.filter(({ count, resolve }) => messages.length < count || resolve());
        if (!loseAnswer(session)) done();
      });
    },
  });
  // Connections that break are part of the programme.
  server.on("error", () => {});
  // Not the raw socket below a TLS one: Node 24 crashes when that is destroyed.
  server.server.on(secure ? "secureConnection" : "connection", (socket: Socket) => {
    const { remotePort } = socket;
    if (remotePort === undefined) return;
    sockets.set(remotePort, socket);
    socket.once("close", () => sockets.delete(remotePort));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const login = auth ? `${encodeURIComponent(auth.user)}:${encodeURIComponent(auth.password)}@` : "";

  return {
    url: `${secure ? "smtps" : "smtp"}://${login}127.0.0.1:${port}`,
    port,
    messages,
    received: async (count) => {
      if (messages.length < count) {
        await new Promise<void>((resolve) => {
          waiting.push({ count, resolve });
        });
      }
      return messages.slice(0, count);
    },
    answerNext: (answer) => {
      answers.push(answer);
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.values()) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function isLost(answer: SmtpAnswer): boolean {
  return "drop" in answer || "mute" in answer;
}
