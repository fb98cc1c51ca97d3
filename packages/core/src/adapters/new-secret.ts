import type { Random } from "../ports.ts";
import { placeText } from "./placement.ts";
import { readSecretFile } from "./secret-file.ts";

/**
 * Makes a secret that only this user may read, and returns it; another process may have been first, and then has its
 * way. A power cut leaves it whole or not there.
 *
 * @param replace an empty or broken file gives way
 */
export function makeSecretFile(
  file: string,
  random: Random,
  { replace }: { readonly replace: boolean },
): string {
  const secret = Buffer.from(random(32)).toString("hex");
  return placeText(`${secret}\n`, file, { replace }) ? secret : (readSecretFile(file) ?? secret);
}
