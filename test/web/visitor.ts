import { type Answer, open, press, type Town } from "./town.ts";

/** A browser without scripts: it keeps cookies and follows redirects. */
export interface Visitor {
  /** Where it is now, with the query. */
  readonly path: string;
  readonly cookies: ReadonlyMap<string, string>;
  /** Opens a page, and whatever it leads to. */
  open(path: string): Promise<Answer>;
  /** Presses a button of the page it is on, or of another one. */
  press(fields: Record<string, string>, path?: string): Promise<Answer>;
}

export function visitor(town: Pick<Town, "url">, headers: Record<string, string> = {}): Visitor {
  const cookies = new Map<string, string>();
  let path = "/";
  const sent = () => ({
    ...headers,
    ...(cookies.size > 0 && { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") }),
  });
  const arrive = async (answer: Answer): Promise<Answer> => {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = answer.headers.get("location");
    if (answer.status < 300 || answer.status >= 400 || location === null) return answer;
    path = location;
    return arrive(await open(town, path, sent()));
  };
  return {
    get path() {
      return path;
    },
    cookies,
    open: async (next) => {
      path = next;
      return arrive(await open(town, next, sent()));
    },
    press: async (fields, next = path) => {
      path = next;
      const own = { "sec-fetch-site": "same-origin", origin: "null" };
      return arrive(await press(town, next, fields, { ...own, ...sent() }));
    },
  };
}

/** Values of the free times on the page. */
export function choices(text: string): readonly string[] {
  return [...text.matchAll(/name="orario"[^>]*value="([^"]+)"/g)].map(([, value = ""]) => value);
}

/** What a field of the page's form holds. */
export function fieldOf(text: string, name: string): string | undefined {
  const area = new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)</textarea>`).exec(text)?.[1];
  const input = new RegExp(`<input[^>]*name="${name}" [^>]*?value="([^"]*)"`).exec(text)?.[1];
  const option = new RegExp(`<select[^>]*name="${name}"[\\s\\S]*?<option value="([^"]*)" selected`).exec(
    text,
  )?.[1];
  return area ?? option ?? input;
}

export const MARIO = { nome: "Mario Rossi", email: "mario.rossi@example.org" };

/** Walks to a step with everything before it filled in, choosing the first free time unless told another. */
export async function walkTo(
  town: Pick<Town, "url">,
  step: "dettagli" | "richiedente" | "riepilogo" | "inviata",
  options: {
    readonly who?: Visitor;
    readonly office?: string;
    readonly service?: string;
    readonly orario?: string;
    readonly email?: string;
  } = {},
): Promise<{ readonly who: Visitor; readonly page: Answer }> {
  const { who = visitor(town), office = "tributi-imu", service = "imu", email = MARIO.email } = options;
  let page = await who.open(`/prenota?ufficio=${office}&servizio=${service}`);
  page = await who.press({ orario: options.orario ?? choices(page.text)[0] ?? "" });
  if (step === "dettagli") return { who, page };
  page = await who.press({ argomento: service, motivo: "Calcolo dell'imposta" });
  if (step === "richiedente") return { who, page };
  page = await who.press({ nome: MARIO.nome, email });
  if (step === "riepilogo") return { who, page };
  page = await who.press({ ...MARIO, email, motivo: "Calcolo dell'imposta", consenso: "si" });
  return { who, page };
}
