import { mkdir, mkdtemp, open, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { SendMailOptions } from "nodemailer";
import { DeliveryError, type MailMessage } from "../../ports.ts";
import type { MailTransport, MailTransportOptions } from "./delivery.ts";
import { envelopeOf } from "./envelope.ts";

/**
 * Delivery into a folder of `.eml` files: to try things out, or for a mail program that watches it. A file appears
 * whole or not at all, and a second delivery of a message replaces the first, because its name is the Message-ID's.
 */
export function openMailFolder(mailUrl: string, { cwd = "." }: MailTransportOptions): MailTransport {
  const folder = mailUrl.startsWith("file://")
    ? fileURLToPath(mailUrl)
    : resolve(cwd, mailUrl.slice("file:".length));

  return {
    deliver: async (message, at) => {
      const mail = envelopeOf(message, at);
      await compose(mail)
        .then((source) => write(folder, fileName(message), source))
        .catch(failed);
    },
    verify: async () => {
      await prepare(folder)
        .then((scratch) => rm(scratch, { recursive: true }))
        .catch(failed);
    },
    close: async () => {},
  };
}

async function compose(mail: SendMailOptions): Promise<Buffer> {
  const { createTransport } = await import("nodemailer");
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return (await composer.sendMail(mail)).message as Buffer;
}

function fileName({ messageId }: MailMessage): string {
  return `${messageId
    .replace(/[^A-Za-z0-9@._-]/g, "")
    .replace(/^\.+/, "")
    .slice(0, 200)}.eml`;
}

/** Citizens' mails are for the owner of the folder only. A folder of its own for each writing: two never meet. */
async function prepare(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return mkdtemp(join(folder, ".writing-"));
}

async function write(folder: string, name: string, source: Buffer): Promise<void> {
  const scratch = await prepare(folder);
  try {
    const file = await open(join(scratch, name), "wx", 0o600);
    try {
      await file.writeFile(source);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(join(scratch, name), join(folder, name));
    await syncFolder(folder);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The rename itself survives a power cut only when the folder is on disk. Windows cannot open one. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function failed(cause: NodeJS.ErrnoException): never {
  const { code = "unknown" } = cause;
  throw new DeliveryError(`the mail folder cannot be written to: ${code}`, { code });
}
