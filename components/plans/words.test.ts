import { expect, test } from "vitest";
import { planChoices } from "./words";

const plans = [
  { key: "free", name: "Free", archived_at: null },
  { key: "small", name: "Small", archived_at: new Date() },
  { key: "old", name: "Old", archived_at: new Date() },
];

test("an archived plan is a choice only where it is had or was chosen, and says that it is archived", () => {
  expect(planChoices(plans, ["free", "free"])).toEqual([{ value: "free", label: "Free" }]);
  // Archived by somebody else while it was chosen: without it the browser would choose another one by itself.
  expect(planChoices(plans, ["free", "small"])).toEqual([
    { value: "free", label: "Free" },
    { value: "small", label: "Small (archived)" },
  ]);
});
