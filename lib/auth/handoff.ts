import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { appPool } from "@/db/connection";
import { translateDatabaseError } from "@/lib/access/database-errors";
import type { RequestInfo } from "@/lib/access/operation";
import { env } from "@/lib/env";
import { organizationLink, rootLink } from "@/lib/hosts";
import { consume } from "@/lib/limits/limits";
import { networkOf } from "@/lib/limits/network";
import { localPath } from "./local-path";

/** Which host asks for a session, bound to the browser by the hash of a cookie that lies on that host. */
const handoffRequest = z.object({
  host: z.string().regex(/^[a-z0-9-]{3,40}$/),
  nonce: z.string().regex(/^[0-9a-f]{64}$/),
  to: z.string().optional(),
});

export type HandoffRequest = z.infer<typeof handoffRequest>;

export const handoffPath = "/handoff";
/** A 404 with a way on, for who asked for an organization that is not theirs or not there. */
export const noOrganizationPath = "/no-organization";
export const nonceSeconds = 600;

export function readHandoff(query: unknown): HandoffRequest | undefined {
  return handoffRequest.safeParse(query).data;
}

/** A nonce of this browser: the one it holds already, so that two tabs that begin at once both arrive. */
export function nonceOf(held: string | undefined): string {
  return held && /^[\w-]{43}$/.test(held) ? held : randomBytes(32).toString("base64url");
}

/** Where the root host makes the code for this host. Says nothing about whether the organization exists. */
export function handoffLink(slug: string, nonce: string, to: string): string {
  const hash = createHash("sha256").update(nonce).digest("hex");
  return rootLink(env().rootUrl, `${handoffPath}?${new URLSearchParams({ host: slug, nonce: hash, to })}`);
}

/**
 * Makes a one-time code for the organization's host and answers the link that redeems it. Throws `unauthenticated`
 * without a live root session, `not_found` alike for unknown and foreign organizations.
 */
export async function createHandoff(session: string, wanted: HandoffRequest, info: RequestInfo): Promise<string> {
  await limitHandoffs(info);
  const values = [session, wanted.host, wanted.nonce, JSON.stringify(info)];
  const code = await scalar("select guard.create_handoff($1, $2, $3, $4) as value", values);
  const query = new URLSearchParams({ code: code ?? "", to: localPath(wanted.to, "/") });
  return organizationLink(env().rootUrl, wanted.host, `/auth/handoff?${query}`);
}

/** The host's session for a live code of this host and browser; null for every other. */
export async function redeemHandoff(
  code: string,
  slug: string,
  nonce: string,
  info: RequestInfo,
): Promise<string | null> {
  await limitHandoffs(info);
  const values = [code, slug, nonce, JSON.stringify(info)];
  return scalar("select guard.redeem_handoff($1, $2, $3, $4) as value", values);
}

async function limitHandoffs(info: RequestInfo): Promise<void> {
  await consume([{ name: "handoff/network", key: networkOf(info.address), points: 600, seconds: 900 }]);
}

async function scalar(text: string, values: unknown[]): Promise<string | null> {
  try {
    const answer = await appPool().query<{ value: string | null }>(text, values);
    return answer.rows[0]?.value ?? null;
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
