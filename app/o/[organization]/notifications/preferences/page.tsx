import { PreferencesForm } from "@/components/notices/preferences-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { organizationPage } from "@/lib/access/page-door";
import { listNoticePreferences } from "@/lib/notices/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "What you get" };

export default async function NoticePreferencesPage({ params }: { params: Promise<{ organization: string }> }) {
  const door = await organizationPage(params);
  const preferences = await door.run(listNoticePreferences, {});
  const { organization } = await organizationShell((await params).organization);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title="What you get"
        description={`Notifications and mails from ${organization.name}, for you alone.`}
        actions={<TextLink href="/notifications">Back to your notifications</TextLink>}
      />
      <Card>
        <PreferencesForm organizationId={organization.id} preferences={preferences} />
      </Card>
    </div>
  );
}
