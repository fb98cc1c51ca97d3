import type { Say } from "@ricevimenti/core";

/**
 * Why a message was not delivered, in the user's language. It is kept as the adapters said it, in English: the words
 * before the colon tell who said no, what follows is the code to look up.
 */
export function deliveryReason(error: string, say: Say): string {
  const [, who = "", code = ""] = /^(.*?): (.*?)(?: to .*)?$/.exec(error) ?? [];
  switch (who) {
    case "the mail server did not take the message":
      if (code.startsWith("EAUTH")) return say("reason-mail-login", { code });
      return say(/^\d/.test(code) ? "reason-mail-refused" : "reason-mail-silent", { code });
    case "the mail folder cannot be written to":
      return say("reason-mail-folder", { code });
    case "telegram":
      if (code === "blocked") return say("reason-telegram-blocked");
      return say(code === "network" ? "reason-telegram-silent" : "reason-telegram-refused", { code });
    default:
      return say(/address is not one mailbox$/.test(error) ? "reason-address" : "reason-other");
  }
}
