import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { normalizeRoleKey } from "@/lib/access/roles";
import { firstOwnerLink } from "@/lib/console/first-owner-link";
import { faultsAt } from "@/lib/errors";
import { idOutput } from "@/lib/ids";
import { featureNames } from "@/lib/plans/words";
import { addByServer, organizationByServer } from "./schema";

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

/** Answers alike for everybody: it tells nobody who has an account, is a member, agreed or was invited before. */
export const addThroughServer = defineOperation({
  name: "server.add_member",
  scope: "platform",
  permission: "server.members.invite",
  access: "write",
  summary: "Add somebody to an organization that this server created, or invite them",
  limits,
  input: addByServer,
  output: z.object({ accepted: z.literal(true) }),
  rest: { method: "post", path: "/platform/organizations/{id}/members", status: 202 },
  run: async ({ db, input: { id, email, userId, role } }) => {
    if ((email === undefined) === (userId === undefined))
      throw faultsAt({ email: ["Name one person: by email, or by user_id."] });
    const key = role === undefined ? null : normalizeRoleKey(role);
    await db.call(sql`guard.add_by_server(${id}, ${email ?? null}, ${userId ?? null}::uuid, ${key})`, nothing);
    return { accepted: true as const };
  },
});

/** What that noted, by a job: a server cannot tell from the answer's time whom it named. */
export const receiveMember = defineOperation({
  name: "server.receive_member",
  scope: "job",
  access: "write",
  summary: "Take in whom a server added: a member who agreed to that, else an invitation",
  input: z.strictObject({}),
  output: z.object({}),
  run: async ({ db }) => {
    const email = await db.call(sql`guard.member_to_add()`, z.string().nullable());
    if (email === null) return {};
    const { token, sealed } = firstOwnerLink(email);
    await db.call(sql`guard.receive_member(${token}, ${sealed})`, nothing);
    return {};
  },
});
