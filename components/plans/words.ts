import type { PlanRow } from "@/lib/plans/schema";
import { features, type LimitName, limits } from "@/lib/plans/words";

export const limitLabel = (name: LimitName): string => limits[name].label;

/** A feature's label; of one that this version does not know, its name. */
export function featureLabel(name: string): string {
  return name in features ? features[name as keyof typeof features].label : name; // just asked
}

export const amount = (most: number | null | undefined): string =>
  most === null || most === undefined ? "No limit" : most.toLocaleString("en");

/** "Business", "Team and Business", "Free, Team and Business". */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction", style: "long" }).format(names).replace(/,(?= and )/, "");
}

type Offered = Pick<PlanRow, "key" | "name" | "archived_at">;

/** The plans to choose from: archived ones only where they are kept or were chosen before they were archived. */
export function planChoices(plans: readonly Offered[], held: readonly string[]): { value: string; label: string }[] {
  return plans
    .filter(({ key, archived_at }) => !archived_at || held.includes(key))
    .map(({ key, name, archived_at }) => ({ value: key, label: archived_at ? `${name} (archived)` : name }));
}

export type Fill = "open" | "near" | "full" | "past";

/** The colour of a bar; words beside it say the same. */
export const barOf = { open: "bg-accent", near: "bg-warning", full: "bg-danger", past: "bg-danger" } as const;

/** How full a limit is: near from four fifths on. */
export function fillOf({ most, used }: { most: number | null; used: number }): Fill {
  if (most === null || (used === 0 && most > 0)) return "open";
  if (used > most) return "past";
  if (used === most) return "full";
  return used * 5 >= most * 4 ? "near" : "open";
}
