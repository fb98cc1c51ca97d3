import type { Office } from "@ricevimenti/core";
import { bold, lines, paragraphs } from "../html.ts";
import { navigation, type Screen, type Telling } from "./screen.ts";
import { serviceOf } from "./subject.ts";

/** What the words that were typed may mean: offices, or topics of one. */
export function foundScreen(
  data: { readonly subjects: readonly { readonly office: Office; readonly service: string | null }[] },
  { say }: Telling,
): Screen {
  const found = data.subjects.map(({ office, service }) => ({
    office,
    service: serviceOf(office, service),
  }));
  const names = found.map(({ office, service }) => service?.name ?? office.name);
  const isAmbiguous = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  return {
    text: paragraphs(
      bold(say("found-title")),
      ...found.map(({ office, service }) =>
        lines(bold(service?.name ?? office.name), service ? office.name : (office.unit ?? null)),
      ),
    ),
    rows: [
      ...found.map(({ office, service }, index) => {
        const name = service?.name ?? office.name;
        const text = service && isAmbiguous(name) ? `${name} (${office.name})` : name;
        return [{ text, verb: "found" as const, argument: String(index) }];
      }),
      navigation(say),
    ],
  };
}
