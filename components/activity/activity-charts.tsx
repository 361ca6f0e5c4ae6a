import { ProvisioningCard } from "@/components/activity/provisioning-card";
import { ChartCard } from "@/components/charts/chart-card";
import { Line } from "@/components/charts/line";
import { StackedBars } from "@/components/charts/stacked-bars";
import { type Activity, type Amounts, kinds } from "@/lib/activity/schema";

const colours: Record<keyof Amounts, string> = {
  orders: "var(--info)",
  shipments: "var(--accent)",
  approvals: "var(--positive)",
  invitations: "var(--warning)",
};
const series = (Object.keys(kinds) as (keyof Amounts)[]).map((key) => ({
  key,
  label: kinds[key],
  colour: colours[key],
})); // its keys
const labels = series.map(({ label }) => label);

export function ActivityCharts({ activity, timeZone }: { activity: Activity; timeZone: string }) {
  const { days, open } = activity;
  const sums = series.map(({ key, label }) => `${days.reduce((sum, day) => sum + day[key], 0)} ${label.toLowerCase()}`);
  const most = Math.max(...open.map(({ count }) => count), 0);
  const now = open.at(-1)?.count ?? 0;
  const idle = days.every((day) => series.every(({ key }) => day[key] === 0));
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
      <div className="min-w-0 lg:col-span-2">
        <ChartCard
          title="Activity per day"
          description={`Orders and shipments created, requests approved, invitations sent. ${timeZone.replaceAll("_", " ")}.`}
          says={`In these ${days.length} days: ${sums.join(", ")}.`}
          legend={series}
          none={idle && "Nothing was done in this time. Choose a longer one above."}
          table={{ head: ["Day", ...labels], rows: days.map((day) => [day.day, ...series.map(({ key }) => day[key])]) }}
        >
          <StackedBars days={days} series={series} />
        </ChartCard>
      </div>
      <ChartCard
        title="Open requests"
        description="Requests to join that waited at the end of each day."
        says={`${now} ${now === 1 ? "request waits" : "requests wait"} now, ${most} at the most.`}
        none={most === 0 && "Nobody waited in this time. New requests appear here."}
        table={{ head: ["Day", "Waiting"], rows: open.map(({ day, count }) => [day, count]) }}
      >
        <Line points={open} colour="var(--accent)" />
      </ChartCard>
      <ProvisioningCard provisioning={activity.provisioning} days={days.map(({ day }) => day)} timeZone={timeZone} />
    </div>
  );
}
