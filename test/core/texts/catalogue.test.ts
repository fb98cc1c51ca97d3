import { readdirSync, readFileSync } from "node:fs";
import { FluentResource } from "@fluent/bundle";
import { describe, expect, test } from "vitest";
import {
  AREAS,
  type Area,
  localeFrom,
  localesOf,
  texts,
} from "../../../packages/core/src/texts/catalogue.ts";

const FOLDER = new URL("../../../packages/core/locales/", import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".ftl"));
const areas = AREAS.filter((area) => files.some((name) => name.startsWith(`${area}.`)));

const PACKAGES = new URL("../../../packages/", import.meta.url);
const sources = readdirSync(PACKAGES).flatMap((name) =>
  readdirSync(new URL(`${name}/src/`, PACKAGES), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(new URL(`${name}/src/${file}`, PACKAGES), "utf8")),
);
/** Ids that are put together: `state-${state}`. */
const made = sources
  .flatMap((source) => [...source.matchAll(/`([a-z-]*)\$\{[^}`]*\}([a-z-]*)`/g)])
  .filter(([, before = "", after = ""]) => before.length + after.length >= 4)
  .map(([, before, after]) => new RegExp(`^${before}[a-z0-9-]+${after}$`));

/** The messages of a file, each with the variables it needs. */
function messages(file: string): Map<string, string[]> {
  const { body } = new FluentResource(readFileSync(new URL(file, FOLDER), "utf8"));
  return new Map(body.map(({ id, value, attributes }) => [id, variables([value, attributes])]));
}

function variables(node: unknown): string[] {
  const found = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    if ("type" in part && part.type === "var" && "name" in part) found.add(String(part.name));
    for (const value of Object.values(part)) visit(value);
  };
  visit(node);
  return [...found].sort();
}

/** The messages of a file that depend on a number, each with the forms it has. */
function plurals(file: string): [string, string[]][] {
  const { body } = new FluentResource(readFileSync(new URL(file, FOLDER), "utf8"));
  return body.flatMap(({ id, value }): [string, string[]][] => {
    const keys = (Array.isArray(value) ? value : [])
      .flatMap((part) => (typeof part === "object" && part.type === "select" ? part.variants : []))
      .map(({ key }) => String(key.value));
    return keys.includes("one") ? [[id, keys]] : [];
  });
}

describe("the catalogue", () => {
  test("has the areas that everything else is built on", () => {
    expect(areas).toEqual(expect.arrayContaining(["common", "mail"]));
  });

  test.each(files)("%s belongs to a known area and language", (file) => {
    const [area, locale, ending] = file.split(".");
    expect(AREAS).toContain(area);
    expect(localesOf(area as Area)).toContain(localeFrom(locale ?? ""));
    expect(ending).toBe("ftl");
  });

  test.each(files)("%s is read without junk and says no id twice", (file) => {
    const source = readFileSync(new URL(file, FOLDER), "utf8");
    const written = [...source.matchAll(/^(-?[a-zA-Z][\w-]*) *=/gm)].map((match) => match[1]);
    const odd = source
      .split("\n")
      .filter((line) => !/^(#.*|\s*|\s+\S.*|-?[a-zA-Z][\w-]* *= *\S?.*)$/.test(line));
    expect(odd).toEqual([]);
    expect([...messages(file).keys()].sort()).toEqual([...written].sort());
    expect(new Set(written).size).toBe(written.length);
    for (const id of written) expect(id).toMatch(/^-?[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  describe.each(areas)("%s", (area) => {
    test.each(localesOf(area))("says the same in %s as in Italian, with the same variables", (locale) => {
      expect(Object.fromEntries(messages(`${area}.${locale}.ftl`))).toEqual(
        Object.fromEntries(messages(`${area}.it.ftl`)),
      );
    });

    test.each(localesOf(area))("can be said in %s, every message of it", (locale) => {
      const say = texts(area, locale);
      for (const [id, names] of messages(`${area}.${locale}.ftl`)) {
        for (const value of [0, 1, 2, 3, 5]) {
          const text = say(id, Object.fromEntries(names.map((name) => [name, value])));
          expect(text, id).toMatch(/\S/);
          expect(text, id).not.toMatch(/[{}\u2068\u2069]/);
        }
      }
    });

    test.each(localesOf(area))("counts as %s does: one, two, a few, many", (locale) => {
      const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
      // "Many" is for millions, which we never count.
      const needed = pluralCategories.filter((category) => category !== "other" && category !== "many");
      for (const [id, forms] of plurals(`${area}.${locale}.ftl`))
        expect(forms, id).toEqual(expect.arrayContaining(needed));
    });

    test("has nothing that is never said", () => {
      const unsaid = [...messages(`${area}.it.ftl`).keys()].filter(
        (id) =>
          !sources.some((source) => source.includes(`"${id}"`)) && !made.some((known) => known.test(id)),
      );
      expect(unsaid).toEqual([]);
    });

    test("does not redefine what is common, but for how officials are told of a refusal", () => {
      const common = new Set(messages("common.it.ftl").keys());
      const again =
        area === "common" ? [] : [...messages(`${area}.it.ftl`).keys()].filter((id) => common.has(id));
      expect(again.filter((id) => area !== "cli" || !/^(refusal|form)-/.test(id))).toEqual([]);
    });
  });

  test("has the handbook's own words on the buttons", () => {
    const say = texts("common", "it");
    const buttons = ["book", "request", "confirm", "cancel", "move", "join", "enter"].map((id) =>
      say(`button-${id}`),
    );
    expect(buttons).toEqual([
      "Prenota",
      "Richiedi appuntamento",
      "CONFERMA PRENOTAZIONE",
      "ANNULLA PRENOTAZIONE",
      "MODIFICA",
      "PARTECIPA",
      "ENTRA NELLA STANZA",
    ]);
    expect([say("mode-in-person"), say("mode-virtual"), say("outside-hours")]).toEqual([
      "In Presenza",
      "VIRTUALE",
      "Fuori orario",
    ]);
  });

  test("throws rather than show a citizen an id or a hole", () => {
    expect(() => texts("common", "it")("no-such-message")).toThrow("no-such-message");
    expect(() => texts("common", "it")("attention-deadline")).toThrow("attention-deadline");
  });

  test("is complete in five languages for citizens, in two for the staff", () => {
    expect(files.sort()).toEqual(
      AREAS.flatMap((area) => localesOf(area).map((locale) => `${area}.${locale}.ftl`)).sort(),
    );
    expect(localesOf("mail")).toEqual(["it", "en", "de", "fr", "sl"]);
    expect(localesOf("cli")).toEqual(["it", "en"]);
    expect(texts("cli", "sl")("button-book")).toBe("Prenota");
  });

  test.each([
    ["de-AT", "de"],
    ["en_US.UTF-8", "en"],
    ["pt-BR,sl;q=0.8", "sl"],
    ["en;q=0.5, sl;q=0.8", "sl"],
    ["fr,de", "fr"],
    ["fr;q=0,de;q=0.1", "de"],
    ["fry,den;q=0.9,*", null],
    ["C.UTF-8", null],
    ["", null],
  ])("reads the language of %j as %j", (tags, locale) => {
    expect(localeFrom(tags)).toBe(locale);
  });
});
