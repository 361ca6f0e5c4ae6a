import type { Row } from "@/lib/docs/schema-rows";

type FieldRowsProps = { title: string; rows: Row[]; folded?: boolean };

/** Fields with their kinds; those of a record inside open below it, without any script. */
export function FieldRows({ title, rows, folded = false }: FieldRowsProps) {
  if (rows.length === 0) return null;
  if (!folded)
    return (
      <div className="mt-6">
        <h3 className="font-medium">{title}</h3>
        <Rows rows={rows} />
      </div>
    );
  return (
    <details className="mt-6">
      <summary className="rounded-[4px] py-1 font-medium">{title}</summary>
      <Rows rows={rows} />
    </details>
  );
}

function Rows({ rows }: { rows: Row[] }) {
  return (
    <ul className="mt-2 divide-y border-y">
      {rows.map((row) => (
        <li key={row.name} className="py-2.5">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <code className="break-all font-medium font-mono text-table">{row.name}</code>
            <span className="text-muted text-table">{row.type}</span>
            {row.required && <span className="text-table text-warning">required</span>}
          </p>
          {row.about && <p className="mt-0.5 text-muted">{row.about.replaceAll("`", "")}</p>}
          {row.values.length > 0 && (
            <p className="mt-1 flex flex-wrap gap-1">
              {row.values.map((value) => (
                <code key={value} className="rounded-[4px] bg-hover px-1 font-mono text-xs leading-5">
                  {value}
                </code>
              ))}
            </p>
          )}
          {row.rows.length > 0 && (
            <details className="mt-1">
              <summary className="rounded-[4px] py-0.5 text-muted text-table">{row.rows.length} fields inside</summary>
              <div className="border-l pl-4">
                <Rows rows={row.rows} />
              </div>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
