import { organizationHost, rootLink } from "./hosts";

/** Headers of every answer, whatever made it. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
  "X-DNS-Prefetch-Control": "off",
  "Permissions-Policy":
    "accelerometer=(), browsing-topics=(), camera=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
};

/** The policy of answers that are no page: nothing in them may run or load. */
export const strictPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The policy of pictures that somebody uploaded: opened by themselves they are nobody's page. */
export const picturePolicy = `${strictPolicy}; sandbox`;

type PolicyOptions = { nonce: string; rootUrl: URL; development: boolean; providers?: readonly string[] };

/**
 * The policy of a page. Forms may lead on to the root and to organizations, because Chromium applies `form-action` to
 * the redirect that follows a form, and signing in crosses hosts. `providers`: origins of other places to sign in at.
 */
export function pagePolicy({ nonce, rootUrl, development, providers = [] }: PolicyOptions): string {
  const organizations = `${rootUrl.protocol}//${organizationHost(rootUrl, "*")}`;
  const root = rootLink(rootUrl, "/").slice(0, -1);
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws: wss:" : ""}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    ["form-action 'self'", root, organizations, ...providers].join(" "),
    "base-uri 'none'",
    "object-src 'none'",
  ];
  return directives.join("; ");
}
