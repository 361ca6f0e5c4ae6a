"use client";

import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { CheckField } from "@/components/form/check-field";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { SwitchField } from "@/components/form/switch-field";
import { TextField } from "@/components/form/text-field";
import { TextareaField } from "@/components/form/textarea-field";
import { WaysField } from "@/components/policy/ways-field";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { updatePolicyAction } from "@/lib/policy/actions";
import { factorDemands, type Policy } from "@/lib/policy/schema";

type Props = { organizationId: string; policy: Policy; waysHere: string[] };

/** What the organization demands of a sign-in. Each part is judged on every request. */
export function PolicyForm({ organizationId, policy, waysHere }: Props) {
  return (
    <ActionForm
      action={updatePolicyAction}
      organizationId={organizationId}
      shown={policy}
      defaultValues={{
        factorFor: policy.factorFor ?? "usual",
        graceDays: policy.graceDays,
        rememberDevices: policy.rememberDevices,
        sessionHours: policy.sessionHours ?? "",
        sessionIdleMinutes: policy.sessionIdleMinutes ?? "",
        networks: policy.networks.join("\n"),
        signInIssuers: policy.signInIssuers.join("\n"),
      }}
      submitLabel="Save policy"
      layout="fill"
      className="max-w-3xl [&_button[type=submit]]:w-auto"
      after={(failure) => <LockOut failure={failure} />}
    >
      <Card title="Second factor" description={`${policy.membersWithFactor} of ${policy.members} members have one.`}>
        <div className="space-y-5">
          <RadioField name="factorFor" label="Who must have one" options={demands(policy)} />
          <TextField
            name="graceDays"
            label="Days to set it up"
            help="Counted from a change of the line above, or from joining. After that their pages lead to the set-up."
            type="number"
            min={0}
            max={90}
            suffix="days"
          />
          <SwitchField
            name="rememberDevices"
            label="Remembered devices count"
            help="Off: this organization asks for a code at each sign-in, also on devices that a person had remembered."
          />
        </div>
      </Card>
      <Card title="Sessions" description="When people prove again who they are.">
        <div className="space-y-5">
          <SelectField
            name="sessionHours"
            label="At the latest"
            placeholder="After 30 days, as everywhere"
            options={choices([8, 12, 24, 72, 168, 336], policy.sessionHours, (n) =>
              n < 48 ? `After ${n} hours` : `After ${n / 24} days`,
            )}
          />
          <SelectField
            name="sessionIdleMinutes"
            label="When nothing was done"
            placeholder="For 14 days, as everywhere"
            options={choices([15, 30, 60, 240, 480, 1440], policy.sessionIdleMinutes, (n) =>
              n < 60 ? `For ${n} minutes` : n === 60 ? "For an hour" : `For ${n / 60} hours`,
            )}
          />
        </div>
      </Card>
      <Card title="Ways to sign in" description="Which of them open this organization.">
        <div className="space-y-5">
          <WaysField allowed={policy.signInWays} here={waysHere} />
          {waysHere.length > 1 && (
            <TextareaField
              name="signInIssuers"
              label="Only accounts of these issuers"
              help="One per line, such as https://login.microsoftonline.com/<directory>/v2.0. Leave it empty to count every issuer of the ways above."
              rows={2}
              spellCheck={false}
            />
          )}
        </div>
      </Card>
      <Card
        title="Networks"
        description="Pages, forms, API keys and support sessions open only from these. Leave it empty to allow all. A look from Berth's console, read only and with its reason in your audit trail, is not bound by them."
      >
        <TextareaField
          name="networks"
          label="Allowed networks"
          help={`One per line, such as 203.0.113.0/24 or 2001:db8::/32. You are at ${policy.address ?? "an unknown address"}.`}
          rows={4}
          spellCheck={false}
        />
        <p className="mt-2 text-muted text-table">
          The owner can always open this page, with a fresh proof and on the record.
        </p>
      </Card>
    </ActionForm>
  );
}

function demands({ usualFactorFor }: Policy) {
  const usual = factorDemands.find(({ value }) => value === usualFactorFor)?.label.toLowerCase();
  return [
    { value: "usual", label: "As this installation does", help: `At present: ${usual}.` },
    ...factorDemands.map((each) => ({ ...each })),
  ];
}

/** What was set by other means is a choice too. */
function choices(usual: number[], current: number | null, label: (value: number) => string) {
  const all = current === null || usual.includes(current) ? usual : [...usual, current].sort((a, b) => a - b);
  return all.map((each) => ({ value: String(each), label: label(each) }));
}

/** Nobody locks themselves out without saying so. */
function LockOut({ failure }: { failure: string | undefined }) {
  const [seen, setSeen] = useState(false);
  if (failure === "locks_out" && !seen) setSeen(true);
  if (!seen) return null;
  return (
    <Callout tone="warning" title="You would lock yourself out">
      <CheckField name="despiteLockOut" label="Save it all the same. Only the owner gets back in from here." />
    </Callout>
  );
}
