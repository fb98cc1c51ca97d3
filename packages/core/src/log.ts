import type { LogLevel } from "./config.ts";
import type { Clock, Log } from "./ports.ts";

const ORDER = { debug: 10, info: 20, warn: 30, error: 40, silent: 100 } as const satisfies Record<
  LogLevel,
  number
>;

/**
 * JSON lines, one event each: `{"time","level","event",...}`. Fields are names, codes and counts chosen by the caller;
 * what citizens typed and what opens links must never be among them (invariant 7).
 */
export function jsonLog(level: LogLevel, clock: Clock, write: (line: string) => void): Log {
  const at = (name: Exclude<LogLevel, "silent">): Log["info"] =>
    ORDER[name] < ORDER[level]
      ? () => {}
      : (event, fields) =>
          write(
            `${JSON.stringify({ time: new Date(clock.now()).toISOString(), level: name, event, ...fields })}\n`,
          );
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
