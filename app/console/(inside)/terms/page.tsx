import { PublishTerms } from "@/components/terms/publish-terms";
import { TermsTable } from "@/components/terms/terms-table";
import { PageHeader } from "@/components/ui/page-header";
import { consolePage } from "@/lib/access/page-door";
import { listTerms } from "@/lib/terms/console-operations";

export const metadata = { title: "Terms" };

export default async function ConsoleTermsPage() {
  const rows = await (await consolePage()).run(listTerms, {});
  return (
    <>
      <PageHeader
        title="Terms"
        description="What people accept when they sign up, and again at each new version. The newest one holds."
        actions={<PublishTerms latest={rows[0]} />}
      />
      <TermsTable rows={rows} />
    </>
  );
}
