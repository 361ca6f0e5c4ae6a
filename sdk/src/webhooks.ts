const tolerance = 300;

/** A message that is not from Berth, or too old. Answer it with 400 and do nothing. */
export class WebhookVerificationError extends Error {
  override name = "WebhookVerificationError";
}

/** What Berth sends. */
export type WebhookMessage<Data = Record<string, unknown>> = {
  /** What happened, such as `shipment.delivered`. */
  event: string;
  data: Data;
  /** The event's id (`evt_…`). A message may come twice: do what it asks once. */
  id: string;
  organization_id: string;
  created_at: string;
  test_mode: boolean;
};

/** The web's headers, of whichever library, or Node's. */
type HeaderSource = Asked | Record<string, string | string[] | undefined>;
type Asked = { get(name: string): string | null | undefined };

export type Delivery = {
  /** The body exactly as it came: text or bytes, never parsed and written again. */
  body: string | Uint8Array;
  headers: HeaderSource;
  /** The endpoint's secret (`whsec_…`); while it is being rotated, both. */
  secret: string | string[];
  /** Seconds that the message's time may differ from this machine's; 300 without it. */
  tolerance?: number;
};

/**
 * Verifies a delivery by Standard Webhooks (https://www.standardwebhooks.com) and answers what it says.
 * Throws `WebhookVerificationError`.
 */
export async function verifyWebhook<Data = Record<string, unknown>>(given: Delivery): Promise<WebhookMessage<Data>> {
  const [id, at, signed] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) =>
    headerOf(given.headers, name),
  );
  if (!id || !at || !signed) throw new WebhookVerificationError("The webhook headers are missing.");
  const age = Math.abs(Date.now() / 1000 - Number(at));
  if (!(age <= (given.tolerance ?? tolerance))) throw new WebhookVerificationError("The message is too old.");
  const body = typeof given.body === "string" ? new TextEncoder().encode(given.body) : given.body;
  const content = joined(new TextEncoder().encode(`${id}.${at}.`), body);
  const signatures = signed.split(" ").flatMap((part) => (part.startsWith("v1,") ? bytesOf(part.slice(3)) : []));
  for (const secret of [given.secret].flat()) {
    const key = await hmacKey(secret);
    for (const signature of signatures)
      if (await crypto.subtle.verify("HMAC", key, signature, content))
        return JSON.parse(new TextDecoder().decode(body)) as WebhookMessage<Data>; // signed by Berth
  }
  throw new WebhookVerificationError("No signature fits: the body was changed, or the secret is another one.");
}

function hmacKey(secret: string): Promise<CryptoKey> {
  const [bytes] = bytesOf(String(secret ?? "").replace(/^whsec_/, "")); // read from an environment, it may be missing
  if (!bytes || bytes.length === 0) throw new TypeError("The secret is not one of Berth's: it begins with whsec_.");
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
}

/** None where it is no base64. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer>[] {
  try {
    return [Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))];
  } catch {
    return [];
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}

function headerOf(headers: HeaderSource, name: string): string | undefined {
  if (isAsked(headers)) return headers.get(name) ?? undefined;
  const [, value] = Object.entries(headers).find(([given]) => given.toLowerCase() === name) ?? [];
  return Array.isArray(value) ? value[0] : value;
}

function isAsked(headers: HeaderSource): headers is Asked {
  return typeof headers.get === "function";
}
