import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";

/** `words`: how many of the first columns are read as words, from the left; the others are figures. */
export type ChartTable = { head: string[]; rows: (string | number)[][]; words?: number };

type ChartCardProps = {
  title: string;
  description?: string;
  /** What the picture says, in a sentence, for those who do not see it. */
  says: string;
  legend?: { label: string; colour: string }[];
  table: ChartTable;
  /** In place of the picture, where there is nothing to draw. */
  none?: string | false;
  children: ReactNode;
};

/** A chart with its numbers as a table under a switch. */
export function ChartCard({ title, description, says, legend = [], table, none = false, children }: ChartCardProps) {
  const cell = (at: number) => (at < (table.words ?? 1) ? cellLeft : cellRight);
  if (none)
    return (
      <Card title={title} {...(description && { description })}>
        <p className="grid min-h-40 place-items-center text-balance text-center text-muted">{none}</p>
      </Card>
    );
  return (
    <Card title={title} {...(description && { description })}>
      {legend.length > 0 && (
        <ul aria-hidden="true" className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-muted text-table">
          {legend.map(({ label, colour }) => (
            <li key={label} className="inline-flex items-center gap-1.5">
              <span className="size-2.5 rounded-[3px]" style={{ background: colour }} />
              {label}
            </li>
          ))}
        </ul>
      )}
      <div role="img" aria-label={says}>
        {children}
      </div>
      <details className="mt-3">
        <summary className="w-fit cursor-pointer content-center text-muted text-table hover:text-text touch:min-h-11">
          Show as a table
        </summary>
        <section
          aria-label={`${title}, table`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="mt-2 max-h-72 overflow-auto"
        >
          <table className="w-full text-table tabular-nums">
            <thead>
              <tr className="text-left text-muted">
                {table.head.map((name, at) => (
                  <th key={name} scope="col" className={cell(at)}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.join("|")}>
                  {row.map((value, at) =>
                    at === 0 ? (
                      <th key={table.head[at]} scope="row" className={classNames(cell(at), "text-left")}>
                        {value}
                      </th>
                    ) : (
                      <td key={table.head[at]} className={cell(at)}>
                        {value}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </Card>
  );
}

const cellLeft = "whitespace-nowrap border-b py-1 pr-4 font-normal";
const cellRight = "whitespace-nowrap border-b py-1 pl-4 text-right font-normal";
