import type { z } from "zod";
import type { Handle } from "@/lib/access/handle";
import type { OutsideRole } from "@/lib/access/outside-roles";
import { listMembers, removeMember, restoreMember, setMemberRole, suspendMember } from "@/lib/members/operations";
import type { memberOutput } from "@/lib/members/schema";
import { payload } from "../faults";
import { allOf, type Window, windowOf } from "../pages";
import type { Reader } from "../reader";
import type { Input, Maybe, Resolvers } from "../resolvers";
import { openInvitations } from "./open-invitations";
import { type Organization, organizationAt } from "./organizations";
import { asMember, roleFor } from "./people";

type Named = { org_id: string; user_id: string };
type Proven = { password?: Maybe<string>; factor_code?: Maybe<string> };

export const memberResolvers: Resolvers = {
  OrganizationType: {
    members: async ({ at }: Organization, window: Window, reader) => {
      const handle = await at();
      const members = await membersAt(reader, handle, window);
      const shown = members.map((each) => asMember(reader, handle, each));
      return window.first || window.offset ? shown : [...shown, ...(await invited(reader, handle))];
    },
  },
  Mutation: {
    set_organization_user_roles: (_: unknown, { input }: Input<Named & Proven & { roles: OutsideRole[] }>, reader) =>
      payload(
        async () => {
          const at = await reader.at(input.org_id);
          const role = await roleFor(reader, at, input.roles);
          const proof = { password: input.password, factorCode: input.factor_code };
          await reader.run(at, setMemberRole, { id: input.user_id, role }, proof);
          return changed(reader, at);
        },
        { id: "user_id", role: "roles" },
      ),
    remove_organization_member: (_: unknown, { input }: Input<Named>, reader) =>
      payload(
        async () => {
          const at = await reader.at(input.org_id);
          await reader.run(at, removeMember, { id: input.user_id });
          return changed(reader, at);
        },
        { id: "user_id" },
      ),
    update_member_status: (_: unknown, { input }: Input<Named & { is_active: boolean }>, reader) =>
      payload(
        async () => {
          const at = await reader.at(input.org_id);
          await reader.run(at, input.is_active ? restoreMember : suspendMember, { id: input.user_id });
          return changed(reader, at);
        },
        { id: "user_id" },
      ),
  },
};

async function changed(reader: Reader, at: Handle) {
  reader.about(at);
  return { organization: await organizationAt(reader, at) };
}

type Member = z.output<typeof memberOutput>;

/** Everybody, where no part is named: this interface has no pages of people. */
async function membersAt(reader: Reader, at: Handle, window: Window): Promise<Member[]> {
  if (window.first || window.offset) return (await windowOf(reader, at, listMembers, { input: {}, window })).items;
  return reader.once(at, "members", () =>
    allOf(at, listMembers, "There are more than 1,000 members: ask for a part, members(offset, first)."),
  );
}

/** Whoever was invited and has not come yet stands among the members, for people who may see invitations. */
async function invited(reader: Reader, at: Handle) {
  const { permissions } = await reader.me(at);
  if (!permissions.includes("invitations.view")) return [];
  return (await openInvitations(reader, at)).map((invitation) => ({
    email: invitation.invitee_identifier,
    is_admin: invitation.roles.includes("admin"),
    is_owner: false,
    roles: invitation.roles,
    full_name: null,
    last_login: null,
    user_id: null,
    metadata: {},
    status: "invited",
    invitation,
  }));
}
