import { expect, test } from "vitest";
import { EVENT_KINDS } from "../../../packages/core/src/domain/event.ts";
import { STAFF_ACTS } from "../../../packages/core/src/domain/staff-act.ts";
import { localesOf, texts } from "../../../packages/core/src/texts/catalogue.ts";

const ACTS = [
  ...STAFF_ACTS,
  ...EVENT_KINDS.map((kind) => `booking_${kind}`),
  "office_saved",
  "office_removed",
].map((act) => `act-${act.replaceAll("_", "-")}`);

test.each(localesOf("cli"))(
  "whatever officials can have done, the trail has words for it in %s",
  (locale) => {
    const say = texts("cli", locale);
    const words = ACTS.map((id) => say(id));
    expect(new Set(words).size).toBe(ACTS.length);
  },
);
