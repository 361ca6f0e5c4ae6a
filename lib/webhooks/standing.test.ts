import { Webhook } from "standardwebhooks";
import { expect, it, vi } from "vitest";
import { encodeId } from "@/lib/ids";
import { deliveriesOf, receiver, ship, soon, work } from "@/lib/testing/receivers";
import { insertEndpoint, testSecret } from "@/lib/testing/webhooks";
import { createOrganization, guard, type Organization } from "@/lib/testing/world";
import { deleteWebhook, disableWebhook, rotateWebhookSecret, updateWebhook } from "./operations";

// Read once, when the first module asks for it.
vi.hoisted(() => vi.stubEnv("EGRESS_ALLOW", "127.0.0.1"));

const atOnce = 32;
const all = 60;

/** An endpoint with more to be sent than goes at once; what is under way is answered when `answer` is called. */
async function busy() {
  const organization = await createOrganization();
  const unanswered: (() => void)[] = [];
  let answering = false;
  const receives = await receiver((response) => {
    if (answering) response.end();
    else unanswered.push(() => response.end());
  });
  const id = await insertEndpoint(organization, { url: receives.url, events: ["shipment.created"] });
  await guard`update guard.webhook_endpoints set is_slow = false where organization_id = ${organization.id}`;
  for (let n = 0; n < all; n += 1) await ship(organization);
  await work();
  await vi.waitFor(() => expect(receives.hits).toHaveLength(atOnce), { ...soon, interval: 5 });
  const [held] = await guard<{ n: number }[]>`select count(*)::int as n from public.webhook_deliveries
    where organization_id = ${organization.id} and state = 'sending'`;
  // The rest waits in the process, or has gone back already where this took long.
  expect([all, atOnce]).toContain(held?.n);
  const answer = async () => {
    // Longer than an endpoint is believed to be as it was seen.
    await new Promise((resolve) => setTimeout(resolve, 500));
    answering = true;
    for (const end of unanswered.splice(0)) end();
  };
  return { organization, receives, answer, id: encodeId("whk", id) };
}

const untilDelivered = (organization: Organization, amount: number) =>
  vi.waitFor(async () => expect(await deliveriesOf(organization, "delivered")).toHaveLength(amount), soon);

it("what waits for an endpoint that is disabled meanwhile is not sent [S88]", async () => {
  const { organization, receives, answer, id } = await busy();
  await organization.owner.handle.run(disableWebhook, { id });
  await answer();
  await untilDelivered(organization, atOnce);
  await vi.waitFor(async () => expect(await deliveriesOf(organization, "failed")).toHaveLength(all - atOnce), soon);
  expect(receives.hits).toHaveLength(atOnce);
  const failed = await deliveriesOf(organization, "failed");
  expect(new Set(failed.map(({ lastError, attempts }) => `${lastError} ${attempts}`))).toEqual(new Set(["disabled 0"]));
});

it("what waits for an endpoint that is deleted meanwhile is not sent [S88]", async () => {
  const { organization, receives, answer, id } = await busy();
  await organization.owner.handle.run(deleteWebhook, { id });
  await answer();
  const last = await receiver();
  await insertEndpoint(organization, { url: last.url, events: ["shipment.created"] });
  // What is made now comes after what had waited.
  await ship(organization);
  await untilDelivered(organization, 1);
  expect(receives.hits).toHaveLength(atOnce);
});

it("what waits for an endpoint that sends elsewhere meanwhile goes there, once [S89]", async () => {
  const { organization, receives, answer, id } = await busy();
  const other = await receiver();
  await organization.owner.handle.run(updateWebhook, { id, url: other.url });
  await answer();
  await untilDelivered(organization, all);
  const ids = [...receives.hits, ...other.hits].map(({ headers }) => headers["webhook-id"]);
  expect([receives.hits.length, other.hits.length, new Set(ids).size]).toEqual([atOnce, all - atOnce, all]);
});

it("what waits is signed with the secret that is valid when it is sent [S87]", async () => {
  const { organization, receives, answer, id } = await busy();
  const { secret } = await organization.owner.handle.run(rotateWebhookSecret, { id, overlapHours: 0 });
  await answer();
  await untilDelivered(organization, all);
  const signedBy = (valid: string) =>
    receives.hits.map(({ headers, body }) => {
      try {
        return Boolean(new Webhook(valid).verify(body, headers as Record<string, string>));
      } catch {
        return false;
      }
    });
  const later = Array.from({ length: all }, (_, at) => at >= atOnce);
  expect(signedBy(secret)).toEqual(later);
  expect(signedBy(testSecret)).toEqual(later.map((each) => !each));
});
