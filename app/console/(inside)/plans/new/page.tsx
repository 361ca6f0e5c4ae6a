import { PlanForm } from "@/components/plans/plan-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { consolePage } from "@/lib/access/page-door";
import { listPlans } from "@/lib/plans/console-operations";

export const metadata = { title: "New plan" };

export default async function NewPlanPage() {
  await (await consolePage()).run(listPlans, {});
  return (
    <>
      <PageHeader title="New plan" trail={[{ label: "Plans", href: "/console/plans" }]} />
      <Card className="max-w-3xl">
        <PlanForm />
      </Card>
    </>
  );
}
