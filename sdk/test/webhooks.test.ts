import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { newSecret, signatures, signingKey } from "@/lib/webhooks/secret";
import { verifyWebhook, WebhookVerificationError } from "../src/webhooks.js";

const body = JSON.stringify({ event: "shipment.delivered", data: { reference: "Zürich → Köln" }, id: "evt_1" });

function signed(secrets: string[], { id = "whd_1", at = Math.floor(Date.now() / 1000), text = body } = {}) {
  const signature = signatures(secrets.map(signingKey), { id, at, body: text });
  return { "webhook-id": id, "webhook-timestamp": String(at), "webhook-signature": signature };
}

describe("a webhook's message", () => {
  it("is taken as text or bytes, with headers of any kind", async () => {
    const secret = newSecret();
    const headers = signed([secret]);
    const loud = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]));
    const foreign = { get: (name: string) => new Headers(headers).get(name) }; // another library's
    for (const given of [headers, new Headers(headers), loud, foreign])
      for (const content of [body, new TextEncoder().encode(body)])
        expect(await verifyWebhook({ body: content, headers: given, secret })).toEqual(JSON.parse(body));
  });

  it("is taken by the reference library too, and what that one signs is taken here", async () => {
    const secret = newSecret();
    expect(new Webhook(secret).verify(body, signed([secret]))).toEqual(JSON.parse(body));
    const at = new Date();
    const signature = new Webhook(secret).sign("whd_2", at, body);
    const headers = {
      "webhook-id": "whd_2",
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": signature,
    };
    expect(await verifyWebhook({ body, headers, secret })).toEqual(JSON.parse(body));
  });

  it("is taken by either secret while one is being rotated", async () => {
    const [old, next, other] = [newSecret(), newSecret(), newSecret()];
    const both = signed([next, old]);
    for (const secret of [old, next, [other, old]])
      expect(await verifyWebhook({ body, headers: both, secret })).toMatchObject({ id: "evt_1" });
    expect(await verifyWebhook({ body, headers: signed([old]), secret: [next, old] })).toMatchObject({ id: "evt_1" });
  });

  it("is refused with another body, id, moment, secret or signature", async () => {
    const secret = newSecret();
    const good = signed([secret]);
    const late = signed([secret], { at: Math.floor(Date.now() / 1000) - 600 });
    const wrong = [
      { body: `${body} `, headers: good, secret },
      { body, headers: { ...good, "webhook-id": "whd_2" }, secret },
      { body, headers: { ...good, "webhook-timestamp": String(Number(good["webhook-timestamp"]) + 1) }, secret },
      { body, headers: { ...good, "webhook-timestamp": "soon" }, secret },
      { body, headers: late, secret },
      { body, headers: good, secret: newSecret() },
      { body, headers: { ...good, "webhook-signature": "v1,AAAA v1a,x nonsense" }, secret },
      { body, headers: {}, secret },
    ];
    for (const given of wrong) await expect(verifyWebhook(given)).rejects.toBeInstanceOf(WebhookVerificationError);
    expect(await verifyWebhook({ body, headers: late, secret, tolerance: 900 })).toMatchObject({ id: "evt_1" });
  });

  it("is not judged by a secret that is none", async () => {
    const headers = signed([newSecret()]);
    for (const secret of ["", "whsec_", "whsec_!"])
      await expect(verifyWebhook({ body, headers, secret })).rejects.toBeInstanceOf(TypeError);
    const missing = process.env.NO_SUCH_SECRET as string; // as a program without types has it
    await expect(verifyWebhook({ body, headers, secret: missing })).rejects.toThrow("begins with whsec_");
  });
});
