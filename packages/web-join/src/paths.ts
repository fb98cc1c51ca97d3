/** Where each page lives, as the router reads it; CONTRACT.md, "Web addresses". */
export const ROUTES = {
  home: "/",
  services: "/servizi",
  service: "/servizi/:office/:service",
  book: "/prenota",
  details: "/prenota/:code/dettagli",
  applicant: "/prenota/:code/richiedente",
  summary: "/prenota/:code/riepilogo",
  sent: "/prenota/:code/inviata",
  sendAgain: "/prenota/:code/inviata/rispedisci",
  correct: "/prenota/:code/inviata/correggi",
  confirm: "/conferma/:token",
  booking: "/prenotazione/:token",
  cancel: "/prenotazione/:token/annulla",
  move: "/prenotazione/:token/modifica",
  instead: "/prenotazione/:token/proposta",
  late: "/prenotazione/:token/ritardo",
  resend: "/prenotazione/:token/rispedisci",
  erase: "/prenotazione/:token/cancella-dati",
  join: "/partecipa/:token",
  waiting: "/attesa",
  waitingSent: "/attesa/inviata",
  waitingLeft: "/attesa/uscita",
  waitingEntry: "/attesa/:token",
  waitingChange: "/attesa/:token/modifica",
  calendar: "/calendario/:file{.+\\.ics}",
  feed: "/agenda/:file{.+\\.ics}",
  privacy: "/privacy",
  accessibility: "/accessibilita",
  robots: "/robots.txt",
  health: "/healthz",
  ready: "/readyz",
  metrics: "/metrics",
  asset: "/assets/:name",
} as const;

/** Where programs read. */
export const API = "/api/v1";

/** Folders whose pages belong to one booking or one visitor: never cached, never indexed. */
export const PRIVATE_FOLDERS = [
  "/prenota/",
  "/conferma/",
  "/prenotazione/",
  "/partecipa/",
  "/calendario/",
  "/attesa/",
] as const;

/** The pages of the journey that follow the choice of a time. */
export type Step = "details" | "applicant" | "summary" | "sent" | "sendAgain" | "correct";

export interface Paths {
  /** What stands before every path: empty, or `/appuntamenti` where the town publishes us under a folder. */
  readonly base: string;
  readonly home: string;
  readonly services: string;
  readonly book: string;
  readonly waiting: string;
  readonly waitingSent: string;
  readonly waitingLeft: string;
  readonly privacy: string;
  readonly accessibility: string;
  service(office: string, service: string): string;
  /** A step of the booking with that code. */
  step(step: Step, code: string): string;
  asset(name: string): string;
  /** The bot, or the office's place in it; null without a bot. */
  bot(office?: string): string | null;
}

/** Paths as the visitor's browser must ask for them. */
export function pathsFor(publicUrl: string, botUsername?: string): Paths {
  const base = basePath(publicUrl);
  return {
    base,
    home: `${base}${ROUTES.home}`,
    services: `${base}${ROUTES.services}`,
    book: `${base}${ROUTES.book}`,
    waiting: `${base}${ROUTES.waiting}`,
    waitingSent: `${base}${ROUTES.waitingSent}`,
    waitingLeft: `${base}${ROUTES.waitingLeft}`,
    privacy: `${base}${ROUTES.privacy}`,
    accessibility: `${base}${ROUTES.accessibility}`,
    service: (office, service) => `${base}${ROUTES.services}/${office}/${service}`,
    step: (step, code) => base + ROUTES[step].replace(":code", code),
    asset: (name) => `${base}/assets/${name}`,
    bot: (office) =>
      botUsername
        ? `https://t.me/${botUsername}${office === undefined ? "" : `?start=ufficio_${office}`}`
        : null,
  };
}

/** The folder of the public address, without a slash at its end. */
export function basePath(publicUrl: string): string {
  return new URL(publicUrl).pathname.replace(/\/+$/, "");
}

/**
 * The path of one of the core's absolute links. Pages link to each other by path, so that a visitor who came by
 * another name of the same server stays there (a form may not lead to another origin).
 */
export function pathOf(link: string): string {
  return new URL(link).pathname;
}

/** What a query may hold: what is null or undefined is left out. */
export type Query = Readonly<Record<string, string | null | undefined>>;

/** The path with a query and, behind `#`, a place on the page. */
export function withQuery(path: string, query: Query, fragment = ""): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] != null);
  const search = new URLSearchParams(pairs).toString();
  return `${path}${search && `?${search}`}${fragment && `#${fragment}`}`;
}
