import { Plus } from "lucide-react";
import Link from "next/link";
import { PlansTable } from "@/components/plans/plans-table";
import { buttonStyles } from "@/components/ui/button-styles";
import { PageHeader } from "@/components/ui/page-header";
import { consolePage } from "@/lib/access/page-door";
import { listPlans } from "@/lib/plans/console-operations";

export const metadata = { title: "Plans" };

export default async function PlansPage() {
  const rows = await (await consolePage()).run(listPlans, {});
  return (
    <>
      <PageHeader
        title="Plans"
        description="Named sets of features and limits. What differs for one organization stands on its own page."
        actions={
          <Link href="/console/plans/new" className={buttonStyles({ variant: "primary" })}>
            <Plus />
            New plan
          </Link>
        }
      />
      <PlansTable rows={rows} />
    </>
  );
}
