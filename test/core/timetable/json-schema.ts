/** The part of JSON Schema 2020-12 that the published schema uses; an unknown keyword is an error. */
export type Schema = Readonly<Record<string, unknown>>;

const SILENT = new Set(["$schema", "$id", "$defs", "title", "description", "format"]);

/** Paths of the values that do not fit. */
export function misfits(root: Schema, value: unknown, schema: Schema = root, path = ""): string[] {
  return Object.entries(schema).flatMap(([keyword, rule]) => {
    if (SILENT.has(keyword)) return [];
    if (keyword === "$ref") {
      const name = String(rule).replace("#/$defs/", "");
      return misfits(root, value, (root.$defs as Record<string, Schema>)[name] as Schema, path);
    }
    if (keyword === "oneOf") {
      const fitting = (rule as Schema[]).filter((one) => misfits(root, value, one, path).length === 0);
      return fitting.length === 1 ? [] : [path];
    }
    if (keyword === "items") return inList(root, value, rule as Schema, path);
    if (keyword === "properties") return inMap(root, value, rule as Schema, path);
    if (keyword === "required") {
      const missing = isMap(value) && (rule as string[]).some((key) => !(key in value));
      return missing ? [path] : [];
    }
    if (keyword === "additionalProperties") {
      const known = new Set(Object.keys(schema.properties as object));
      return isMap(value)
        ? Object.keys(value)
            .filter((key) => !known.has(key))
            .map((key) => `${path}.${key}`)
        : [];
    }
    const fits = KEYWORDS[keyword];
    if (!fits) throw new Error(`keyword ${keyword}`);
    return fits(value, rule) ? [] : [path];
  });
}

function inList(root: Schema, value: unknown, rule: Schema, path: string): string[] {
  return Array.isArray(value)
    ? value.flatMap((item, index) => misfits(root, item, rule, `${path}.${index}`))
    : [];
}

function inMap(root: Schema, value: unknown, rule: Schema, path: string): string[] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const schema = rule[key] as Schema | undefined;
    return schema ? misfits(root, item, schema, `${path}.${key}`) : [];
  });
}

const KEYWORDS: Record<string, (value: unknown, rule: unknown) => boolean> = {
  type: (value, rule) => typeOf(value) === rule || (rule === "number" && typeOf(value) === "integer"),
  enum: (value, rule) => (rule as unknown[]).includes(value),
  pattern: (value, rule) => typeof value !== "string" || new RegExp(String(rule), "u").test(value),
  minLength: (value, rule) => typeof value !== "string" || [...value].length >= Number(rule),
  maxLength: (value, rule) => typeof value !== "string" || [...value].length <= Number(rule),
  minimum: (value, rule) => typeof value !== "number" || value >= Number(rule),
  maximum: (value, rule) => typeof value !== "number" || value <= Number(rule),
  multipleOf: (value, rule) => typeof value !== "number" || value % Number(rule) === 0,
  minItems: (value, rule) => !Array.isArray(value) || value.length >= Number(rule),
  maxItems: (value, rule) => !Array.isArray(value) || value.length <= Number(rule),
  uniqueItems: (value) => !Array.isArray(value) || new Set(value).size === value.length,
};

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  if (value === null) return "null";
  return typeof value === "number" ? (Number.isInteger(value) ? "integer" : "number") : typeof value;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
