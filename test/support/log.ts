import type { Log } from "@ricevimenti/core";

/** A log that nobody reads. */
export const SILENT: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A log that writes each event down as a line, with its level. */
export function recordingLog(lines: string[]): Log {
  const at =
    (level: string): Log["info"] =>
    (event, fields) => {
      lines.push(JSON.stringify({ level, event, ...fields }));
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
