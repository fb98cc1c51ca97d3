/**
 * SQL as it is written, with its values beside it: `sql`select ... where code = ${code}``. Values never become part of
 * the text; a value that is itself an {@link Sql} is spliced in. What is written here runs on both engines unchanged,
 * so it keeps to what SQLite and PostgreSQL share.
 */
export interface Sql {
  readonly strings: readonly string[];
  readonly values: readonly SqlPart[];
}
export type SqlValue = string | number | null;
export type SqlPart = SqlValue | Sql;

export function sql(strings: TemplateStringsArray, ...values: readonly SqlPart[]): Sql {
  return { strings, values };
}

/** Parts joined by a separator, for lists of values and of conditions. */
export function join(parts: readonly SqlPart[], separator = ", "): Sql {
  const strings = new Array<string>(parts.length + 1).fill(separator);
  strings[0] = "";
  strings[parts.length] = "";
  return parts.length === 0 ? { strings: [""], values: [] } : { strings, values: parts };
}

/** A list of conditions that must all hold. */
export function and(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`1 = 1` : join(conditions, " and ");
}

/** That a column has one of the values: of none, when there are none (PostgreSQL knows no empty list). */
export function oneOf(column: Sql, values: readonly SqlValue[]): Sql {
  return values.length === 0 ? sql`1 = 0` : sql`${column} in (${join(values)})`;
}

/**
 * A limit of the program's own, in the text itself: PostgreSQL, which plans for any values, takes one that it does not
 * know for a tenth of the table.
 */
export function whole(limit: number): Sql {
  return { strings: [`${limit}`], values: [] };
}

export interface FlatSql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

// A template's strings are the same array at every call of the same place, so a statement's text is built once.
const texts = new WeakMap<readonly string[], Map<Placeholder, string>>();

/** How an engine writes its n-th value, from 1. */
export type Placeholder = (n: number) => string;
/** SQLite plans a statement again for every value of a bare `?` that is compared with a column, in case it helps. */
export const questionMark: Placeholder = () => "+?";
export const dollar: Placeholder = (n) => `$${n}`;

/** The text for one engine, and the values in order. */
export function flatten(statement: Sql, placeholder: Placeholder): FlatSql {
  if (statement.values.every(isValue)) {
    return { text: plainText(statement.strings, placeholder), values: statement.values };
  }
  const values: SqlValue[] = [];
  let text = "";
  const append = ({ strings, values: parts }: Sql) => {
    for (let i = 0; i < strings.length; i++) {
      text += strings[i];
      const part = parts[i];
      if (part === undefined) continue;
      if (isValue(part)) text += placeholder(values.push(part));
      else append(part);
    }
  };
  append(statement);
  return { text, values };
}

function plainText(strings: readonly string[], placeholder: Placeholder): string {
  const byPlaceholder = texts.get(strings) ?? new Map<Placeholder, string>();
  texts.set(strings, byPlaceholder);
  let text = byPlaceholder.get(placeholder);
  if (text === undefined) {
    text = strings.map((part, i) => (i === 0 ? part : placeholder(i) + part)).join("");
    byPlaceholder.set(placeholder, text);
  }
  return text;
}

function isValue(part: SqlPart): part is SqlValue {
  return part === null || typeof part !== "object";
}
