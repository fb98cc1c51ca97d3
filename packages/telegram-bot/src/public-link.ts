/**
 * Whether Telegram takes `url` for a button: it wants a host with a dot and refuses `http://localhost`. Addresses of
 * this machine would open nothing on the citizen's phone anyway, so they are written out as text instead.
 */
export function fitsButton(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return false;
  return hostname.includes(".") && !hostname.startsWith("127.") && !hostname.endsWith(".localhost");
}
