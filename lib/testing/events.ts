import { encodeId } from "@/lib/ids";
import { createRole } from "./roles";
import { untilSettled } from "./waiting";
import { guard, type Organization } from "./world";

/** An event of the organization's own, which its list shows. */
export async function makeEvent(organization: Organization): Promise<string> {
  await createRole(organization, ["orders.view"]);
  const [made] = await guard<{ id: string }[]>`
    select id from public.events where organization_id = ${organization.id} order by seq desc limit 1`;
  await untilSettled();
  return encodeId("evt", made?.id ?? "");
}
