import type { Derive, TokenSubject } from "./token.ts";

const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

/**
 * The name of a booking's video room: 160 bits derived from the town's secret, the same for everybody who is let in,
 * another after each move, so that nobody from before walks in. Lower-case letters and digits, as Jitsi wants.
 */
export function roomName(derive: Derive, { code, version }: TokenSubject): string {
  let name = "";
  let bits = 0;
  let held = 0;
  for (const byte of derive("room", `${code}/${version}`).subarray(0, 20)) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) name += BASE32.charAt((held >>> (bits - 5)) & 31);
    held &= (1 << bits) - 1;
  }
  return `ricevimenti-${name}`;
}
