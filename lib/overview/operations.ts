import { z } from "zod";
import { anyOf } from "@/lib/access/list";
import { defineOperation } from "@/lib/access/operation";
import { idInput } from "@/lib/ids";
import { whatWaits } from "@/lib/shell/facts";
import { setUpSteps, stepKey } from "./checklist";
import { overviewRepository } from "./repository";
import { happeningsOf } from "./sentences";

const periods = z.object({ now: z.number(), before: z.number() });
const shownHappenings = 8;
const readEntries = 200;

/** 30 days beside the 30 before. A number that the acting person may not see is null. */
export const viewOverview = defineOperation({
  name: "overview.view",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "See the numbers of the organization and what is left to set up",
  input: z.strictObject({ branch: anyOf(idInput("brn")) }),
  output: z.object({
    members: periods.extend({ total: z.number() }).nullable(),
    requests: periods.nullable(),
    changes: periods.nullable(),
    steps: z.array(z.object({ key: stepKey, done: z.boolean() })),
  }),
  asksOnce: true,
  rest: { method: "get", path: "/overview" },
  run: async ({ db, actor, input }) => {
    const overview = overviewRepository(db);
    const [members, all, waiting, organization, requests, changes] = await Promise.all([
      overview.members(input.branch),
      overview.members([]),
      whatWaits(db),
      overview.organization(),
      actor.rights.has("registrations.view") ? overview.requests() : null,
      actor.rights.has("audit.view") ? overview.changes() : null,
    ]);
    const { companyName, industry, companySize, city, country, defaultRoleKey, roleTemplate } = organization;
    return {
      members: actor.rights.has("members.view") ? members : null,
      requests,
      changes,
      steps: setUpSteps(
        {
          members: all.total,
          invitations: waiting.invitations ?? 0,
          usedKeys: waiting.usedKeys ?? 0,
          profile: { companyName, industry, companySize, city, country },
          defaultRoleKey,
          roleTemplate,
          dismissed: organization.dismissedSteps,
        },
        (permission) => actor.rights.has(permission),
      ),
    };
  },
});

export const viewRecent = defineOperation({
  name: "overview.recent",
  scope: "organization",
  permission: "audit.view",
  access: "read",
  summary: "See what happened last, one line for one request",
  input: z.strictObject({}),
  output: z.array(z.object({ id: z.string(), actor: z.string(), did: z.string(), at: z.date(), changes: z.number() })),
  asksOnce: true,
  rest: { method: "get", path: "/overview/recent" },
  run: async ({ db }) => happeningsOf(await overviewRepository(db).recentEntries(readEntries), shownHappenings),
});

export const dismissStep = defineOperation({
  name: "overview.dismiss_step",
  scope: "organization",
  permission: "settings.manage",
  access: "write",
  summary: "Put a step of the set-up aside, for everybody",
  input: z.strictObject({ step: stepKey }),
  output: z.object({ step: stepKey }),
  rest: { method: "post", path: "/overview/steps/dismiss", status: 200 },
  run: async ({ db, input }) => {
    await overviewRepository(db).dismiss(input.step);
    return input;
  },
});
