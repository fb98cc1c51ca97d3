import { readFileSync } from "node:fs";
import { LOCALES } from "@ricevimenti/core";
import { expect, test } from "vitest";
import { parse } from "yaml";

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

/** What may stand in each map: the validator refuses every other key. Deprecated ones are not among them. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  "": [
    ...[
      "publiccodeYmlVersion",
      "name",
      "applicationSuite",
      "url",
      "landingURL",
      "isBasedOn",
      "softwareVersion",
    ],
    ...["releaseDate", "logo", "organisation", "fundedBy", "usedBy", "roadmap", "platforms", "categories"],
    ...["developmentStatus", "softwareType", "intendedAudience", "description", "legal", "maintenance"],
    ...["localisation", "dependsOn"],
  ],
  intendedAudience: ["scope", "countries", "unsupportedCountries"],
  legal: ["license", "mainCopyrightOwner"],
  maintenance: ["type", "contractors", "contacts"],
  localisation: ["localisationReady", "availableLanguages"],
  dependsOn: ["open", "proprietary", "hardware"],
};
const DESCRIPTION = [
  ...[
    "localisedName",
    "shortDescription",
    "longDescription",
    "documentation",
    "apiDocumentation",
    "features",
  ],
  ...["screenshots", "videos", "awards"],
];

/** Source: the rules of italia/publiccode-parser-go, which the catalogue of Developers Italia checks with. */
test("publiccode.yml has no key and no value that the official validator refuses", () => {
  const file = parse(read("publiccode.yml"));
  for (const [path, keys] of Object.entries(KEYS)) {
    expect(keys).toEqual(expect.arrayContaining(Object.keys((path === "" ? file : file[path]) ?? {})));
  }
  for (const [language, text] of Object.entries<Record<string, unknown>>(file.description)) {
    expect(Intl.getCanonicalLocales(language)).toEqual([language]);
    expect(DESCRIPTION).toEqual(expect.arrayContaining(Object.keys(text)));
  }
  expect(file.intendedAudience.scope).toEqual(["local-authorities"]);
  for (const country of file.intendedAudience.countries) expect(country).toMatch(/^[A-Z]{2}$/);
  expect(["internal", "contract", "community", "none"]).toContain(file.maintenance.type);
  if (file.maintenance.type === "internal" || file.maintenance.type === "community") {
    expect(file.maintenance.contacts.length).toBeGreaterThan(0);
  }
  expect(file.maintenance.contractors === undefined).toBe(file.maintenance.type !== "contract");
  for (const { name, ...more } of file.dependsOn.open) {
    expect(name).toMatch(/\S/);
    expect(["versionMin", "versionMax", "version", "optional"]).toEqual(
      expect.arrayContaining(Object.keys(more)),
    );
    if (more.versionMin !== undefined) expect(more.versionMin).toBeTypeOf("string");
  }
});

/** Source: yml.publiccode.tools, "The Standard (core)", and what its parser demands. */
test("publiccode.yml has what the standard demands, and says what is so", () => {
  const file = parse(read("publiccode.yml"));
  const project = JSON.parse(read("package.json"));
  expect(file).toMatchObject({
    publiccodeYmlVersion: "0.7",
    name: project.name,
    softwareVersion: project.version,
    softwareType: "standalone/web",
    legal: { license: project.license },
    localisation: { localisationReady: true },
  });
  expect(["concept", "development", "beta", "stable", "obsolete"]).toContain(file.developmentStatus);
  expect(new URL(file.url).protocol).toBe("https:");
  expect(file.platforms.length).toBeGreaterThan(0);
  expect([...file.localisation.availableLanguages].sort()).toEqual([...LOCALES].sort());
  for (const text of Object.values<Record<string, string | string[]>>(file.description)) {
    expect(text.shortDescription?.length).toBeLessThanOrEqual(150);
    expect(text.longDescription?.length).toBeGreaterThanOrEqual(150);
    expect(text.longDescription?.length).toBeLessThanOrEqual(10_000);
    expect(text.features?.length).toBeGreaterThan(0);
  }
  // Contacts are people, and only they can name themselves; without any the standard wants this type.
  if (!file.maintenance.contacts) expect(file.maintenance.type).toBe("none");
});
