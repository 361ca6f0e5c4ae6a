import { z } from "zod";
import { finishSignIn } from "@/lib/access/factor";
import { Handle, invalidInput } from "@/lib/access/handle";
import type { RequestInfo } from "@/lib/access/operation";
import { signIn } from "@/lib/accounts/operations";
import { emailInput } from "@/lib/accounts/schema";
import { deviceName } from "@/lib/auth/device-words";
import { endTokens, isLiveToken, issueTokens, refreshTokens, type TokenPair } from "@/lib/auth/tokens";
import { env } from "@/lib/env";
import { BerthError } from "@/lib/errors";
import { classifyHost } from "@/lib/hosts";
import { consume } from "@/lib/limits/limits";
import { networkOf } from "@/lib/limits/network";
import { openAccessToken, signAccessToken } from "./access-token";
import { answerError, answerWith, nowhere, webResponse } from "./answers";
import { requestInfo } from "./api-request";
import { readBody } from "./body";
import { withOutsideNames } from "./input";

type Answer = { status: number; body: object };
type Act = (body: Record<string, unknown>, info: RequestInfo) => Promise<Answer>;

const credentials = z.strictObject({
  email: emailInput,
  password: z.string().max(200),
  factor_code: z.string().max(40).optional(),
  device: z.string().max(100).optional(),
});

/** `POST /api/token`: address and password, with a second factor its code, for a pair of tokens. */
export const answerToken = door(async (body, info) => {
  const given = read(credentials, body);
  const { email, password, device: mark } = given;
  const signedIn = await new Handle({ kind: "none" }, info).run(signIn, { email, password, device: mark });
  if (signedIn.session === "")
    throw new BerthError("unauthenticated", "Address and password do not belong together.", {
      reason: "sign_in_failed",
    });
  const { device } = signedIn;
  return { status: 201, body: { ...(await pairFor(await whole(signedIn.session, given.factor_code, info))), device } };
});

/** `POST /api/token/refresh`: a refresh token, once, for the next pair. */
export const answerRefresh = door(async (body, info) => {
  const { refresh } = read(z.strictObject({ refresh: z.string().max(200) }), body);
  await consume([{ name: "refresh/network", key: networkOf(info.address), points: 600, seconds: 900 }]);
  const pair = await refreshTokens(refresh, info);
  if (!pair)
    throw new BerthError("unauthenticated", "This refresh token is over. Sign in again.", { reason: "refresh_over" });
  return { status: 201, body: await shown(pair) };
});

const one = z.strictObject({ token: z.string().max(2000) });

/** `POST /api/token/verify`: 200 where an access token opens something at this moment. */
export const answerVerify = door(async (body, info) => {
  const secret = await openAccessToken(read(one, body).token);
  await consume([{ name: "verify/network", key: networkOf(info.address), points: 600, seconds: 900 }]);
  await proveLive(secret);
  return { status: 200, body: {} };
});

/**
 * `POST /api/logout`: ends the session behind an access token, and every token of it. Not counted by network, since others
 * there could then keep somebody from signing out: it takes a token that we signed.
 */
export const answerLogout = door(async (body, info) => {
  const secret = await openAccessToken(read(one, body).token);
  await proveLive(secret);
  await endTokens(secret, info);
  return { status: 200, body: {} };
});

async function whole(session: string, code: string | undefined, info: RequestInfo): Promise<string> {
  if (!session.startsWith("bp_")) return session;
  if (!code)
    throw new BerthError("unauthenticated", "Send a code of your second factor too, as factor_code.", {
      reason: "factor_needed",
    });
  return finishSignIn({ pending: session, code, mark: null }, { ...info, device: deviceName(info.agent) });
}

async function pairFor(session: string) {
  const pair = await issueTokens(session);
  if (!pair) throw new BerthError("unauthenticated", "This sign-in is over. Sign in again.");
  return shown(pair);
}

async function shown(pair: TokenPair) {
  const { refresh, expiresAt } = pair;
  return {
    access: await signAccessToken(pair),
    refresh,
    token_type: "Bearer",
    expires_at: new Date(expiresAt * 1000).toISOString(),
  };
}

async function proveLive(secret: string): Promise<void> {
  if (!(await isLiveToken(secret)))
    throw new BerthError("unauthenticated", "This access token is over. Refresh it, or sign in again.", {
      reason: "token_over",
    });
}

function read<Schema extends z.ZodType>(schema: Schema, body: Record<string, unknown>): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw invalidInput(parsed.error);
  return parsed.data;
}

/** Neither reads a cookie nor sets one, so no other site can act through it; an organization's host has no such address. */
function door(act: Act): (request: Request) => Promise<Response> {
  return async (request) => {
    const info = requestInfo(request.headers);
    const answer = { requestId: info.id, context: nowhere, head: false };
    try {
      const host = classifyHost(request.headers.get("x-berth-host") ?? "", env().rootUrl);
      if (host.kind !== "root" && host.kind !== "api")
        throw new BerthError("not_found", "There is nothing at this address.");
      const { status, body } = await act(await readBody(request), info);
      return webResponse(answerWith(status, body, answer));
    } catch (error) {
      return webResponse(answerError(withOutsideNames(error), answer));
    }
  };
}
