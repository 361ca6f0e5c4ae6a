import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { idInput, idOutput } from "@/lib/ids";
import { firstOwnerLink } from "./first-owner-link";
import { apiLimitsInput, newOrganizationInput, ownerInput, reasonInput, suspendInput } from "./schema";

const act = { scope: "platform", permission: "platform.manage", access: "write" } as const;
const nothing = z.object({});

export const suspendOrganization = defineOperation({
  ...act,
  name: "platform.suspend_organization",
  summary: "Close an organization for its people and keys",
  input: suspendInput,
  output: nothing,
  run: async ({ db, input }) => {
    await db.call(sql`guard.suspend_organization(${input.organizationId}, ${input.reason})`, z.unknown());
    return {};
  },
});

export const restoreOrganization = defineOperation({
  ...act,
  name: "platform.restore_organization",
  summary: "Open a suspended organization again",
  input: z.strictObject({ organizationId: idInput("org") }),
  output: nothing,
  run: async ({ db, input }) => {
    await db.call(sql`guard.restore_organization(${input.organizationId})`, z.unknown());
    return {};
  },
});

export const setApiLimits = defineOperation({
  ...act,
  name: "platform.set_api_limits",
  summary: "Change how often an organization and each of its credentials may call in a minute",
  input: apiLimitsInput,
  output: nothing,
  run: async ({ db, input }) => {
    await db.call(
      sql`guard.set_api_limits(${input.organizationId}, ${input.perCredential}, ${input.calls})`,
      z.unknown(),
    );
    return {};
  },
});

export const createOrganizationFor = defineOperation({
  ...act,
  name: "platform.create_organization",
  summary: "Create an organization and invite its first owner",
  input: newOrganizationInput,
  output: z.object({ id: idOutput("org"), email: z.string() }),
  run: async ({ db, input }) => {
    const { token, sealed } = firstOwnerLink(input.email);
    const profile = {
      name: input.name,
      currency: input.currency,
      time_zone: input.timeZone,
      role_template: input.roleTemplate,
    };
    const id = await db.call(
      sql`guard.create_organization_for(${JSON.stringify(profile)}::jsonb, ${input.slug}, ${input.email}, ${token}, ${sealed})`,
      z.uuid(),
    );
    return { id, email: input.email };
  },
});

export const inviteFirstOwner = defineOperation({
  ...act,
  name: "platform.invite_owner",
  summary: "Invite the first owner of an organization, in place of an earlier invitation",
  input: ownerInput,
  output: z.object({ email: z.string() }),
  run: async ({ db, input }) => {
    const { token, sealed } = firstOwnerLink(input.email);
    await db.call(
      sql`guard.invite_first_owner(${input.organizationId}, ${input.email}, ${token}, ${sealed})`,
      z.unknown(),
    );
    return { email: input.email };
  },
});

export const confirmSuperAdmin = defineOperation({
  ...act,
  name: "platform.confirm_super_admin",
  summary: "Open the console again to a super admin whose password was reset by mail",
  fresh: true,
  input: z.strictObject({ id: idInput("usr"), reason: reasonInput }),
  output: nothing,
  run: async ({ db, input }) => {
    await db.call(sql`guard.confirm_super_admin(${input.id}, ${input.reason})`, z.unknown());
    return {};
  },
});

export const retryJob = defineOperation({
  ...act,
  name: "platform.retry_job",
  summary: "Try a failed job or mail again",
  input: z.strictObject({ id: idInput("job") }),
  output: nothing,
  run: async ({ db, input }) => {
    await db.call(sql`guard.retry_job(${input.id})`, z.unknown());
    return {};
  },
});
