import type { MiddlewareHandler } from "hono";
import { formBody } from "./form-body.ts";
import { pressedIn } from "./journey/form-actions.ts";
import { isTrapped } from "./parts/trap.ts";
import { plainPage } from "./plain-page.ts";
import type { Site } from "./site.ts";
import { tooMany } from "./too-many.ts";

/** What stands before the presses that programs would like to send by the thousand. */
export interface Guards {
  /** Filling in the form at all. */
  readonly form: MiddlewareHandler;
  /** Taking a time. */
  readonly hold: MiddlewareHandler;
  /** Having a mail sent to an address the visitor has typed, or to a booking's. */
  readonly mail: MiddlewareHandler;
}

export function guardsOf(site: Site): Guards {
  const { limits } = site;
  const form: MiddlewareHandler = async function noPrograms(c, next) {
    return isTrapped(await formBody(c)) ? plainPage(c, site, "trapped", 422) : next();
  };
  return {
    form,
    hold: async function someTimes(c, next) {
      const wait = await limits.byAddress(c, "holds");
      return wait === null ? next() : tooMany(c, site, "too-many", wait);
    },
    mail: async function someMails(c, next) {
      // The other buttons of the form send nothing.
      if (pressedIn(await formBody(c)) !== "next") return next();
      const wait = await limits.byAddress(c, "mails");
      return wait === null ? next() : tooMany(c, site, "too-many", wait);
    },
  };
}
