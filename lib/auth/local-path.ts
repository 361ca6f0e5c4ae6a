const nowhere = "http://local.invalid";
const longest = 2000;

/** A path of this host and nothing else: what leads to another origin, or is no path, becomes the fallback. */
export function localPath(wanted: unknown, fallback: string): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || wanted.length > longest) return fallback;
  if (/[\\\p{Cc}]/u.test(wanted) || wanted.startsWith("//") || !URL.canParse(wanted, nowhere)) return fallback;
  const parsed = new URL(wanted, nowhere);
  if (parsed.origin !== nowhere || parsed.pathname.startsWith("//")) return fallback;
  return `${parsed.pathname}${parsed.search}${parsed.hash}`;
}

/** The sign-in page, which leads back to `to`. */
export function signInPath(to: string): string {
  return `/sign-in?${new URLSearchParams({ to })}`;
}
