import type { WishChoice, WishInput } from "@ricevimenti/core";
import type { Visit } from "./conversation/draft.ts";

/** What the core is asked about a wish that is being put together. */
export function wishInput({
  office,
  service,
  moving,
  picked,
}: Visit & { readonly picked: WishChoice }): WishInput {
  return {
    ...{ office, picked },
    ...(service !== null && { service }),
    ...(moving && { moving: moving.code }),
  };
}
