import { type NextRequest, NextResponse } from "next/server";
import { baseEnv } from "@/lib/env";
import { classifyHost, organizationLink, rootLink } from "@/lib/hosts";
import { foreignWriteSentence, isForeignWrite } from "@/lib/origin";
import { plainPage, plainPageType } from "@/lib/plain-page";
import { faultOfForm } from "@/lib/posted-form";
import { pagePolicy } from "@/lib/security-headers";

/** Everything but the machines' doors, Next's own files and single files at the top. */
export const config = {
  runtime: "nodejs",
  matcher: [
    "/((?!api/|api$|graphql/|graphql$|healthz$|readyz$|metrics$|_next/|\\.well-known/|[^/]+\\.(?:ico|svg|png|txt|xml|tgz|webmanifest)$).*)",
  ],
};

/** Logos are no pages: their route says who may keep them, and in which sandbox. */
const picture = /^\/look\//;

/** Maps hosts to folders and sets a page's headers. It decides nothing about rights: the doors do (DESIGN 7). */
export async function middleware(request: NextRequest): Promise<NextResponse> {
  const { rootUrl, production, providers } = baseEnv();
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const origins = providers.map(({ origin }) => origin);
  const policy = pagePolicy({ nonce, rootUrl, development: !production, providers: origins });
  const headers = withPolicy(request.headers, nonce, policy);
  headers.set("x-berth-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = await route(request, rootUrl, headers);
  if (picture.test(request.nextUrl.pathname)) return response;
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}

async function route(request: NextRequest, rootUrl: URL, headers: Headers): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const found = classifyHost(request.headers.get("host") ?? "", rootUrl);
  const host = request.headers.get("x-berth-host") ?? "";
  if (found.kind === "unknown") return sentence(request, 404, "There is nothing at this address.");
  if (found.kind === "redirect") return redirect(request, `${rootUrl.protocol}//${found.host}${pathname}${search}`);
  // Next asks its own port for the page behind an action's redirect; without an answer the browser goes there itself.
  if (found.kind === "api" && request.headers.get("accept") === "text/x-component")
    return sentence(request, 404, "There is nothing at this address.");
  if (found.kind === "api") return redirect(request, rootLink(rootUrl, `${pathname}${search}`));
  if (isForeignWrite(writeOf(request, host, rootUrl)))
    return sentence(request, 403, foreignWriteSentence, "wrong_origin");
  const fault = await faultOfForm(request);
  if (fault) return sentence(request, fault.status, fault.message, fault.code);
  if (found.kind === "organization" && ["GET", "HEAD"].includes(request.method)) {
    const elsewhere = atRoot(pathname, search, found.slug, rootUrl);
    if (elsewhere) return NextResponse.redirect(elsewhere, 307);
  }
  if (found.kind === "root" && !isInside(pathname)) return NextResponse.next({ request: { headers } });
  const inside = request.nextUrl.clone();
  inside.pathname =
    found.kind === "root" ? "/nothing-here" : `/o/${insideName(found)}${pathname === "/" ? "" : pathname}`;
  return NextResponse.rewrite(inside, { request: { headers } });
}

/** Where an address of the root host leads that somebody typed at an organization's. */
function atRoot(pathname: string, search: string, slug: string, rootUrl: URL): string | undefined {
  // One signs in at the root, and comes back; who is signed in already is where they wanted to be.
  if (pathname === "/sign-in") return organizationLink(rootUrl, slug, "/");
  return /^\/docs(\/|$)/.test(pathname) ? rootLink(rootUrl, `${pathname}${search}`) : undefined;
}

function insideName(found: { kind: "organization"; slug: string } | { kind: "custom"; host: string }): string {
  return found.kind === "organization" ? found.slug : `~${found.host}`;
}

/** Folders of organizations are reached through their hosts only. */
function isInside(pathname: string): boolean {
  try {
    return /^\/+o(\/|\.|$)/i.test(decodeURIComponent(pathname));
  } catch {
    return true;
  }
}

function withPolicy(incoming: Headers, nonce: string, policy: string): Headers {
  const headers = new Headers(incoming);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  return headers;
}

function writeOf(request: NextRequest, host: string, rootUrl: URL) {
  return {
    method: request.method,
    cookie: request.headers.get("cookie"),
    origin: request.headers.get("origin"),
    host,
    protocol: rootUrl.protocol,
  };
}

function redirect(request: NextRequest, target: string): NextResponse {
  if (request.method !== "GET" && request.method !== "HEAD")
    return sentence(request, 404, "There is nothing at this address.");
  return NextResponse.redirect(target, 308);
}

function sentence(request: NextRequest, status: number, message: string, code = "not_found"): NextResponse {
  if (!request.headers.get("accept")?.includes("text/html")) {
    const body = { errors: [{ code, message, level: "error" }], request_id: request.headers.get("x-request-id") };
    return NextResponse.json(body, { status });
  }
  return new NextResponse(plainPage(message), { status, headers: { "Content-Type": plainPageType } });
}
