import type { z } from "zod";
import type { Handle } from "@/lib/access/handle";
import { builtInPermissions, outsideRolesOf } from "@/lib/access/outside-roles";
import { decodeId } from "@/lib/ids";
import { listInvitations } from "@/lib/invitations/operations";
import { allOf } from "../pages";
import type { Reader } from "../reader";
import { organizationAt } from "./organizations";
import { asPerson } from "./people";

/** The unused and unexpired ones as clients of this interface know them. Throws `invalid` for more than 1,000. */
export async function openInvitations(reader: Reader, at: Handle) {
  const { name } = await organizationAt(reader, at);
  const all = await reader.once(at, "invitations", () =>
    allOf(at, listInvitations, "There are more than 1,000 open invitations: GET /invitations pages through them."),
  );
  return all.map((each) => asInvitation(each, name));
}

/** An open one by its id; null where there is none. */
export async function openInvitation(reader: Reader, at: Handle, id: string) {
  if (!decodeId("inv", id)) return null;
  const { name } = await organizationAt(reader, at);
  const { data } = await at.run(listInvitations, { ids: [id] });
  return data[0] ? asInvitation(data[0], name) : null;
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
