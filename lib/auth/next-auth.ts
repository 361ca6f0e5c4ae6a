import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";
import { hostCookie } from "@/lib/access/cookies";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { ProviderId } from "@/lib/sign-in-ways";
import { providerConfig } from "./provider-configs";

/** What next-auth is asked; cookies by name. */
export type Question = {
  path: string[];
  method: "GET" | "POST";
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies: Record<string, string>;
};

export type KeptCookie = { name: string; value: string };

export type Answer = { location: string; body: unknown; cookies: KeptCookie[]; profile: unknown };

const minutes = 15;
const cookie = (name: string) => ({
  name: `__Host-berth-auth-${name}`,
  options: { ...hostCookie, maxAge: minutes * 60 },
});

/** Names of the cookies in which a browser carries state, nonce and verifier to the provider and back. */
export const checkCookies = [cookie("state"), cookie("pkce"), cookie("nonce")].map(({ name }) => name);

/**
 * next-auth speaks the protocol with a provider, and that is all: it makes no session, and whom the provider proved is
 * handed out. A session of Berth is made by the database alone.
 */
function options(prove: (profile: unknown) => void): AuthOptions {
  return {
    providers: env().providers.map(providerConfig),
    secret: env().secret,
    useSecureCookies: true, // browsers keep them on *.localhost too, and plain http elsewhere is refused at start
    cookies: {
      state: cookie("state"),
      pkceCodeVerifier: cookie("pkce"),
      nonce: cookie("nonce"),
      csrfToken: cookie("csrf"),
      callbackUrl: cookie("callback"),
    },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/account/security" },
    session: { strategy: "jwt", maxAge: 60 },
    callbacks: {
      signIn: ({ profile }) => {
        prove(profile);
        return false;
      },
    },
    logger: {
      error: (code, about) => log.warn({ reason: reasonOf(about) }, `next-auth: ${code}`),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

function reasonOf(about: unknown): string {
  if (about instanceof Error) return about.message;
  if (typeof about === "object" && about !== null && "error" in about && about.error instanceof Error)
    return about.error.message;
  return "";
}

// Node's own loader wraps what next-auth compiled from a module.
const ask = (NextAuth as unknown as { default?: typeof NextAuth }).default ?? NextAuth;

/** Asks next-auth without a server around it. */
export async function askNextAuth({ path, method, query = {}, body = {}, cookies }: Question): Promise<Answer> {
  process.env.NEXTAUTH_URL = env().rootUrl.origin;
  const headers = new Map<string, unknown>();
  const answer: Answer = { location: "", body: undefined, cookies: [], profile: undefined };
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: unknown) => {
      headers.set(name.toLowerCase(), value);
      return response;
    },
    end: () => response,
    send: (sent: unknown) => keep(sent),
    json: (sent: unknown) => keep(sent),
  };
  function keep(sent: unknown) {
    answer.body = sent;
    return response;
  }
  const request = { query: { ...query, nextauth: path }, method, body, cookies, headers: {} };
  await ask(
    request as unknown as NextApiRequest, // the parts that next-auth reads
    response as unknown as NextApiResponse, // and writes
    options((profile) => {
      answer.profile = profile;
    }),
  );
  answer.location = String(headers.get("location") ?? "");
  answer.cookies = ((headers.get("set-cookie") ?? []) as string[]).map(readCookie);
  return answer;
}

function readCookie(header: string): KeptCookie {
  const [pair = ""] = header.split(";");
  const at = pair.indexOf("=");
  return { name: pair.slice(0, at), value: decodeURIComponent(pair.slice(at + 1)) };
}

/** Where a browser signs in at the provider, and what it carries there; undefined where the provider does not answer. */
export async function authorizationOf(
  provider: ProviderId,
): Promise<{ url: string; cookies: KeptCookie[] } | undefined> {
  const csrf = await askNextAuth({ path: ["csrf"], method: "GET", cookies: {} });
  const { csrfToken = "" } = csrf.body as { csrfToken?: string };
  const answer = await askNextAuth({
    path: ["signin", provider],
    method: "POST",
    body: { csrfToken },
    cookies: Object.fromEntries(csrf.cookies.map(({ name, value }) => [name, value])),
  });
  const kept = answer.cookies.filter(({ name }) => checkCookies.includes(name));
  if (kept.length === 0 || !URL.canParse(answer.location)) return undefined;
  return { url: answer.location, cookies: kept };
}
