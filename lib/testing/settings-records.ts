import type { Handle } from "@/lib/access/handle";
import { encodeId } from "@/lib/ids";
import { replaceLogo } from "@/lib/look/operations";
import { tinyLogo } from "./pictures";
import { addMember, guard, type Organization } from "./world";

export const generalSettings = {
  name: "Moved",
  currency: "EUR",
  time_zone: "Europe/Berlin",
  weight_unit: "kg",
  dimension_unit: "cm",
  company_name: "",
  industry: "",
  company_size: "",
  city: "",
  country: "",
};

const receivers = new Map<string, Handle>();

export async function makeOffer({ id, slug, owner }: Organization): Promise<string> {
  const receiver = await addMember({ id, slug });
  await guard`update public.ownership_transfers set state = 'cancelled' where organization_id = ${id} and state = 'offered'`;
  const [made] = await guard<{ id: string }[]>`
    insert into public.ownership_transfers (organization_id, id, from_membership_id, to_membership_id, expires_at)
    values (${id}, guard.uuid7(), ${owner.membershipId}, ${receiver.membershipId}, now() + interval '1 day')
    returning id`;
  const offer = encodeId("otr", made?.id ?? "");
  receivers.set(offer, receiver.handle);
  return offer;
}

export async function receiverOf(organization: Organization, id: string): Promise<Handle> {
  return receivers.get(id) ?? organization.owner.handle;
}

export async function makeEntry({ id }: Organization): Promise<string> {
  const [entry] = await guard<{ id: string }[]>`select max(id) as id from audit.entries where organization_id = ${id}`;
  return `entry-${entry?.id}-of-the-trail`;
}

export async function makeLogo({ id, owner }: Organization): Promise<string> {
  await owner.handle.run(replaceLogo, { image: tinyLogo });
  return id;
}
