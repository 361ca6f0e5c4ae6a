import { SettingsHistory } from "@/components/settings/settings-history";
import { SettingsHead } from "@/components/settings/settings-tabs";
import { Card } from "@/components/ui/card";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { readSettingsHistory } from "@/lib/settings/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "History of settings" };

type PageProps = { params: Promise<{ organization: string }>; searchParams: SearchParams };

export default async function SettingsHistoryPage({ params, searchParams }: PageProps) {
  const door = await organizationPage(params);
  const { data, next_cursor } = await runList(door, readSettingsHistory, searchParams);
  const { permissions, organization } = await organizationShell((await params).organization);
  return (
    <>
      <SettingsHead held={permissions} />
      <Card
        title="History"
        description={`Who changed which setting. Times are in ${organization.timeZone}.`}
        className="max-w-3xl"
      >
        <SettingsHistory changes={data} older={next_cursor} timeZone={organization.timeZone} />
      </Card>
    </>
  );
}
