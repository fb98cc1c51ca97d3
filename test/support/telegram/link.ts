/**
 * Why Telegram would not take `url` as a link, in its words after "is invalid: "; `undefined` when it would. A host
 * needs a dot (so `http://localhost` is wrong and `http://127.0.0.1` is not), and a missing protocol means http.
 */
export function linkProblem(url: string, options: { httpsOnly?: boolean } = {}): string | undefined {
  const trimmed = url.trim();
  const protocol = /^([^:/?#@[\]]*):\/\//.exec(trimmed)?.[1]?.toLowerCase() ?? "";
  const isTelegram = protocol === "tg" || /^tg:/i.test(trimmed);
  if (options.httpsOnly === true && protocol !== "https") return "Only HTTPS links are allowed";
  if (isTelegram) return undefined;
  if (protocol !== "" && protocol !== "http" && protocol !== "https") return "Unsupported URL protocol";
  return hostProblem(protocol === "" ? trimmed : trimmed.slice(protocol.length + "://".length));
}

function hostProblem(rest: string): string | undefined {
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? "";
  const [, address = "", port] = /^(.*?)(?::([^:\]@]*))?$/.exec(authority) ?? [];
  if (port !== undefined && !(/^\d+$/.test(port) && Number(port) > 0 && Number(port) <= 65_535)) {
    return "Wrong port number specified in the URL";
  }
  const host = address.slice(address.lastIndexOf("@") + 1);
  if (host === "") return "URL host is empty";
  if (/^\[[0-9a-f:.]+\]$/i.test(host)) return undefined;
  if (/[^a-z0-9.\-_!$,~*'();&+=%\u0080-\u{10ffff}]/iu.test(host)) return "Wrong URL host";
  return host.includes(".") ? undefined : "Wrong HTTP URL";
}
