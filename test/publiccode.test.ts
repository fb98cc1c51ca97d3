import { readFileSync } from "node:fs";
import { LOCALES } from "@ricevimenti/core";
import { expect, test } from "vitest";
import { parse } from "yaml";

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

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
