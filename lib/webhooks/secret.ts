import { createHmac, randomBytes } from "node:crypto";
import { baseEnv } from "@/lib/env";
import { seal, unseal } from "@/lib/seal";

const prefix = "whsec_";

/** 256 random bits, as Standard Webhooks writes them (https://www.standardwebhooks.com). */
export function newSecret(): string {
  return `${prefix}${randomBytes(32).toString("base64")}`;
}

type Place = { organizationId: string; endpointId: string };

export function sealSecret(secret: string, place: Place): string {
  return seal(baseEnv().secret, placeOf(place), secret);
}

/** `key`: what the installation seals with. */
export function unsealSecret(key: string, sealed: string, place: Place): string {
  return unseal(key, placeOf(place), sealed);
}

/** The value of `webhook-signature`: one for each secret that is valid. `at` in seconds. */
export function signatures(secrets: string[], { id, at, body }: { id: string; at: number; body: string }): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(prefix.length), "base64");
      return `v1,${createHmac("sha256", key).update(`${id}.${at}.${body}`).digest("base64")}`;
    })
    .join(" ");
}

function placeOf({ organizationId, endpointId }: Place): string {
  return `${organizationId}|webhook_endpoints|secret|${endpointId}`;
}
