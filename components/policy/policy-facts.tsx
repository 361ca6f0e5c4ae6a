import { DescriptionList } from "@/components/ui/description-list";
import { factorDemands, type Policy } from "@/lib/policy/schema";
import { signInWays } from "@/lib/sign-in-ways";

/** The policy for those who may read it and not change it. */
export function PolicyFacts({ policy }: { policy: Policy }) {
  const demanded = policy.factorFor ?? policy.usualFactorFor;
  return (
    <DescriptionList
      items={[
        { label: "Second factor", value: factorDemands.find(({ value }) => value === demanded)?.label },
        { label: "Days to set it up", value: policy.factorFor === null ? policy.usualGraceDays : policy.graceDays },
        { label: "Remembered devices", value: policy.rememberDevices ? "Count" : "Do not count" },
        { label: "Session at most", value: policy.sessionHours === null ? "30 days" : `${policy.sessionHours} hours` },
        {
          label: "Idle at most",
          value: policy.sessionIdleMinutes === null ? "14 days" : `${policy.sessionIdleMinutes} minutes`,
        },
        {
          label: "Ways to sign in",
          value: policy.signInWays
            ? signInWays
                .filter(({ value }) => policy.signInWays?.includes(value))
                .map(({ label }) => label)
                .join(", ")
            : "All",
        },
        ...(policy.signInIssuers.length > 0 ? [{ label: "Issuers", value: policy.signInIssuers.join(", ") }] : []),
        { label: "Networks", value: policy.networks.length === 0 ? "All" : policy.networks.join(", ") },
      ]}
    />
  );
}
