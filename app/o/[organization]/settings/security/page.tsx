import { PolicyFacts } from "@/components/policy/policy-facts";
import { PolicyForm } from "@/components/policy/policy-form";
import { SettingsHead } from "@/components/settings/settings-tabs";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { organizationPage } from "@/lib/access/page-door";
import { env } from "@/lib/env";
import { decodeId } from "@/lib/ids";
import { readPolicy } from "@/lib/policy/operations";
import { shellUnlessKeptOut } from "@/lib/shell/page";

export const metadata = { title: "Security policy" };

export default async function SecurityPolicyPage({ params }: { params: Promise<{ organization: string }> }) {
  const door = await organizationPage(params);
  const policy = await door.run(readPolicy, {});
  const organizationId = decodeId("org", policy.organizationId) ?? "";
  const waysHere = ["password", ...env().providers.map(({ id }) => id)];
  const shell = await shellUnlessKeptOut((await params).organization);
  if (!shell)
    return (
      <>
        <PageHeader title="Security policy" />
        <Callout tone="warning" className="mb-6 max-w-3xl" title="The policy keeps you out of everything else">
          You are outside of the allowed networks, or signed in by a way that is not allowed. As the owner you can open
          this page and nothing else. Each time is on the record.
        </Callout>
        <PolicyForm organizationId={organizationId} policy={policy} waysHere={waysHere} />
      </>
    );
  return (
    <>
      <SettingsHead held={shell.permissions} />
      {shell.permissions.includes("settings.manage") ? (
        <PolicyForm organizationId={organizationId} policy={policy} waysHere={waysHere} />
      ) : (
        <Card title="Security policy" className="max-w-3xl">
          <PolicyFacts policy={policy} />
        </Card>
      )}
    </>
  );
}
