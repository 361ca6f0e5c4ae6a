import { RequestsForm } from "@/components/settings/requests-form";
import { SettingsHead } from "@/components/settings/settings-tabs";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { organizationPage } from "@/lib/access/page-door";
import { readSettings } from "@/lib/settings/operations";
import { hoursInWords } from "@/lib/settings/words";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Requests to join" };

export default async function RequestSettingsPage({ params }: { params: Promise<{ organization: string }> }) {
  const door = await organizationPage(params);
  const settings = await door.run(readSettings, {});
  const { permissions } = await organizationShell((await params).organization);
  const words = (hours: number | null) => (hours === null ? "Never" : hoursInWords(hours));
  return (
    <>
      <SettingsHead held={permissions} />
      <Card
        title="Requests to join"
        description="By when somebody has to decide, and what happens when nobody does."
        className="max-w-3xl"
      >
        {permissions.includes("settings.manage") ? (
          <RequestsForm settings={settings} />
        ) : (
          <div className="space-y-4">
            <Callout>
              You need <em>Change settings</em> to change these. Owners and admins can give it.
            </Callout>
            <DescriptionList
              items={[
                { label: "Due after", value: words(settings.due_hours) },
                { label: "Reminder, before due", value: words(settings.reminder_hours) },
                { label: "Owner told, after due", value: words(settings.escalation_hours) },
                { label: "Closed, after due", value: words(settings.close_hours) },
              ]}
            />
          </div>
        )}
      </Card>
    </>
  );
}
