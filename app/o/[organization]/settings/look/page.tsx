import { LookEditor } from "@/components/look/look-editor";
import { FeatureNote } from "@/components/plans/feature-note";
import { SettingsHead } from "@/components/settings/settings-tabs";
import { Callout } from "@/components/ui/callout";
import { organizationPage } from "@/lib/access/page-door";
import { readLook } from "@/lib/look/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Look" };

export default async function LookPage({ params }: { params: Promise<{ organization: string }> }) {
  const door = await organizationPage(params);
  const look = await door.run(readLook, {});
  const { permissions, plan } = await organizationShell((await params).organization);
  const may = { brand: permissions.includes("branding.manage"), show: permissions.includes("settings.manage") };
  return (
    <>
      <SettingsHead held={permissions} />
      {plan.withheld.includes("branding") ? (
        <FeatureNote feature="branding" facts={plan} leads={permissions.includes("usage.view")} />
      ) : (
        !may.brand && (
          <Callout className="mb-5">
            You need <em>Change logo and colours</em> to change logo and colour. Owners and admins can give it.
          </Callout>
        )
      )}
      <LookEditor look={look} may={may} />
    </>
  );
}
