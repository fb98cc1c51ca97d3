/** Where most Italian citizens have their mailbox, and honest neighbours of these. */
const WELL_KNOWN = [
  "gmail.com",
  "googlemail.com",
  "libero.it",
  "virgilio.it",
  "hotmail.it",
  "hotmail.com",
  "outlook.it",
  "outlook.com",
  "yahoo.it",
  "yahoo.com",
  "icloud.com",
  "tiscali.it",
  "tiscalinet.it",
  "alice.it",
  "live.it",
  "live.com",
  "tim.it",
  "tin.it",
  "inwind.it",
  "iol.it",
  "email.it",
  "fastwebnet.it",
  "fastmail.com",
  "poste.it",
  "aruba.it",
  "pec.it",
  "legalmail.it",
  "msn.com",
  "me.com",
  "mail.com",
  "mail.it",
  "protonmail.com",
  "proton.me",
] as const;

/** Names that exist under one ending only: any other ending is a slip. */
const ONE_ENDING = new Map([
  ["gmail", "gmail.com"],
  ["icloud", "icloud.com"],
  ["libero", "libero.it"],
  ["virgilio", "virgilio.it"],
  ["tiscali", "tiscali.it"],
  ["alice", "alice.it"],
]);

/** Shorter domains have too many honest neighbours. */
const SHORTEST = "alice.it".length;

/**
 * The address that was probably meant, when the domain is one slip of the finger away from a well-known one; null for
 * every other. It is asked about, never corrected unasked: "gmial.com" may exist.
 */
export function meantAddress(email: string): string | null {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1).toLowerCase();
  if (WELL_KNOWN.some((known) => known === domain)) return null;
  const [name = ""] = domain.split(".");
  const meant =
    ONE_ENDING.get(name) ??
    WELL_KNOWN.find((known) => known.length >= SHORTEST && isOneSlipAway(domain, known));
  return meant ? `${email.slice(0, at + 1)}${meant}` : null;
}

/** One letter wrong, missing or too many, or two neighbours exchanged (optimal string alignment distance 1). */
export function isOneSlipAway(written: string, meant: string): boolean {
  if (Math.abs(written.length - meant.length) > 1) return false;
  let from = 0;
  while (from < written.length && written[from] === meant[from]) from++;
  const rest = (text: string, skipped: number) => text.slice(from + skipped);
  return (
    rest(written, 1) === rest(meant, 1) ||
    rest(written, 1) === rest(meant, 0) ||
    rest(written, 0) === rest(meant, 1) ||
    (written[from] === meant[from + 1] &&
      written[from + 1] === meant[from] &&
      rest(written, 2) === rest(meant, 2))
  );
}
