import type { FeatureName, LimitName } from "@/lib/plans/words";
import { guard, type Organization, unique } from "./world";

type Allowed = { without?: FeatureName[]; limits?: Partial<Record<LimitName, number>> };

/** A plan of its own, so that no other test meets it. Answers its key. */
export async function makePlan({ without = [], limits = {} }: Allowed = {}): Promise<string> {
  const key = unique("plan").replaceAll("-", "_");
  await guard`insert into guard.plans (key, name, without, limits)
    values (${key}, ${`Plan ${key}`}, ${without}, ${guard.json(limits)})`;
  return key;
}

/** Gives an organization a plan of its own, as a super admin would. */
export async function putOnPlan({ id }: Pick<Organization, "id">, allowed: Allowed): Promise<string> {
  const key = await makePlan(allowed);
  await guard`update public.organizations set plan = ${key} where id = ${id}`;
  return key;
}
