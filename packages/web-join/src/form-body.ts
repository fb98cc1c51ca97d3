import type { Context } from "hono";

/** The fields of a form as text. A body that is not a form has none. */
export async function formBody(c: Context): Promise<Readonly<Record<string, string | undefined>>> {
  try {
    const fields = Object.entries(await c.req.parseBody());
    return Object.fromEntries(
      fields.filter((field): field is [string, string] => typeof field[1] === "string"),
    );
  } catch {
    return {};
  }
}
