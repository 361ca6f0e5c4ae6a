import { ChartCard } from "@/components/charts/chart-card";
import { Dots } from "@/components/charts/dots";
import type { Activity } from "@/lib/activity/schema";
import { lengthText, target } from "@/lib/activity/words";

type Props = { provisioning: Activity["provisioning"]; days: string[]; timeZone: string };

/** From the decision to the first usable page; what people took stands beside it, never in it. */
export function ProvisioningCard({ provisioning, days, timeZone }: Props) {
  const { joinings, median, worst, medianOfPeople, unopened } = provisioning;
  const measured = joinings.flatMap((joining) =>
    joining.system === null ? [] : [{ ...joining, system: joining.system }],
  );
  const top = Math.max(target * 1.25, Math.min(worst ?? 0, target * 4));
  const dayOf = (at: Date) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(at);
  const text = (time: number | null) => (time === null ? "–" : lengthText(time));
  return (
    <ChartCard
      title="Provisioning time"
      description="From the decision to the first usable page. It should take two minutes at the most."
      none={
        joinings.length === 0 &&
        "Nobody joined in this time. Whoever is approved or accepts an invitation appears here."
      }
      says={`${measured.length} ${measured.length === 1 ? "person" : "people"}: median ${text(median)}, worst ${text(worst)}, against two minutes; people took ${text(medianOfPeople)}.`}
      table={{
        head: ["Who", "How", "Decided", "Berth took", "People took"],
        words: 3,
        rows: joinings.map(({ name, how, decidedAt, system, people }) => [
          name,
          how,
          dayOf(decidedAt),
          system === null ? "Not opened yet" : lengthText(system),
          people === null ? "Not opened yet" : lengthText(people),
        ]),
      }}
    >
      <dl className="mb-4 grid grid-cols-3 gap-3">
        <Fact label="Median" value={text(median)} />
        <Fact label="Worst" value={text(worst)} late={(worst ?? 0) > target} />
        <Fact label="Waiting for people" value={text(medianOfPeople)} />
      </dl>
      <Dots
        days={days}
        top={top}
        topText={lengthText(top)}
        line={{ value: target, label: "Two minutes" }}
        dots={measured.map(({ id, name, enteredAt, system }) => ({
          id,
          day: dayOf(enteredAt),
          value: system,
          title: `${name}: ${lengthText(system)}`,
        }))}
      />
      {unopened > 0 && (
        <p className="mt-2 text-muted text-table">
          {unopened === 1 ? "1 person has" : `${unopened} people have`} not opened a page yet.
        </p>
      )}
    </ChartCard>
  );
}

function Fact({ label, value, late = false }: { label: string; value: string; late?: boolean }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-table">{label}</dt>
      <dd className={`font-semibold text-base tabular-nums ${late ? "text-danger" : ""}`}>{value}</dd>
    </div>
  );
}
