import { inject } from "vitest";

/** A PostgreSQL database that nobody else uses until it is disposed of. */
export interface TestDatabase extends AsyncDisposable {
  readonly url: string;
}

/** A database of the test's own: with the program's tables, empty; or `bare`, as a new database is. */
export async function freshDatabase({ bare = false } = {}): Promise<TestDatabase> {
  const url = await ask("POST", bare ? "bare" : "");
  return {
    url,
    [Symbol.asyncDispose]: async () => void (await ask("DELETE", new URL(url).pathname.slice(1))),
  };
}

/** The run's server is started by the first question. */
async function ask(method: string, path: string): Promise<string> {
  const response = await fetch(`${inject("postgres")}/${path}`, { method });
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}
