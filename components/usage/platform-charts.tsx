import { ChartCard } from "@/components/charts/chart-card";
import { Line } from "@/components/charts/line";
import { StackedBars } from "@/components/charts/stacked-bars";
import { NumberCard } from "@/components/overview/number-card";
import { callSeries, nothingThen, workSeries } from "@/components/usage/series";
import { moneyText } from "@/lib/measures/words";
import type { PlatformUsage } from "@/lib/usage/console-schema";

/** The totals of the installation, and each figure by day with its table. */
export function PlatformCharts({ usage }: { usage: PlatformUsage }) {
  const { days, spend } = usage;
  const sum = (name: "calls" | "errors" | "deliveries" | "shipments" | "orders") =>
    days.reduce((all, day) => all + day[name], 0);
  const called = days.map((day) => ({ day: day.date, answered: day.calls - day.errors, failed: day.errors }));
  const worked = days.map(({ date, shipments, orders }) => ({ day: date, shipments, orders }));
  const delivered = days.map(({ date, deliveries }) => ({ day: date, count: deliveries }));
  return (
    <>
      <div className="mb-6 grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
        <NumberCard label="API calls" value={sum("calls")} note={shareText(sum("errors"), sum("calls"))} />
        <NumberCard label="Shipments" value={sum("shipments")} note={`${sum("orders").toLocaleString("en")} orders`} />
        <NumberCard label="Webhook deliveries" value={sum("deliveries")} note="What receivers took" />
        <NumberCard
          label="Members now"
          value={usage.members}
          note={`In ${usage.organizations.toLocaleString("en")} active organizations`}
        />
      </div>
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
        <div className="min-w-0 lg:col-span-2">
          <ChartCard
            title="API calls"
            description="REST and GraphQL, of all organizations. Errors are refusals and faults."
            says={`${sum("calls")} calls, ${sum("errors")} of them errors.`}
            legend={callSeries}
            none={sum("calls") === 0 && nothingThen}
            table={{
              head: ["Day", "Calls", "Errors"],
              rows: days.map((day) => [day.date, day.calls, day.errors]),
            }}
          >
            <StackedBars days={called} series={callSeries} />
          </ChartCard>
        </div>
        <ChartCard
          title="Shipments and orders"
          {...(spend.length > 0 && { description: `Shipping spend ${spend.map(moneyOf).join(", ")}.` })}
          says={`${sum("shipments")} shipments and ${sum("orders")} orders.`}
          legend={workSeries}
          none={sum("shipments") + sum("orders") === 0 && nothingThen}
          table={{
            head: ["Day", "Shipments", "Orders"],
            rows: days.map(({ date, shipments, orders }) => [date, shipments, orders]),
          }}
        >
          <StackedBars days={worked} series={workSeries} />
        </ChartCard>
        <ChartCard
          title="Webhook deliveries"
          description="What receivers took."
          says={`${sum("deliveries")} deliveries.`}
          none={sum("deliveries") === 0 && nothingThen}
          table={{ head: ["Day", "Deliveries"], rows: delivered.map(({ day, count }) => [day, count]) }}
        >
          <Line points={delivered} colour="var(--info)" />
        </ChartCard>
      </div>
    </>
  );
}

function shareText(errors: number, all: number): string {
  if (all === 0) return "Nobody called";
  return `${((100 * errors) / all).toFixed(1)} % errors`;
}

function moneyOf({ currency, spend }: PlatformUsage["spend"][number]): string {
  return moneyText(spend, currency);
}
