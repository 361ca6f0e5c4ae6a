import { ChartCard } from "@/components/charts/chart-card";
import { Line } from "@/components/charts/line";
import { StackedBars } from "@/components/charts/stacked-bars";
import { callSeries, nothingThen, workSeries } from "@/components/usage/series";
import { majorText, moneyText } from "@/lib/measures/words";
import type { Usage } from "@/lib/usage/schema";

/** Each figure by day, with its table. */
export function UsageCharts({ usage }: { usage: Usage }) {
  const { days, currency } = usage;
  const answered = days.map((day) => ({
    day: day.date,
    answered: day.apiCalls - day.apiErrors,
    failed: day.apiErrors,
  }));
  const worked = days.map(({ date, shipments, orders }) => ({ day: date, shipments, orders }));
  const spent = days.map(({ date, spend }) => ({
    day: date,
    count: Number(majorText(spend, currency)),
    figure: moneyText(spend, currency),
  }));
  const delivered = days.map(({ date, deliveries }) => ({ day: date, count: deliveries }));
  const people = days.map(({ date, members }, at) => ({ day: date, count: members ?? lastKnown(usage, at) }));
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
      <div className="min-w-0 lg:col-span-2">
        <ChartCard
          title="API calls"
          description="REST and GraphQL, by keys, tokens and browsers, live and test together. Errors are refusals and faults."
          says={`${usage.apiCalls} calls, ${usage.apiErrors} of them errors.`}
          legend={callSeries}
          none={usage.apiCalls === 0 && nothingThen}
          table={{
            head: ["Day", "Calls", "Errors"],
            rows: days.map(({ date, apiCalls, apiErrors }) => [date, apiCalls, apiErrors]),
          }}
        >
          <StackedBars days={answered} series={callSeries} />
        </ChartCard>
      </div>
      <ChartCard
        title="Shipments and orders"
        description="By the day on which they were made."
        says={`${usage.shipments} shipments and ${usage.orders} orders.`}
        legend={workSeries}
        none={usage.shipments + usage.orders === 0 && nothingThen}
        table={{
          head: ["Day", "Shipments", "Orders"],
          rows: days.map(({ date, shipments, orders }) => [date, shipments, orders]),
        }}
      >
        <StackedBars days={worked} series={workSeries} />
      </ChartCard>
      <ChartCard
        title="Shipping spend"
        description={`What shipments cost, in ${currency}.`}
        says={`${moneyText(usage.spend, currency)} in all.`}
        none={usage.spend === 0 && nothingThen}
        table={{ head: ["Day", "Spend"], rows: days.map(({ date, spend }) => [date, moneyText(spend, currency)]) }}
      >
        <Line points={spent} colour="var(--accent)" />
      </ChartCard>
      <ChartCard
        title="Webhook deliveries"
        description="What receivers took, live and test together."
        says={`${usage.deliveries} deliveries.`}
        none={usage.deliveries === 0 && nothingThen}
        table={{ head: ["Day", "Deliveries"], rows: delivered.map(({ day, count }) => [day, count]) }}
      >
        <Line points={delivered} colour="var(--info)" />
      </ChartCard>
      <ChartCard
        title="Members"
        description="Who belonged at the end of each day."
        says={`${usage.members} now.`}
        table={{ head: ["Day", "Members"], rows: people.map(({ day, count }) => [day, count]) }}
      >
        <Line points={people} colour="var(--positive)" />
      </ChartCard>
    </div>
  );
}

/** Of a day that nobody wrote down: as the next one that was. */
function lastKnown({ days, members }: Usage, at: number): number {
  return days.slice(at).find((day) => day.members !== null)?.members ?? members;
}
