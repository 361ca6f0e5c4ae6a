import { DeleteForm } from "@/components/settings/delete-form";
import { SettingsHead } from "@/components/settings/settings-tabs";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { organizationPage } from "@/lib/access/page-door";
import { readSettings } from "@/lib/settings/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Delete" };

export default async function DeletePage({ params }: { params: Promise<{ organization: string }> }) {
  const door = await organizationPage(params);
  const { id, name } = await door.run(readSettings, {});
  const { permissions } = await organizationShell((await params).organization);
  return (
    <>
      <SettingsHead held={permissions} />
      <Card title="Delete this organization" className="max-w-3xl">
        {permissions.includes("organization.delete") ? (
          <div className="max-w-140 space-y-5">
            <Callout tone="danger" title="This cannot be undone">
              Everybody is signed out of {name} at once, its keys and open invitations end, and its address opens
              nothing.
            </Callout>
            <DeleteForm organizationId={id} name={name} />
          </div>
        ) : (
          <p className="text-muted">Only the owner can delete {name}.</p>
        )}
      </Card>
    </>
  );
}
