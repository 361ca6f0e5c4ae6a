import { encodeId } from "@/lib/ids";
import { createRole } from "./roles";
import { guard, type Organization } from "./world";

/** An event of the organization's own. */
export async function makeEvent(organization: Organization): Promise<string> {
  await createRole(organization, ["orders.view"]);
  const [made] = await guard<{ id: string }[]>`
    select id from public.events where organization_id = ${organization.id} order by seq desc limit 1`;
  return encodeId("evt", made?.id ?? "");
}
