import Link from "next/link";
import { notFound } from "next/navigation";
import { PlanActs } from "@/components/plans/plan-acts";
import { PlanForm } from "@/components/plans/plan-form";
import { Badge } from "@/components/ui/badge";
import { buttonStyles } from "@/components/ui/button-styles";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { consolePage } from "@/lib/access/page-door";
import { findPlan } from "@/lib/plans/console-operations";
import { planKey } from "@/lib/plans/schema";

export const metadata = { title: "Plan" };

export default async function PlanPage({ params }: { params: Promise<{ key: string }> }) {
  const [{ key }, door] = await Promise.all([params, consolePage()]);
  if (!planKey.safeParse(key).success) notFound();
  const plan = await door.run(findPlan, { key });
  const { organizations } = plan;
  return (
    <>
      <PageHeader
        title={plan.name}
        meta={plan.archived_at ? <Badge>Archived</Badge> : plan.begins && <Badge tone="accent">Begins</Badge>}
        trail={[{ label: "Plans", href: "/console/plans" }]}
        actions={
          <Link href={`/console/organizations?plan=${plan.key}`} className={buttonStyles({ variant: "secondary" })}>
            {organizations === 1 ? "1 organization" : `${organizations.toLocaleString("en")} organizations`}
          </Link>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <Card>
          <PlanForm plan={plan} />
        </Card>
        <PlanActs plan={plan} />
      </div>
    </>
  );
}
