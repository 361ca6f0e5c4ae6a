import { GeneralForm } from "@/components/settings/general-form";
import { RolesForm } from "@/components/settings/roles-form";
import { SettingsFacts } from "@/components/settings/settings-facts";
import { SettingsHead } from "@/components/settings/settings-tabs";
import { TestDataForm } from "@/components/settings/test-data-form";
import { Card } from "@/components/ui/card";
import { organizationPage } from "@/lib/access/page-door";
import { countryOptions, currencyOptions, timeZoneOptions } from "@/lib/organizations/regions";
import { readSettings } from "@/lib/settings/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Settings" };

const regions = { countries: countryOptions, currencies: currencyOptions, timeZones: timeZoneOptions };

export default async function SettingsPage({ params }: { params: Promise<{ organization: string }> }) {
  const door = await organizationPage(params);
  const settings = await door.run(readSettings, {});
  const { permissions } = await organizationShell((await params).organization);
  return (
    <>
      <SettingsHead held={permissions} />
      {permissions.includes("settings.manage") ? (
        <div className="max-w-3xl space-y-6">
          <Card title="Organization" description="Who you are, and how money, times and sizes are shown to everybody.">
            <GeneralForm settings={settings} regions={regions} />
          </Card>
          <Card title="Roles" description="What new people may do, and how the roles build on each other.">
            <RolesForm settings={settings} />
          </Card>
          <Card
            title="Test data"
            description="Deletes every test record, for good. Live records, people, branches and settings stay."
          >
            <TestDataForm organizationId={settings.id} />
          </Card>
        </div>
      ) : (
        <SettingsFacts settings={settings} />
      )}
    </>
  );
}
