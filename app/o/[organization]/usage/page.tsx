import { RangeFault } from "@/components/activity/range-fault";
import { RangeLinks } from "@/components/activity/range-links";
import { DateRange } from "@/components/data-table/date-range";
import { GuideLink } from "@/components/ui/guide-link";
import { PageHeader } from "@/components/ui/page-header";
import { UsageCharts } from "@/components/usage/usage-charts";
import type { SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { rangeOf, rangePresets } from "@/lib/activity/range";
import { env } from "@/lib/env";
import { rootLink } from "@/lib/hosts";
import { organizationShell } from "@/lib/shell/page";
import { viewUsage } from "@/lib/usage/operations";

export const metadata = { title: "Usage" };

type Props = { params: Promise<{ organization: string }>; searchParams: SearchParams };

export default async function UsagePage({ params, searchParams }: Props) {
  const [door, query, { organization: slug }] = await Promise.all([organizationPage(params), searchParams, params]);
  const { organization } = await organizationShell(slug);
  const { range, fault } = rangeOf(query, organization.timeZone);
  const { from, to } = range;
  const usage = await door.run(viewUsage, { from, to });
  return (
    <>
      <PageHeader
        title="Usage"
        description={`What ${organization.name} did, by day. ${organization.timeZone.replaceAll("_", " ")}.`}
        actions={<GuideLink href={rootLink(env().rootUrl, "/docs/rate-limits")}>Limits of calls</GuideLink>}
      />
      <div className="mb-5 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <RangeLinks presets={rangePresets({ from, to }, organization)} />
        <DateRange shown={{ from, to }} />
      </div>
      <RangeFault fault={fault} />
      <UsageCharts usage={usage} />
    </>
  );
}
