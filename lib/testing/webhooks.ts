import { v7 as uuidv7 } from "uuid";
import { encodeId } from "@/lib/ids";
import { sealSecret } from "@/lib/webhooks/secret";
import { guard, type Organization } from "./world";

export const testSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

type Given = { url?: string; events?: string[]; test?: boolean; secret?: string };

/** An active endpoint of the organization; answers its id inside. */
export async function insertEndpoint({ id }: Organization, given: Given = {}): Promise<string> {
  const endpointId = uuidv7();
  const sealed = sealSecret(given.secret ?? testSecret, { organizationId: id, endpointId });
  await guard`insert into guard.webhook_endpoints (organization_id, id, url, events, test_mode, sealed_secret)
    values (${id}, ${endpointId}, ${given.url ?? "https://example.com/hooks"}, ${given.events ?? ["*"]}, ${given.test ?? false}, ${sealed})`;
  return endpointId;
}

export async function makeWebhook(organization: Organization): Promise<string> {
  return encodeId("whk", await insertEndpoint(organization));
}

export async function makeDisabledWebhook(organization: Organization): Promise<string> {
  const id = await insertEndpoint(organization);
  await guard`update guard.webhook_endpoints set state = 'disabled', disabled_as = 'failing'
    where organization_id = ${organization.id} and id = ${id}`;
  return encodeId("whk", id);
}

async function insertFailed(organization: Organization): Promise<{ endpoint: string; delivery: string }> {
  const endpoint = await insertEndpoint(organization);
  const [event] = await guard<{ id: string }[]>`
    select id from public.events where organization_id = ${organization.id} order by seq limit 1`;
  const [made] = await guard<{ id: string }[]>`
    insert into public.webhook_deliveries (organization_id, id, endpoint_id, event_id, event, state, attempts, due_at, last_status,
      last_error, created_at, finished_at)
    values (${organization.id}, guard.uuid7(), ${endpoint}, ${event?.id ?? ""}, 'organization.created', 'failed', 10, now(), 500,
      'status', now(), now())
    returning id`;
  return { endpoint, delivery: made?.id ?? "" };
}

export async function makeFailedDelivery(organization: Organization): Promise<string> {
  return encodeId("whd", (await insertFailed(organization)).delivery);
}

export async function makeFailedWebhook(organization: Organization): Promise<string> {
  return encodeId("whk", (await insertFailed(organization)).endpoint);
}
