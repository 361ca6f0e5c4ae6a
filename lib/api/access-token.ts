import { hkdfSync } from "node:crypto";
import { errors, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { TokenPair } from "@/lib/auth/tokens";
import { env } from "@/lib/env";
import { BerthError } from "@/lib/errors";
import { encodeId } from "@/lib/ids";

const algorithm = "HS256";
const type = "at+jwt";
const audience = "berth-api";

/** The access token as programs hold it: a signed JWT (RFC 9068) around the secret that the database checks. */
export function signAccessToken({ access, sessionId, userId, expiresAt }: TokenPair): Promise<string> {
  return new SignJWT({ sid: encodeId("ses", sessionId), sec: access })
    .setProtectedHeader({ alg: algorithm, typ: type })
    .setSubject(encodeId("usr", userId))
    .setIssuer(env().rootUrl.origin)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(expiresAt)
    .sign(signingKey());
}

const claims = z.object({ sub: z.string(), sid: z.string(), sec: z.string().regex(/^at_[\w-]{20,}$/) });

/** The secret in an access token that we signed and that is not over. Throws `unauthenticated`. */
export async function openAccessToken(token: string): Promise<string> {
  try {
    const { payload } = await jwtVerify(token, signingKey(), {
      algorithms: [algorithm],
      typ: type,
      issuer: env().rootUrl.origin,
      audience,
      requiredClaims: ["exp", "iat", "sub"],
    });
    return claims.parse(payload).sec;
  } catch (error) {
    if (error instanceof errors.JWTExpired)
      throw refused("This access token is over. Refresh it, or sign in again.", "token_over");
    throw refused("This access token is not valid.", "token_invalid");
  }
}

/** Three parts between dots; what else comes as Bearer is a key. */
export function looksLikeToken(text: string): boolean {
  return /^[\w-]+\.[\w-]*\.[\w-]*$/.test(text);
}

function refused(message: string, reason: string): BerthError {
  return new BerthError("unauthenticated", message, { reason });
}

function signingKey(): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", env().secret, "", "berth access tokens", 32));
}
