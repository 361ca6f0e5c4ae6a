const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

type Given = { method: string; cookie: string | null; origin: string | null; host: string; protocol: string };

/**
 * Whether a browser may be sending this for somebody else's page: it carries cookies, it can change something, and its
 * Origin is not exactly the host that it is sent to. A missing Origin and `null` count as foreign.
 */
export function isForeignWrite({ method, cookie, origin, host, protocol }: Given): boolean {
  return !harmless.has(method) && Boolean(cookie) && origin !== `${protocol}//${host}`;
}

export const foreignWriteSentence =
  "This request came from another address than this page's own, so nothing was changed. Reload the page and try again.";
