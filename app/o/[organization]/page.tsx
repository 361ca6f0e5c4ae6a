import { PageHeader } from "@/components/ui/page-header";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Overview" };

export default async function OverviewPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await organizationShell((await params).organization);
  return <PageHeader title={organization.name} />;
}
