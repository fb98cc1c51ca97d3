import type { NodemailerError } from "nodemailer";
import { DeliveryError } from "../../ports.ts";
import type { MailTransport, MailTransportOptions } from "./delivery.ts";
import { envelopeOf } from "./envelope.ts";

/** Milliseconds; a mail server that is silent for longer is not there. */
const TIMEOUTS = { connection: 10_000, socket: 30_000 };

/** Delivery to a mail server, over a few connections that are kept for the next message. */
export function openSmtp(mailUrl: string, { timeouts = TIMEOUTS }: MailTransportOptions): MailTransport {
  type Pool = Awaited<ReturnType<typeof connect>>;
  const settings = smtpSettings(mailUrl);
  let pool: Promise<Pool> | null = null;

  // Loading nodemailer costs 90 ms, which a command that sends nothing should not pay.
  const connect = async () => {
    const { createTransport } = await import("nodemailer");
    return createTransport({
      ...settings,
      pool: true,
      maxConnections: 3,
      // When a message is tried again is for the outbox to decide, which knows whether it is still wanted.
      maxRequeues: 0,
      idleTimeout: timeouts.socket / 2,
      connectionTimeout: timeouts.connection,
      greetingTimeout: timeouts.connection,
      dnsTimeout: timeouts.connection,
      socketTimeout: timeouts.socket,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
  const connected = (): Promise<Pool> => {
    pool ??= connect();
    return pool;
  };

  return {
    deliver: async (message, at) => {
      const mail = envelopeOf(message, at);
      const transport = await connected();
      await transport.sendMail(mail).catch(failed);
    },
    verify: async () => {
      const transport = await connected();
      await transport.verify().catch(failed);
    },
    close: async () => {
      const open = pool;
      pool = null;
      if (open) (await open).close();
    },
  };
}

function smtpSettings(mailUrl: string) {
  // Not `new URL`, whose error would carry the password along.
  const url = URL.parse(mailUrl);
  if (!url?.hostname || !["smtp:", "smtps:"].includes(url.protocol))
    throw new Error("MAIL_URL is no smtp:// or smtps:// address");
  const secure = url.protocol === "smtps:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const user = decodeURIComponent(url.username);
  return {
    host,
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // A password crosses no network in the clear.
    requireTLS: !secure && user !== "" && !isLoopback(host),
    ...(user === "" ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
  };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

/**
 * What is told of a failure: the step and the server's codes. Never its words, nor the error itself, which repeat the
 * recipient's address. For good are only 5xx answers to this recipient or this message; what concerns the session
 * (greeting, TLS, password, sender) is the operator's to mend, and the message can wait for it.
 */
function failed(cause: NodemailerError): never {
  const { command, responseCode, response = "", code = "unknown" } = cause;
  const step = command === "RCPT TO" || command === "DATA" ? command : null;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  const answer = responseCode === undefined ? code : `${responseCode}${enhanced ? ` ${enhanced}` : ""}`;
  const at = responseCode === undefined || !command ? "" : ` to ${command.split(" ")[0]}`;
  throw new DeliveryError(`the mail server did not take the message: ${answer}${at}`, {
    code: answer,
    permanent: step !== null && cause.permanent === true && responseCode !== 530,
  });
}
