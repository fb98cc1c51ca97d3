import {
  type BookingLinks,
  codeToken,
  type Derive,
  type LinkPurpose,
  type TokenSubject,
  tokenFor,
} from "./token.ts";

/** The addresses of CONTRACT.md, "Web addresses", that stand in mails. */
const PATHS = {
  confirm: (token) => `/conferma/${token}`,
  manage: (token) => `/prenotazione/${token}`,
  join: (token) => `/partecipa/${token}`,
  calendar: (token) => `/calendario/${token}.ics`,
} as const satisfies Record<LinkPurpose, (token: string) => string>;

/**
 * @param publicUrl what every link starts with, without a slash at its end
 */
export function bookingLinks(derive: Derive, publicUrl: string, subject: TokenSubject): BookingLinks {
  const link = (purpose: LinkPurpose) => publicUrl + PATHS[purpose](tokenFor(derive, purpose, subject));
  // Each is derived when it is asked for: most looks at a booking need one of them, or none.
  return {
    get confirm() {
      return link("confirm");
    },
    get manage() {
      return link("manage");
    },
    get join() {
      return link("join");
    },
    get calendar() {
      return link("calendar");
    },
  };
}

/** Where somebody on the waiting list answers, or leaves it. */
export function waitingLink(derive: Derive, publicUrl: string, code: string): string {
  return `${publicUrl}/attesa/${codeToken(derive, "waiting", code)}`;
}
