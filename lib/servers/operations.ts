import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { normalizeRoleKey } from "@/lib/access/roles";
import { firstOwnerLink } from "@/lib/console/first-owner-link";
import { idOutput } from "@/lib/ids";
import { featureNames } from "@/lib/plans/words";
import { inviteByServer, organizationByServer } from "./schema";

const limits = [{ by: "network", points: 1200, seconds: 3600 } as const];
const nothing = z.unknown();

export const createByServer = defineOperation({
  name: "server.create_organization",
  scope: "platform",
  permission: "server.organizations.create",
  access: "write",
  summary: "Create an organization and invite its first owner",
  limits,
  input: organizationByServer,
  output: z.object({ id: idOutput("org"), slug: z.string() }),
  rest: { method: "post", path: "/platform/organizations", status: 201 },
  run: async ({ db, input }) => {
    const { token, sealed } = firstOwnerLink(input.ownerEmail);
    const profile = {
      name: input.name,
      currency: input.currency,
      time_zone: input.timeZone,
      role_template: input.roleTemplate,
    };
    const id = await db.call(
      sql`guard.create_organization_by_server(${JSON.stringify(profile)}::jsonb, ${input.slug}, ${input.ownerEmail}, ${token}, ${sealed}, ${JSON.stringify(planOf(input.settings))}::jsonb)`,
      z.uuid(),
    );
    return { id, slug: input.slug };
  },
});

function planOf({ plan, maxUsers, limits, features }: z.output<typeof organizationByServer>["settings"]) {
  const listed = Array.isArray(features) ? features : undefined;
  return {
    plan,
    limits: { ...limits, ...(maxUsers === undefined ? {} : { max_users: maxUsers }) },
    features: listed ? Object.fromEntries(featureNames.map((name) => [name, listed.includes(name)])) : features,
  };
}

/** Answers alike for everybody: it tells nobody who has an account, is a member or was invited before. */
export const inviteThroughServer = defineOperation({
  name: "server.invite_member",
  scope: "platform",
  permission: "server.members.invite",
  access: "write",
  summary: "Invite somebody into an organization that this server created",
  limits,
  input: inviteByServer,
  output: z.object({ accepted: z.literal(true) }),
  rest: { method: "post", path: "/platform/organizations/{id}/members", status: 202 },
  run: async ({ db, input }) => {
    const { token, sealed } = firstOwnerLink(input.email);
    const role = input.role === undefined ? null : normalizeRoleKey(input.role);
    await db.call(sql`guard.invite_by_server(${input.id}, ${input.email}, ${role}, ${token}, ${sealed})`, nothing);
    return { accepted: true as const };
  },
});
