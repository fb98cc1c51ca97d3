/** Where each page lives, as the router reads it; CONTRACT.md, "Web addresses". */
export const ROUTES = {
  home: "/",
  confirm: "/conferma/:token",
  booking: "/prenotazione/:token",
  cancel: "/prenotazione/:token/annulla",
  move: "/prenotazione/:token/modifica",
  join: "/partecipa/:token",
  calendar: "/calendario/:file{.+\\.ics}",
  privacy: "/privacy",
  accessibility: "/accessibilita",
  robots: "/robots.txt",
  health: "/healthz",
  ready: "/readyz",
  asset: "/assets/:name",
} as const;

/** Folders whose pages belong to one booking: never cached, never indexed. */
export const TOKEN_FOLDERS = ["/conferma/", "/prenotazione/", "/partecipa/", "/calendario/"] as const;

export interface Paths {
  /** What stands before every path: empty, or `/appuntamenti` where the town publishes us under a folder. */
  readonly base: string;
  readonly home: string;
  readonly privacy: string;
  readonly accessibility: string;
  asset(name: string): string;
  /** The office's place in the bot; null without a bot. */
  bot(office: string): string | null;
}

/** Paths as the visitor's browser must ask for them. */
export function pathsFor(publicUrl: string, botUsername?: string): Paths {
  const base = basePath(publicUrl);
  return {
    base,
    home: `${base}${ROUTES.home}`,
    privacy: `${base}${ROUTES.privacy}`,
    accessibility: `${base}${ROUTES.accessibility}`,
    asset: (name) => `${base}/assets/${name}`,
    bot: (office) => (botUsername ? `https://t.me/${botUsername}?start=ufficio_${office}` : null),
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
