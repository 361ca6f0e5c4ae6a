import { NeedsSettings } from "@/components/settings/needs-settings";
import { SettingsHead } from "@/components/settings/settings-tabs";
import { WorkspaceForm } from "@/components/workspace/workspace-form";
import { organizationPage } from "@/lib/access/page-door";
import { organizationShell } from "@/lib/shell/page";
import { getWorkspace } from "@/lib/workspace/operations";

export const metadata = { title: "Shipping settings" };

export default async function ShippingPage({ params }: { params: Promise<{ organization: string }> }) {
  const door = await organizationPage(params);
  const workspace = await door.run(getWorkspace, {});
  const { permissions, organization } = await organizationShell((await params).organization);
  return (
    <>
      <SettingsHead held={permissions} />
      {permissions.includes("settings.manage") ? (
        <WorkspaceForm organizationId={organization.id} workspace={workspace} />
      ) : (
        <NeedsSettings />
      )}
    </>
  );
}
