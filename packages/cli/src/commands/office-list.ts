import { officeJson, slotLine } from "@ricevimenti/core";
import { done } from "../answer.ts";
import { type Run, withCore } from "../context.ts";
import { releaseText } from "../release-text.ts";
import { columnsOf } from "../table.ts";

/** The offices in the order citizens see them. */
export const officeList: Run = (context) =>
  withCore(context, async (core) => {
    const offices = await core.listOffices();
    const { say, io, locale } = context;
    const head = ["office-id", "office-name", "unit", "now", "next"].map((name) => say(`head-${name}`));
    const rows = () =>
      offices.map(({ office, timezone, openNow, next, nextRelease }) => [
        office.id,
        office.name,
        office.unit ?? "",
        openNow ? say("open-now") : say("outside-hours"),
        next ? slotLine(next, locale, timezone) : releaseText(nextRelease, timezone, context),
      ]);
    return done(
      () =>
        offices.length > 0
          ? columnsOf(rows(), { width: io.columns, head, colour: io.colour, spare: 2 })
          : `${say("offices-none")}\n`,
      () => offices.map(officeJson),
    );
  });
