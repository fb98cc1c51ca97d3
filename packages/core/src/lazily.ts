/** Functions that whoever calls them waits for anyway. */
type AwaitedOf<Of extends object> = {
  readonly [Name in keyof Of as Of[Name] extends (...given: never[]) => Promise<unknown>
    ? Name
    : never]: Of[Name];
};

/** What {@link loadForServing} loads. */
const waiting = new Set<() => Promise<object>>();

/**
 * A module's asynchronous functions, loaded when the first of them is called, so that a command waits for nothing but
 * its own parts: `const { hold } = lazily(() => import("./use-cases/hold.ts"))` stands where an import would. Once they
 * are loaded a call is a plain call.
 */
export function lazily<Of extends object>(load: () => Promise<Of>): AwaitedOf<Of> {
  const { loaded, functions } = onDemand(load);
  waiting.add(loaded);
  return functions;
}

/** The same for what a server never does. */
export function seldom<Of extends object>(load: () => Promise<Of>): AwaitedOf<Of> {
  return onDemand(load).functions;
}

/** Loads all that {@link lazily} has put off: whoever serves citizens does so before the first of them asks. */
export async function loadForServing(): Promise<void> {
  // What has been loaded may put off more, which is then met in its turn.
  for (const load of waiting) await load();
}

function onDemand<Of extends object>(load: () => Promise<Of>) {
  let module: Of | null = null;
  const loaded = async (): Promise<Of> => {
    module ??= await load();
    return module;
  };
  const functions = new Proxy({} as AwaitedOf<Of>, {
    get: (_, name) => {
      const of = (from: Of) => from[name as keyof Of] as (...given: unknown[]) => Promise<unknown>;
      return (...given: unknown[]) =>
        module ? of(module)(...given) : loaded().then((now) => of(now)(...given));
    },
  });
  return { loaded, functions };
}
