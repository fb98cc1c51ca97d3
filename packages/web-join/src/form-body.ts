import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

type Fields = Readonly<Record<string, string | undefined>>;

/** What an answer to a press reads, several readers read once. */
const read = new WeakMap<Context, Promise<Fields>>();

/** The fields of a form as text. A body that is not a form has none. */
export function formBody(c: Context): Promise<Fields> {
  const known = read.get(c) ?? fieldsOf(c).catch(() => ({}));
  read.set(c, known);
  return known;
}

async function fieldsOf(c: Context): Promise<Fields> {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  // Ours are sent like this. What Hono would make of them first, a `FormData`, costs as much as the answer.
  if (type === "application/x-www-form-urlencoded")
    return Object.fromEntries(new URLSearchParams(await c.req.text()));
  const fields = Object.entries(await c.req.parseBody());
  return Object.fromEntries(
    fields.filter((field): field is [string, string] => typeof field[1] === "string"),
  );
}

/** Cuts off bodies of more than `most` bytes. One whose length is told need not be read to be measured. */
export function limitedBody(
  most: number,
  tooLarge: (c: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  const measured = bodyLimit({ maxSize: most, onError: tooLarge });
  return function limitedBody(c, next) {
    const { method } = c.req;
    if (method === "GET" || method === "HEAD") return next();
    const length = c.req.header("content-length");
    const isTold = length !== undefined && c.req.header("transfer-encoding") === undefined;
    return isTold && Number(length) <= most ? next() : measured(c, next);
  };
}
