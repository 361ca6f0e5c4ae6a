import { z } from "zod";
import { idOutput } from "@/lib/ids";
import { jobStates, organizationStates } from "./schema";

const moment = z.coerce.date();
const count = z.coerce.number();

export const organizationRow = z.object({
  id: idOutput("org"),
  slug: z.string(),
  name: z.string(),
  state: z.enum(organizationStates),
  plan: z.string(),
  members: count,
  requests: count,
  owner_name: z.string().nullable(),
  last_activity_at: moment.nullable(),
  created_at: moment,
  seats_used: count,
  /** Null where any number may be. */
  seats: count.nullable(),
  calls_today: count,
  calls_most: count.nullable(),
});

export const organizationFacts = z.object({
  id: idOutput("org"),
  slug: z.string(),
  name: z.string(),
  state: z.enum(organizationStates),
  plan: z.string(),
  suspended_reason: z.string().nullable(),
  company_name: z.string().nullable(),
  industry: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  currency: z.string(),
  time_zone: z.string(),
  role_template: z.string(),
  created_at: moment,
  owner: z.object({ name: z.string(), email: z.string() }).nullable(),
  members: count,
  suspended_members: count,
  requests: count,
  invitations: count,
  live_sessions: count,
  live_keys: count,
  open_jobs: count,
  failed_jobs: count,
  last_activity_at: moment.nullable(),
  api_calls: count,
  api_calls_per_key: count,
  first_owner: z.object({ email: z.string(), created_at: moment, expires_at: moment, live: z.boolean() }).nullable(),
});

export const userRow = z.object({
  id: idOutput("usr"),
  name: z.string(),
  email: z.string(),
  verified: z.boolean(),
  super_admin: z.boolean(),
  organizations: count,
  sessions: count,
  last_used_at: moment.nullable(),
  created_at: moment,
});

export const userFacts = z.object({
  id: idOutput("usr"),
  name: z.string(),
  email: z.string(),
  verified_at: moment.nullable(),
  time_zone: z.string(),
  created_at: moment,
  super_admin_since: moment.nullable(),
  console_paused_at: moment.nullable(),
  second_factor_since: moment.nullable(),
  last_used_at: moment.nullable(),
  sessions: count,
  organizations: z.array(
    z.object({
      id: idOutput("org"),
      name: z.string(),
      slug: z.string(),
      state: z.enum(organizationStates),
      member_id: idOutput("mem"),
      role: z.string(),
      status: z.string(),
      joined_at: moment,
    }),
  ),
});

export const jobRow = z.object({
  id: idOutput("job"),
  task: z.string(),
  template: z.string().nullable(),
  recipient: z.string().nullable(),
  organization_id: idOutput("org").nullable(),
  organization_name: z.string().nullable(),
  state: z.enum(jobStates),
  attempts: count,
  last_error: z.string().nullable(),
  created_at: moment,
  finished_at: moment.nullable(),
});

export const health = z.object({
  postgres: z.string(),
  organizations: z.partialRecord(z.enum(organizationStates), count).nullable(),
  users: count,
  live_sessions: count,
  super_admins: count,
  done_today: count,
  queues: z.array(z.object({ mail: z.boolean(), state: z.enum(jobStates), n: count, oldest: moment })),
});

export const migration = z.object({ name: z.string(), applied_at: moment });

export type OrganizationRow = z.output<typeof organizationRow>;
export type OrganizationFacts = z.output<typeof organizationFacts>;
export type UserRow = z.output<typeof userRow>;
export type JobRow = z.output<typeof jobRow>;
