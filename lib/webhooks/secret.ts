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

const mostRemembered = 1_000;
const rememberedMilliseconds = 300_000;

type Sealed = { organization: string; endpoint: string; sealed: string; sealed_previous: string | null };

/** Opens what endpoints sign with, and remembers it for some minutes by its place and sealed form; `key`: what the installation seals with. */
export class Secrets {
  readonly #key: string;
  readonly #opened = new Map<string, Buffer>();
  #since = Date.now();

  constructor(key: string) {
    this.#key = key;
  }

  of({ organization, endpoint, sealed, sealed_previous }: Sealed): Buffer[] {
    const place = placeOf({ organizationId: organization, endpointId: endpoint });
    return sealed_previous === null
      ? [this.#open(place, sealed)]
      : [this.#open(place, sealed), this.#open(place, sealed_previous)];
  }

  #open(place: string, sealed: string): Buffer {
    if (this.#opened.size >= mostRemembered || Date.now() - this.#since > rememberedMilliseconds) this.#forget();
    const name = `${place} ${sealed}`;
    const known = this.#opened.get(name);
    if (known) return known;
    const opened = signingKey(unseal(this.#key, place, sealed));
    this.#opened.set(name, opened);
    return opened;
  }

  #forget(): void {
    this.#opened.clear();
    this.#since = Date.now();
  }
}

/** What a secret signs with. */
export function signingKey(secret: string): Buffer {
  return Buffer.from(secret.slice(prefix.length), "base64");
}

/** The value of `webhook-signature`: one for each secret that is valid. `at` in seconds. */
export function signatures(keys: Buffer[], { id, at, body }: { id: string; at: number; body: string }): string {
  return keys.map((key) => `v1,${createHmac("sha256", key).update(`${id}.${at}.${body}`).digest("base64")}`).join(" ");
}

function placeOf({ organizationId, endpointId }: Place): string {
  return `${organizationId}|webhook_endpoints|secret|${endpointId}`;
}
