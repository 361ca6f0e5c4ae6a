import type { Handle } from "@/lib/access/handle";
import { findPlan, findRoom, listWithheld } from "@/lib/plans/operations";
import type { WithheldHere } from "@/lib/plans/schema";
import { featureNames, features, type LimitName, limitNames, limits } from "@/lib/plans/words";
import type { Reader } from "../reader";
import type { Resolvers } from "../resolvers";
import type { Organization } from "./organizations";

export const planResolvers: Resolvers = {
  Query: {
    plan: (_: unknown, __: unknown, reader) => planOf(reader, reader.here()),
    plan_limit: async (_: unknown, { name }: { name: LimitName }, reader) => {
      const at = reader.here();
      const room = await reader.once(at, `room ${name}`, () => at.run(findRoom, { limit: name }));
      return { name, label: limits[name].label, ...room };
    },
  },
  OrganizationType: {
    plan: async ({ at }: Organization, _: unknown, reader) => planOf(reader, await at()),
    features: async ({ at }: Organization, _: unknown, reader) => {
      const handle = await at();
      return featuresOf(await reader.once(handle, "withheld", () => handle.run(listWithheld, {})));
    },
  },
};

async function planOf(reader: Reader, at: Handle) {
  const found = await reader.once(at, "plan", () => at.run(findPlan, {}));
  return {
    ...found.plan,
    limits: limitNames.map((name) => ({
      ...{ name, label: limits[name].label, agreed: name in found.agreed.limits },
      ...found.limits[name],
    })),
    features: featuresOf(found),
    agreement: found.agreed.reason,
  };
}

function featuresOf({ withheld, offered }: Pick<WithheldHere, "withheld" | "offered">) {
  return featureNames.map((name) => ({
    ...{ name, label: features[name].label, is_on: !withheld.includes(name) },
    offered_by: withheld.includes(name) ? (offered[name] ?? []) : [],
  }));
}
