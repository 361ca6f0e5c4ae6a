import { NeedsSettings } from "@/components/settings/needs-settings";
import { PreferencesForm } from "@/components/settings/preferences-form";
import { SettingsHead } from "@/components/settings/settings-tabs";
import { Card } from "@/components/ui/card";
import { organizationPage } from "@/lib/access/page-door";
import { readPreferences } from "@/lib/preferences/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Preferences" };

export default async function PreferencesPage({ params }: { params: Promise<{ organization: string }> }) {
  const door = await organizationPage(params);
  const preferences = await door.run(readPreferences, {});
  const { permissions, organization } = await organizationShell((await params).organization);
  return (
    <>
      <SettingsHead held={permissions} />
      {permissions.includes("settings.manage") ? (
        <Card
          title="Preferences"
          description="How everybody here reads dates, times and money, and what new work begins with."
          className="max-w-3xl"
        >
          <PreferencesForm organizationId={organization.id} preferences={preferences} />
        </Card>
      ) : (
        <NeedsSettings />
      )}
    </>
  );
}
