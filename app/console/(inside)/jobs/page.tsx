import { JobsTable } from "@/components/console/jobs-table";
import { PageHeader } from "@/components/ui/page-header";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { consolePage } from "@/lib/access/page-door";
import { listJobs } from "@/lib/console/operations";

export const metadata = { title: "Jobs" };

export default async function JobsPage({ searchParams }: { searchParams: SearchParams }) {
  const { data, next_cursor } = await runList(await consolePage(), listJobs, searchParams, { queue: "jobs" });
  return (
    <>
      <PageHeader
        title="Jobs"
        description="Work that the worker does after a change. A failed job waits here until somebody tries it again."
      />
      <JobsTable queue="jobs" rows={data} nextCursor={next_cursor} />
    </>
  );
}
