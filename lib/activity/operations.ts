import { defineOperation } from "@/lib/access/operation";
import { daysBetween, filledDays, openOn } from "./days";
import { summaryOf } from "./provisioning";
import { activityRepository } from "./repository";
import { activityInput, activityOutput } from "./schema";

export const viewActivity = defineOperation({
  name: "activity.view",
  scope: "organization",
  permission: "activity.view",
  access: "read",
  summary: "See what members did, in some branches or all, how many requests wait, and how fast people get in",
  input: activityInput,
  output: activityOutput,
  rest: { method: "get", path: "/activity" },
  asksOnce: true,
  run: async ({ db, input }) => {
    const activity = activityRepository(db);
    const [{ days, people }, changes, courses] = await Promise.all([
      input.branch.length > 0 ? activity.countsIn(input, input.branch) : activity.counts(input),
      activity.requestChanges(input),
      activity.courses(input),
    ]);
    const range = daysBetween(input.from, input.to);
    return {
      days: filledDays(range, days),
      people,
      open: openOn(range, changes),
      provisioning: summaryOf(courses),
    };
  },
});
