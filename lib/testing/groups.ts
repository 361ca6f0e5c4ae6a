import type { Handle } from "@/lib/access/handle";
import { assignInGroup, requestGroup } from "@/lib/groups/operations";
import { decodeId, encodeId } from "@/lib/ids";
import { addMember, createOrganization, guard, type Organization } from "./world";

/** A request of this organization to another new one; answers the link. */
export async function makeGroupRequest(organization: Organization): Promise<string> {
  const { slug } = await createOrganization();
  return (await organization.owner.handle.run(requestGroup, { slug })).id;
}

/** A request that some other organization made to this one. */
export async function makeAskedGroup(organization: Organization): Promise<string> {
  const parent = await createOrganization();
  return (await parent.owner.handle.run(requestGroup, { slug: organization.slug })).id;
}

type Terms = { figures?: string[]; roles?: string[] };

/** `child` belongs to `parent` already; answers the link. */
export async function joinGroup(parent: Organization, child: Organization, terms: Terms = {}): Promise<string> {
  const { figures = [], roles = ["user"] } = terms;
  const { id } = await parent.owner.handle.run(requestGroup, { slug: child.slug });
  await guard`update guard.group_links set state = 'active', accepted_at = now(), accepted_by_name = 'Olga Owner',
    figures = ${figures}, role_keys = ${roles},
    ceiling = (select coalesce(bit_or(guard.role_rights(${child.id}, r)), repeat('0', 256)::bit(256)) from unnest(${roles}::text[]) r)
    where id = ${decodeId("grp", id) ?? ""}`;
  return id;
}

/** A child of its own for this organization. */
export async function makeGroupChild(organization: Organization): Promise<string> {
  return joinGroup(organization, await createOrganization());
}

/** The organization belongs to some other one's group. */
export async function makeGroupParent(organization: Organization): Promise<string> {
  return joinGroup(await createOrganization(), organization);
}

export const memberId = (membershipId: string): string => encodeId("mem", membershipId);

/** Nobody assigns themselves: an admin does it for the owner. */
export async function adminOf(organization: Organization): Promise<Handle> {
  return (await addMember(organization, { role: "admin" })).handle;
}

/** The owner belongs to a child of the group by assignment; answers the link. */
export async function makeAssignment(organization: Organization): Promise<string> {
  const link = await makeGroupChild(organization);
  const admin = await adminOf(organization);
  await admin.run(assignInGroup, {
    members: [memberId(organization.owner.membershipId)],
    targets: [{ id: link, role: "user" }],
  });
  return link;
}
