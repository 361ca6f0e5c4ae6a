import { JobsTable } from "@/components/console/jobs-table";
import { PageHeader } from "@/components/ui/page-header";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { consolePage } from "@/lib/access/page-door";
import { listJobs } from "@/lib/console/operations";

export const metadata = { title: "Mail" };

export default async function MailPage({ searchParams }: { searchParams: SearchParams }) {
  const { data, next_cursor } = await runList(await consolePage(), listJobs, searchParams, { queue: "mail" });
  return (
    <>
      <PageHeader title="Mail" description="Every message that Berth sends, by receiver. What it says is sealed." />
      <JobsTable queue="mail" rows={data} nextCursor={next_cursor} />
    </>
  );
}
