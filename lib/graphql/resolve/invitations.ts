import { builtInPermissions, type OutsideRole, outsideRolesOf } from "@/lib/access/outside-roles";
import { decodeId } from "@/lib/ids";
import {
  acceptInvitation,
  acceptMyInvitation,
  inviteMembers,
  previewInvitation,
  resendInvitation,
  revokeInvitation,
} from "@/lib/invitations/operations";
import { type FieldFault, payload, refuseField } from "../faults";
import type { Reader } from "../reader";
import type { Input, Maybe, Resolvers } from "../resolvers";
import { openInvitation, openInvitations } from "./open-invitations";
import { type Organization, organizationAt, organizationsOf } from "./organizations";
import { asPerson, roleFor } from "./people";

type Invites = {
  org_id?: Maybe<string>;
  emails: string[];
  roles?: Maybe<OutsideRole[]>;
  password?: Maybe<string>;
  factor_code?: Maybe<string>;
};

export const invitationResolvers: Resolvers = {
  Query: {
    organization_invitation: async (_: unknown, given: { id?: Maybe<string>; guid?: Maybe<string> }, reader) => {
      if (given.guid) return previewOf(reader, given.guid);
      if (!given.id) throw refuseField("guid", "Give the guid of the invitation, or its id.");
      return openInvitation(reader, reader.here(), given.id);
    },
  },
  OrganizationType: {
    organization_invites: async ({ at }: Organization, _: unknown, reader) => openInvitations(reader, await at()),
  },
  Mutation: {
    send_organization_invites: (_: unknown, { input }: Input<Invites>, reader) =>
      payload(async () => {
        const at = await reader.at(input.org_id);
        const role = input.roles && input.roles.length > 0 ? await roleFor(reader, at, input.roles) : undefined;
        const proof = { password: input.password, factorCode: input.factor_code };
        const { data } = await reader.run(
          at,
          inviteMembers,
          { emails: input.emails, ...(role ? { role } : {}) },
          proof,
        );
        reader.about(at);
        return { organization: await organizationAt(reader, at), outcomes: data, errors: notInvited(data) };
      }),
    resend_organization_invite: (_: unknown, { input }: Input<{ invitation_id: string }>, reader) =>
      payload(
        async () => {
          const at = reader.here();
          await reader.run(at, resendInvitation, { id: input.invitation_id });
          return { invitation: await openInvitation(reader, at, input.invitation_id) };
        },
        { id: "invitation_id" },
      ),
    delete_organization_invitation: (_: unknown, { input }: Input<{ id: string }>, reader) =>
      payload(async () => {
        const { id } = await reader.run(reader.here(), revokeInvitation, { id: input.id });
        return { id };
      }),
    accept_organization_invitation: (_: unknown, { input }: Input<{ guid: string }>, reader) =>
      payload(
        async () => {
          const account = reader.account();
          const mine = decodeId("inv", input.guid) !== undefined;
          const { slug } = mine
            ? await reader.run(account, acceptMyInvitation, { id: input.guid })
            : await reader.run(account, acceptInvitation, { secret: input.guid });
          const [organization] = await organizationsOf(reader, { slug });
          return { organization };
        },
        { id: "guid", secret: "guid" },
      ),
  },
};

type Outcome = { email: string; outcome: string };

function notInvited(outcomes: Outcome[]): FieldFault[] {
  const messages = outcomes.flatMap(({ email, outcome }) =>
    outcome === "created"
      ? []
      : [`${email} ${outcome === "already_member" ? "is a member already" : "is invited already"}.`],
  );
  return messages.length > 0 ? [{ field: "emails", messages }] : [];
}

/** What the holder of an invitation's link sees of it; nobody else sees that it exists. */
async function previewOf(reader: Reader, guid: string) {
  const found = await reader.run(reader.anyone(), previewInvitation, { secret: guid });
  if (!found) return null;
  return {
    id: guid,
    guid,
    object_type: "organization_invitation",
    invitee_identifier: found.email ?? "",
    organization_name: found.organization,
    expires_at: found.expiresAt,
    status: "open",
    roles: outsideRolesOf(builtInPermissions(found.roleKey) ?? []),
    invitee: found.email ? asPerson({ email: found.email }) : null,
  };
}
