import { sql } from "drizzle-orm";
import { z } from "zod";
import { anyOf, page, searchInput } from "@/lib/access/list";
import { type Actors, defineOperation } from "@/lib/access/operation";
import { auditListInput, auditPage } from "@/lib/audit/schema";
import { BerthError } from "@/lib/errors";
import { idInput, idOutput } from "@/lib/ids";
import { planKey } from "@/lib/plans/schema";
import { asFound, listed, listFields, paging, searchedId, textArray } from "./paging";
import { health, jobRow, migration, organizationFacts, organizationRow, userFacts, userRow } from "./rows";
import { jobStates, organizationStates, reasonInput } from "./schema";
import { everyTrail, platformTrail } from "./trail";

const look = { scope: "platform", permission: "platform.view", access: "read" } as const;
/** Looking at one record writes the look itself to the platform's log. */
const recordedLook = { ...look, access: "write" } as const;
export const consoleShell = defineOperation({
  ...look,
  name: "platform.shell",
  summary: "Who acts in the console, and what waits there",
  input: z.strictObject({}),
  output: z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    failed_jobs: z.number(),
    failed_mails: z.number(),
  }),
  run: async ({ db }) => {
    const [row] = await db.rows(
      sql`select * from guard.platform_shell()`,
      z.object({
        id: z.uuid(),
        name: z.string(),
        email: z.string(),
        failed_jobs: z.number(),
        failed_mails: z.number(),
      }),
    );
    if (!row) throw new Error("the acting person is gone");
    return row;
  },
});

export const confirmConsole = defineOperation({
  ...look,
  name: "platform.confirm",
  summary: "Enter the password again for the console",
  fresh: true,
  input: z.strictObject({ to: z.string().default("/console") }),
  output: z.object({ to: z.string() }),
  run: async ({ input }) => ({ to: /^\/console($|[/?])/.test(input.to) ? input.to : "/console" }),
});

/** Only takes the reason in; the look itself, and its entry, come with the pages of the visit. */
export const beginVisit = defineOperation({
  ...look,
  name: "platform.begin_visit",
  summary: "Say why you look at one organization",
  input: z.strictObject({ organizationId: idInput("org"), reason: reasonInput }),
  output: z.object({ id: idOutput("org"), reason: z.string() }),
  run: async ({ input }) => ({ id: input.organizationId, reason: input.reason }),
});

export const platformHealth = defineOperation({
  ...look,
  name: "platform.health",
  summary: "Counts, queues and versions of the installation",
  input: z.strictObject({}),
  output: z.object({ health, migrations: z.array(migration) }),
  run: async ({ db }) => ({
    health: await db.call(sql`guard.platform_health()`, asFound(health)),
    migrations: await db.rows(
      sql`select name, applied_at from berth_migrations.versioned order by id desc`,
      asFound(migration),
    ),
  }),
});

export const listOrganizations = defineOperation({
  ...look,
  name: "platform.organizations",
  summary: "List all organizations",
  input: z.strictObject({
    ...listFields,
    q: searchInput,
    state: anyOf(z.enum(organizationStates)),
    plan: anyOf(planKey),
  }),
  output: page(organizationRow),
  run: async ({ db, input }) => {
    const { at, id, limit, page } = paging("platform.organizations", input);
    const rows = await db.rows(
      sql`select * from guard.platform_organizations(${input.q}, ${searchedId("org", input.q)}, ${textArray(input.state)}, ${textArray(input.plan)}, ${at}, ${id}, ${limit})`,
      listed(organizationRow),
    );
    return page(rows);
  },
});

export const findOrganization = defineOperation({
  ...recordedLook,
  name: "platform.organization",
  summary: "See one organization's facts",
  input: z.strictObject({ id: idInput("org") }),
  output: organizationFacts,
  run: ({ db, input }) => db.call(sql`guard.platform_organization(${input.id})`, asFound(organizationFacts)),
});

export const listUsers = defineOperation({
  ...look,
  name: "platform.users",
  summary: "List all people",
  input: z.strictObject({ ...listFields, q: searchInput }),
  output: page(userRow),
  run: async ({ db, input }) => {
    const { at, id, limit, page } = paging("platform.users", input);
    const rows = await db.rows(
      sql`select * from guard.platform_users(${input.q}, ${searchedId("usr", input.q)}, ${at}, ${id}, ${limit})`,
      listed(userRow),
    );
    return page(rows);
  },
});

export const findUser = defineOperation({
  ...recordedLook,
  name: "platform.user",
  summary: "See one person and their organizations",
  input: z.strictObject({ id: idInput("usr") }),
  output: userFacts,
  run: ({ db, input }) => db.call(sql`guard.platform_user(${input.id})`, asFound(userFacts)),
});

export const listJobs = defineOperation({
  ...look,
  name: "platform.jobs",
  summary: "List queued and finished jobs, or mails",
  input: z.strictObject({
    ...listFields,
    queue: z.enum(["jobs", "mail"]).default("jobs"),
    state: anyOf(z.enum(jobStates)),
  }),
  output: page(jobRow),
  run: async ({ db, input }) => {
    const { at, id, limit, page } = paging("platform.jobs", input);
    const rows = await db.rows(
      sql`select * from guard.platform_jobs(${input.queue === "mail"}, ${textArray(input.state)}, ${at}, ${id}, ${limit})`,
      listed(jobRow),
    );
    return page(rows);
  },
});

/** A server's credential reads no trail: the wall opens none of these for it. */
function personOf({ userId }: Actors["platform"]): string {
  if (userId === null) throw new BerthError("not_found", "There is nothing at this address.");
  return userId;
}

export const listPlatformAudit = defineOperation({
  ...look,
  name: "platform.audit",
  summary: "Read the platform's own log",
  input: auditListInput,
  output: auditPage,
  run: ({ db, actor, input }) => platformTrail(db, input, personOf(actor)),
});

/** Only takes the reason in; the look itself is on the record of each organization that a search shows. */
export const beginSearch = defineOperation({
  ...look,
  name: "platform.begin_search",
  summary: "Say why you search the trails of all organizations",
  input: z.strictObject({ reason: reasonInput }),
  output: z.object({ reason: z.string() }),
  run: async ({ input }) => input,
});

export const searchTrails = defineOperation({
  ...recordedLook,
  name: "platform.trails",
  summary: "Search the audit trails of all organizations",
  input: auditListInput,
  output: auditPage,
  run: ({ db, actor, input }) => everyTrail(db, input, personOf(actor)),
});
