import { inviteMembers } from "@/lib/invitations/operations";
import { type Asked, accessToken, graphql, organizationId } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { sentMails } from "@/lib/testing/mails";
import { makeRecord, resourceNamed } from "@/lib/testing/resource-cases";
import { makeShipment } from "@/lib/testing/work-records";
import { createOrganization, createPerson, type Organization, type Person } from "@/lib/testing/world";

export type Listed = {
  name: string;
  document: string;
  variables?: (world: World) => object | Promise<object>;
  as?: (world: World) => Promise<Asked>;
};
export type World = { own: Organization; person: Person; asked: Asked };

export async function makeWorld(): Promise<World> {
  const person = await createPerson({ name: "Olga Owner" });
  const own = await createOrganization({ owner: person });
  await createKey(own);
  await makeShipment(own);
  for (const name of [
    "orders",
    "addresses",
    "parcels",
    "products",
    "carrier_connections",
    "templates",
    "customers",
    "assets",
  ])
    await makeRecord(own, resourceNamed(name));
  return {
    own,
    person,
    asked: { token: await accessToken(person), headers: { "x-org-id": organizationId(own), "x-test-mode": "false" } },
  };
}

/** An invitation of another organization, as its link holds it. */
export async function guidFor(email: string): Promise<string> {
  await (await createOrganization()).owner.handle.run(inviteMembers, { emails: [email] });
  const mail = (await sentMails(email)).findLast(({ template }) => template === "invitation");
  return new URL(String(mail?.props.link)).pathname.split("/").at(-1) ?? "";
}

export async function invited({ own, asked }: World): Promise<string> {
  const { data } = await graphql(
    `mutation($data: SendOrganizationInvitesMutationInput!) { send_organization_invites(input: $data) { organization { organization_invites { id } } } }`,
    { ...asked, variables: { data: { org_id: organizationId(own), emails: ["ben@people.example"] } } },
  );
  return data.send_organization_invites.organization.organization_invites[0].id;
}
