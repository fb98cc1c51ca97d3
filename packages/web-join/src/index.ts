/** The citizens' web pages: what a link in a mail or chat leads to. */
export { createApp } from "./app.ts";
export type { ListenOptions, Mounted, WebOptions } from "./options.ts";
export { type RunningWeb, startWeb } from "./server.ts";
