import type { z } from "zod";
import type { Handle } from "@/lib/access/handle";
import { builtInPermissions, outsideRolesOf } from "@/lib/access/outside-roles";
import { listInvitations } from "@/lib/invitations/operations";
import type { Reader } from "../reader";
import { organizationAt } from "./organizations";
import { asPerson } from "./people";

/** The unused and unexpired ones, at most 100, as clients of this interface know them. */
export async function openInvitations(reader: Reader, at: Handle) {
  const organization = await organizationAt(reader, at);
  const page = await reader.once(at, "invitations", () => at.run(listInvitations, { limit: 100 }));
  return page.data.map((each) => asInvitation(each, organization.name));
}

type Invitation = z.output<typeof listInvitations.output>["data"][number];

function asInvitation(given: Invitation, name: string) {
  return {
    id: given.id,
    /** The link's own secret is kept nowhere; whoever may see the list names the invitation by its id. */
    guid: given.id,
    object_type: "organization_invitation",
    invitee_identifier: given.email ?? "",
    organization_name: name,
    created: given.createdAt,
    created_at: given.createdAt,
    modified: given.stateAt,
    expires_at: given.expiresAt,
    status: given.state,
    roles: outsideRolesOf(builtInPermissions(given.roleKey) ?? []),
    invited_by: given.invitedByName ? asPerson({ name: given.invitedByName }) : null,
    invitee: null,
  };
}
