import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { PlatformCharts } from "@/components/usage/platform-charts";
import { TopTable } from "@/components/usage/top-table";
import type { SearchParams } from "@/lib/access/list-page";
import { consolePage } from "@/lib/access/page-door";
import { viewPlatformUsage } from "@/lib/usage/console-operations";

export const metadata = { title: "Usage" };

const spans = [7, 30, 90, 365];
const addressOf = (days: number) => (days === 30 ? "/console/usage" : `/console/usage?days=${days}`);

export default async function ConsoleUsagePage({ searchParams }: { searchParams: SearchParams }) {
  const door = await consolePage();
  const { days: asked } = await searchParams;
  const days = spans.find((each) => String(each) === asked) ?? 30;
  const usage = await door.run(viewPlatformUsage, { days });
  return (
    <>
      <PageHeader
        title="Usage"
        description="What all organizations came to, each by its own days. Test records are left out; calls and deliveries count in both modes."
      />
      <Tabs
        label="Time"
        current={addressOf(days)}
        tabs={spans.map((each) => ({ href: addressOf(each), label: each === 365 ? "A year" : `${each} days` }))}
      />
      <PlatformCharts usage={usage} />
      <section className="mt-8" aria-labelledby="most">
        <h2 id="most" className="mb-3 font-semibold text-base">
          Who called most in {days === 365 ? "a year" : `${days} days`}
        </h2>
        <TopTable rows={usage.top} />
      </section>
    </>
  );
}
