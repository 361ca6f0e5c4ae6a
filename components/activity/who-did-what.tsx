import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { type Activity, type Amounts, kinds } from "@/lib/activity/schema";

const columns = Object.entries(kinds) as [keyof Amounts, string][]; // its keys
const exact = new Intl.NumberFormat("en");

/** Who did how much in this time, most first. */
export function WhoDidWhat({ people }: { people: Activity["people"] }) {
  if (people.length === 0)
    return (
      <Card title="Who did what">
        <EmptyState icon="member" title="Nothing was done in this time" className="py-6" />
      </Card>
    );
  const longest = Math.max(...people.map(totalOf));
  return (
    <Card title="Who did what" description="The twenty with the most." padded={false}>
      <section
        aria-label="Who did what, table"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto -outline-offset-2"
      >
        <table className="w-full text-table tabular-nums">
          <thead>
            <tr className="text-muted">
              <th scope="col" className="border-b px-5 py-2 text-left font-medium">
                Who
              </th>
              {columns.map(([key, label]) => (
                <th key={key} scope="col" className="border-b px-3 py-2 text-right font-medium">
                  {label}
                </th>
              ))}
              <th scope="col" className="border-b px-5 py-2 text-right font-medium">
                All
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id ?? person.name} className="h-10 hover:bg-sunken">
                <th scope="row" className="min-w-40 border-b px-5 text-left font-normal">
                  {person.id ? <TextLink href={`/members/${person.id}`}>{person.name}</TextLink> : person.name}
                </th>
                {columns.map(([key]) => (
                  <td key={key} className="border-b px-3 text-right">
                    {person[key] === 0 ? <span className="text-muted">–</span> : exact.format(person[key])}
                  </td>
                ))}
                <td className="min-w-32 border-b px-5">
                  <span className="flex items-center justify-end gap-2">
                    <span
                      aria-hidden="true"
                      className="h-1.5 rounded-full bg-accent"
                      style={{ width: `${Math.max(2, (60 * totalOf(person)) / longest)}%` }}
                    />
                    {exact.format(totalOf(person))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}

function totalOf(amounts: Amounts): number {
  return columns.reduce((sum, [key]) => sum + amounts[key], 0);
}
