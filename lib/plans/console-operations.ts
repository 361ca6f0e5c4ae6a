import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { defineOperation } from "@/lib/access/operation";
import { BerthError } from "@/lib/errors";
import { idInput } from "@/lib/ids";
import {
  organizationPlanInput,
  planEffect,
  planFacts,
  planFound,
  planInput,
  planPreviewInput,
  planReference,
  planRow,
} from "./schema";
import { featureNames } from "./words";

const look = { scope: "platform", permission: "platform.view", access: "read" } as const;
const act = { scope: "platform", permission: "platform.manage", access: "write", fresh: true } as const;
const nothing = z.object({});

export const listPlans = defineOperation({
  ...look,
  name: "platform.plans",
  summary: "List the plans of the installation",
  input: z.strictObject({}),
  output: z.array(planRow),
  run: ({ db }) => db.call(sql`guard.platform_plans()`, z.array(planRow)),
});

export const findPlan = defineOperation({
  ...look,
  name: "platform.plan",
  summary: "See a plan of the installation",
  input: planReference,
  output: planFound,
  run: async ({ db, input }) => {
    const plans = await db.call(sql`guard.platform_plans()`, z.array(planRow));
    const plan = plans.find(({ key }) => key === input.key);
    if (!plan) throw new BerthError("not_found", "There is no such plan.");
    return { ...plan, features: Object.fromEntries(featureNames.map((name) => [name, !plan.without.includes(name)])) };
  },
});

/** Nobody else changes the plan until this transaction ends. */
const changes = {
  shownBy: findPlan,
  lock: (db: Database, { key }: { key: string }) => db.call(sql`guard.hold_plan(${key})`, z.unknown()),
};

export const findPlanOf = defineOperation({
  ...look,
  name: "platform.plan_of",
  summary: "See one organization's plan with its use",
  input: z.strictObject({ id: idInput("org") }),
  output: planFacts,
  run: ({ db, input }) => db.call(sql`guard.platform_plan_of(${input.id})`, planFacts),
});

export const previewPlan = defineOperation({
  ...look,
  name: "platform.preview_plan",
  summary: "See what a change of a plan would do",
  input: planPreviewInput,
  output: planEffect,
  changes: { shownBy: findPlan, lock: async () => undefined },
  run: async ({ db, input }) => {
    await requireOwnWords(db, input);
    return db.call(
      sql`guard.plan_effect(${input.key}, ${sql.param(lacking(input.features))}::text[], ${JSON.stringify(input.limits)}::jsonb)`,
      planEffect,
    );
  },
});

type Words = { key: string; name: string; isNew: boolean };

/** Key and name tell plans apart: who chooses among them sees nothing else. */
async function requireOwnWords(db: Database, { key, name, isNew }: Words): Promise<void> {
  const plans = await db.call(sql`guard.platform_plans()`, z.array(planRow));
  if (isNew && plans.some((plan) => plan.key === key)) throw taken("key", "There is a plan with this key.");
  const same = plans.find((plan) => plan.key !== key && plan.name.toLowerCase() === name.toLowerCase());
  if (same) throw taken("name", same.archived_at ? "An archived plan has this name." : "Another plan has this name.");
}

function taken(field: string, message: string): BerthError {
  return new BerthError("invalid", message, { reason: "plan_taken", fields: { [field]: [message] } });
}

export const createPlan = defineOperation({
  ...act,
  name: "platform.create_plan",
  summary: "Make a plan",
  input: planInput,
  output: nothing,
  run: async ({ db, input }) => {
    await requireOwnWords(db, { ...input, isNew: true });
    await db.call(saved(input, true), z.unknown());
    return {};
  },
});

export const changePlan = defineOperation({
  ...act,
  name: "platform.change_plan",
  summary: "Change a plan for every organization that has it",
  input: planInput,
  output: nothing,
  changes,
  run: async ({ db, input }) => {
    await requireOwnWords(db, { ...input, isNew: false });
    await db.call(saved(input, false), z.unknown());
    return {};
  },
});

const lacking = (features: z.output<typeof planInput>["features"]) => featureNames.filter((name) => !features[name]);

const saved = ({ key, name, description, features, limits }: z.output<typeof planInput>, isNew: boolean) =>
  sql`guard.save_plan(${key}, ${name}, ${description}, ${sql.param(lacking(features))}::text[], ${JSON.stringify(limits)}::jsonb, ${isNew})`;

export const archivePlan = defineOperation({
  ...act,
  name: "platform.archive_plan",
  summary: "Archive a plan: nobody gets it any more, and who has it keeps it",
  input: planReference,
  output: nothing,
  run: async ({ db, input }) => {
    await db.call(sql`guard.archive_plan(${input.key}, true)`, z.unknown());
    return {};
  },
});

export const restorePlan = defineOperation({
  ...act,
  name: "platform.restore_plan",
  summary: "Give a plan out again",
  input: planReference,
  output: nothing,
  run: async ({ db, input }) => {
    await db.call(sql`guard.archive_plan(${input.key}, false)`, z.unknown());
    return {};
  },
});

export const beginWithPlan = defineOperation({
  ...act,
  name: "platform.begin_with_plan",
  summary: "Let new organizations begin with a plan",
  input: planReference,
  output: nothing,
  run: async ({ db, input }) => {
    await db.call(sql`guard.begin_with_plan(${input.key})`, z.unknown());
    return {};
  },
});

export const setOrganizationPlan = defineOperation({
  ...act,
  name: "platform.set_plan",
  summary: "Change an organization's plan, and what it has more or less than its plan",
  input: organizationPlanInput,
  output: nothing,
  run: async ({ db, input }) => {
    const { organizationId, plan, limits, reason } = input;
    const features = Object.fromEntries(
      Object.entries(input.features).flatMap(([name, is]) => (is === "" ? [] : [[name, is === "on"]])),
    );
    await db.call(
      sql`guard.set_organization_plan(${organizationId}, ${plan}, ${JSON.stringify(limits)}::jsonb, ${JSON.stringify(features)}::jsonb, ${reason})`,
      z.unknown(),
    );
    return {};
  },
});
