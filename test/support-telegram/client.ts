import type { Telegram } from "../support/telegram/server.ts";

export type Answer = {
  status: number;
  body: {
    ok: boolean;
    // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the result it asked for.
    result?: any;
    error_code?: number;
    description?: string;
    parameters?: { retry_after?: number };
  };
};

/** Calls a method with a JSON body over HTTP, as a bot library would. */
export async function call(telegram: Telegram, method: string, payload: object = {}): Promise<Answer> {
  return post(`${telegram.url}/bot${telegram.token}/${method}`, {
    body: JSON.stringify(payload),
    headers: { "content-type": "application/json" },
  });
}

export async function post(url: string, request: RequestInit): Promise<Answer> {
  const response = await fetch(url, { method: "POST", ...request });
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}

/** A person who has already written, so that the bot may write to them; the update is confirmed. */
export async function acquainted(telegram: Telegram, id = 501) {
  const person = telegram.person({ id, firstName: "Maria", lastName: "Sanna", languageCode: "it" });
  const { update_id } = await person.send("/start");
  await call(telegram, "getUpdates", { offset: update_id + 1 });
  return person;
}
