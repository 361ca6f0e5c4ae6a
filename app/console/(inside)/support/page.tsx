import { SupportTable } from "@/components/impersonation/support-table";
import { PageHeader } from "@/components/ui/page-header";
import { consolePage } from "@/lib/access/page-door";
import { listImpersonations } from "@/lib/impersonation/console-operations";

export const metadata = { title: "Support sessions" };

export default async function SupportPage() {
  const rows = await (await consolePage()).run(listImpersonations, {});
  return (
    <>
      <PageHeader
        title="Support sessions"
        description="Who acts as a member somewhere, now and lately. Begin one on a member's row of a visit, or on a person's page."
      />
      <SupportTable rows={rows} />
    </>
  );
}
