import type { Core, Log } from "@ricevimenti/core";
import { Api } from "grammy";
import { ChatScreens } from "./chat-screens.ts";
import { Ledger } from "./ledger.ts";
import { Presenter } from "./presenter.ts";
import { Renderer } from "./rendering/renderer.ts";

/** A screen is shown again when its call takes longer; much less than a lease. */
const CALL_SECONDS = 10;

/**
 * The presenter of one process. Its client retries nothing by itself: the presenter does its own waiting.
 *
 * @param options.process tells it from all others that ever work on the town's chats
 * @param options.tries of one screen before it is left to others
 */
export function presenterFor(
  core: Core,
  options: {
    readonly token: string;
    readonly apiRoot?: string;
    readonly publicUrl: string;
    readonly log: Log;
    readonly process: string;
    readonly tries?: number;
  },
): Presenter {
  const { token, apiRoot, publicUrl, process, log, tries } = options;
  const api = new Api(token, { ...(apiRoot ? { apiRoot } : {}), timeoutSeconds: CALL_SECONDS });
  return new Presenter({
    core,
    screens: new ChatScreens(api, new Renderer(core, publicUrl)),
    ledger: new Ledger(core, process),
    log,
    ...(tries === undefined ? {} : { tries }),
  });
}
