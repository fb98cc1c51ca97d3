import type { Office } from "@ricevimenti/core";
import { bold, lines, paragraphs } from "../html.ts";
import { navigation, pageLine, pageOf, pager, type Screen, type Telling } from "./screen.ts";

const SERVICES_PER_PAGE = 8;

/** The topics of an office, and a way past them for whoever comes for something else. */
export function servicesScreen(
  data: { readonly office: Office; readonly page: number },
  { say }: Telling,
): Screen {
  const page = pageOf(data.office.services ?? [], data.page, SERVICES_PER_PAGE);
  return {
    text: paragraphs(
      lines(bold(data.office.name), data.office.unit ?? null),
      say("choose-service"),
      pageLine(page, say),
    ),
    rows: [
      ...page.items.map(({ id, name }) => [{ text: name, verb: "service" as const, argument: id }]),
      [{ text: say("button-other-service"), verb: "service", argument: "" }],
      pager(page, say),
      navigation(say),
    ],
  };
}
