import { decodeId, encodeId } from "@/lib/ids";
import { makeRecord, resourceNamed } from "./resource-cases";
import { guard, type Organization, unique } from "./world";

export const someAddress = {
  name: "Rita Receiver",
  street: "12 Quay Street",
  city: "Rotterdam",
  postcode: "3011",
  country: "NL",
};

export const someShipment = {
  service: "standard" as const,
  sender: { ...someAddress, name: "Sam Sender" },
  recipient: someAddress,
  parcels: [{ weight: 2.5, length: 30, width: 20, height: 10 }],
};

export async function makeBranch({ id }: Organization): Promise<string> {
  const code = unique("B").toUpperCase().slice(0, 12);
  const [made] = await guard<{ id: string }[]>`
    insert into public.branches (organization_id, id, name, code) values (${id}, guard.uuid7(), ${`Depot ${code}`}, ${code})
    returning id`;
  return encodeId("brn", made?.id ?? "");
}

export async function makeShipment(organization: Organization): Promise<string> {
  return makeShipmentIn(organization, "draft");
}

export async function makeShipmentIn({ id }: Organization, status: string): Promise<string> {
  const [made] = await guard<{ id: string }[]>`
    with made as (
      insert into public.shipments (organization_id, id, reference, status, service, sender, recipient, currency)
      values (${id}, guard.uuid7(), ${unique("REF")}, ${status}, 'standard', ${guard.json(someShipment.sender)},
        ${guard.json(someAddress)}, 'EUR') returning id),
    parcel as (insert into public.shipment_parcels (organization_id, id, shipment_id, position, weight_g)
      select ${id}, guard.uuid7(), id, 1, 2500 from made)
    select id from made`;
  return encodeId("shp", made?.id ?? "");
}

export async function makeConfirmedOrder(organization: Organization): Promise<string> {
  const id = await makeRecord(organization, resourceNamed("orders"));
  await guard`update public.orders set status = 'confirmed' where organization_id = ${organization.id}
    and id = ${decodeId("ord", id) ?? ""}`;
  return id;
}

export async function makeView({ id, owner }: Organization): Promise<string> {
  const [made] = await guard<{ id: string }[]>`
    insert into public.saved_views (organization_id, id, user_id, list, name, query)
    values (${id}, guard.uuid7(), ${owner.userId}, 'shipments', ${unique("view")}, 'status=exception') returning id`;
  return encodeId("viw", made?.id ?? "");
}
