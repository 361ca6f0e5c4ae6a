import { DeadLettersTable } from "@/components/console/dead-letters-table";
import { PageHeader } from "@/components/ui/page-header";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { consolePage } from "@/lib/access/page-door";
import { listDeadLetters } from "@/lib/console/dead-letters";

export const metadata = { title: "Dead letters" };

export default async function DeadLettersPage({ searchParams }: { searchParams: SearchParams }) {
  const { data, next_cursor } = await runList(await consolePage(), listDeadLetters, searchParams);
  return (
    <>
      <PageHeader
        title="Dead letters"
        description="Webhook deliveries that failed for good, of all organizations. What they carry is not shown here."
      />
      <DeadLettersTable rows={data} nextCursor={next_cursor} />
    </>
  );
}
