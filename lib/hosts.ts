export type HostClass =
  | { kind: "root" }
  | { kind: "organization"; slug: string }
  | { kind: "custom"; host: string }
  | { kind: "redirect"; host: string }
  | { kind: "api" }
  | { kind: "unknown" };

const longestHost = 253;
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
const hostWithPort = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/;
const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Names that an organization cannot take: they are, or may become, addresses of the installation itself. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  `about abuse account accounts activate admin administrator all api app apps assets audit auth autoconfig autodiscover
  beta berth billing blog calendar careers cdn chat client cloud community connect console contact dashboard data demo
  dev developer developers dns docs domain download downloads email example export faq feed file files forum ftp
  git graphql guest hello help home host hostmaster http https image images img imap import info internal invite invoice
  jobs join legal local localhost localdomain login logout mail mailbox mailer manage me media metrics mobile mta-sts mx
  new news noc noreply no-reply ns ns1 ns2 null oauth official oidc operator organization organizations owner partner
  partners password pay payment ping platform policy pop pop3 portal postmaster press preview pricing privacy private
  production proxy public readyz healthz register registry request-access root sales saml sandbox scim secure security
  server service services session settings setup shop sign-in sign-out sign-up signin signout signup site smtp ssl sso
  staff stage staging static stats status store support survey sysadmin system team terms test token tools trust
  undefined update upload usenet user users vpn web webhook webhooks webmail webmaster wiki wpad www www1 www2`
    .trim()
    .split(/\s+/),
);

/** Whether a text may be an organization's slug, and so the first label of its host. */
export function isValidSlug(slug: string): boolean {
  return slug.length >= 3 && slug.length <= 40 && label.test(slug) && !slug.includes("--") && !reservedSlugs.has(slug);
}

/**
 * Says what a Host header stands for. Anything but the canonical spelling is a `redirect` where it is clear what was
 * meant, and `unknown` where it is not. A `custom` host is only a claim: the door looks it up.
 */
export function classifyHost(host: string, rootUrl: URL): HostClass {
  const parsed = parseHost(host.toLowerCase(), rootUrl);
  if (!parsed) return { kind: "unknown" };
  const canonicalPort = parsed.port === rootUrl.port;
  const found = classifyName(parsed.name, rootUrl);
  if (found.kind === "unknown" || found.kind === "redirect") return found;
  if (found.kind === "api") return canonicalPort ? found : { kind: "unknown" };
  const canonical = withPort(parsed.name, rootUrl);
  if (found.kind === "custom" && !canonicalPort && parsed.port !== "") return { kind: "unknown" };
  return host === canonical || (found.kind === "custom" && host === parsed.name)
    ? found
    : { kind: "redirect", host: canonical };
}

function parseHost(host: string, rootUrl: URL): { name: string; port: string } | undefined {
  const match = hostWithPort.exec(host);
  const name = match?.[1]?.replace(/\.$/, "");
  if (!match || !name || name.length > longestHost) return undefined;
  const port = match[2] === undefined ? "" : String(Number(match[2]));
  const defaultPort = rootUrl.protocol === "https:" ? "443" : "80";
  return { name, port: port === defaultPort ? "" : port };
}

function classifyName(name: string, rootUrl: URL): HostClass {
  const root = rootUrl.hostname;
  if (name === root) return { kind: "root" };
  if (loopbackNames.has(name)) return { kind: "api" };
  if (name === `www.${root}`) return { kind: "redirect", host: rootUrl.host };
  if (name.endsWith(`.${root}`)) {
    const slug = name.slice(0, -root.length - 1);
    return isValidSlug(slug) ? { kind: "organization", slug } : { kind: "unknown" };
  }
  const labels = name.split(".");
  const last = labels.at(-1) ?? "";
  const registrable = labels.length > 1 && labels.every((part) => label.test(part)) && /^(xn--|[a-z])/.test(last);
  return registrable && last !== "localhost" ? { kind: "custom", host: name } : { kind: "unknown" };
}

function withPort(name: string, rootUrl: URL): string {
  return rootUrl.port ? `${name}:${rootUrl.port}` : name;
}

/** Host, with the port where it is not the default one, of an organization. */
export function organizationHost(rootUrl: URL, slug: string): string {
  return withPort(`${slug}.${rootUrl.hostname}`, rootUrl);
}

/** Absolute link to a path of the root host. */
export function rootLink(rootUrl: URL, path: string): string {
  return `${rootUrl.protocol}//${rootUrl.host}${rooted(path)}`;
}

/** Where programs reach the API: by a name that resolves everywhere, also where `*.localhost` does not. */
export function apiLink(rootUrl: URL, path: string): string {
  if (!rootUrl.hostname.endsWith(".localhost")) return rootLink(rootUrl, path);
  return `${rootUrl.protocol}//localhost${rootUrl.port && `:${rootUrl.port}`}${rooted(path)}`;
}

/** Absolute link to a path of an organization's host. */
export function organizationLink(rootUrl: URL, slug: string, path: string): string {
  return `${rootUrl.protocol}//${organizationHost(rootUrl, slug)}${rooted(path)}`;
}

function rooted(path: string): string {
  return path.startsWith("/") ? path : `/${path}`;
}

/** A Host header in its canonical spelling: lower case, no trailing dot, no default port. Empty where it is no host. */
export function canonicalHost(host: string, rootUrl: URL): string {
  const parsed = parseHost(host.toLowerCase(), rootUrl);
  if (!parsed) return "";
  return parsed.port ? `${parsed.name}:${parsed.port}` : parsed.name;
}
