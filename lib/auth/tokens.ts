import { z } from "zod";
import { appPool } from "@/db/connection";
import { translateDatabaseError } from "@/lib/access/database-errors";
import type { RequestInfo } from "@/lib/access/operation";

const tokenPair = z
  .object({ access: z.string(), refresh: z.string(), session_id: z.uuid(), user_id: z.uuid(), expires_at: z.number() })
  .transform(({ session_id, user_id, expires_at, ...secrets }) => ({
    ...secrets,
    sessionId: session_id,
    userId: user_id,
    expiresAt: expires_at,
  }));

/** A pair as the database makes it; `expiresAt` is the access token's, in seconds. */
export type TokenPair = z.output<typeof tokenPair>;

/** Gives up a new session's secret for a pair of tokens; null where it does not live. */
export async function issueTokens(session: string): Promise<TokenPair | null> {
  return tokenPair.nullable().parse(await ask("select guard.issue_tokens($1) as value", [session]));
}

/** The next pair for a refresh token; null where it is over. One that was used before ends its whole family. */
export async function refreshTokens(refresh: string, info: RequestInfo): Promise<TokenPair | null> {
  const values = [refresh, JSON.stringify(info)];
  return tokenPair.nullable().parse(await ask("select guard.refresh_tokens($1, $2) as value", values));
}

/** Whether an access token's secret opens anything at this moment. */
export async function isLiveToken(access: string): Promise<boolean> {
  const subject = z.object({ person: z.uuid().optional() });
  const found = subject.parse(await ask("select guard.limit_subject($1, '') as value", [access]));
  return found.person !== undefined;
}

/** Ends the session behind an access token, and with it every token of it. */
export async function endTokens(access: string, info: RequestInfo): Promise<void> {
  await ask("select guard.sign_out($1, '', false, $2) as value", [access, JSON.stringify(info)]);
}

async function ask(text: string, values: unknown[]): Promise<unknown> {
  try {
    const { rows } = await appPool().query<{ value: unknown }>(text, values);
    return rows[0]?.value;
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
