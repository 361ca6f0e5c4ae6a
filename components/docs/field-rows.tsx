import type { Row, Same } from "@/lib/docs/schema-rows";

type FieldRowsProps = { title: string; rows: Row[]; same?: Same | undefined; folded?: boolean };

/** Fields with their kinds; those of a record inside open below it, without any script. */
export function FieldRows({ title, rows, same, folded = false }: FieldRowsProps) {
  if (rows.length === 0 && !same) return null;
  if (!folded || same)
    return (
      <div className="mt-6">
        <h3 className="font-medium">{title}</h3>
        {same ? <SameAs same={same} /> : <Rows rows={rows} />}
      </div>
    );
  return (
    <details className="mt-6">
      <summary className="rounded-[4px] py-1 font-medium">{title}</summary>
      <Rows rows={rows} />
    </details>
  );
}

function SameAs({ same: { title, href, optional } }: { same: Same }) {
  return (
    <p className="mt-1 text-muted">
      The fields of{" "}
      <a href={href} className="text-accent underline">
        {title}
      </a>
      {optional && ", each of them optional"}.
    </p>
  );
}

function Rows({ rows }: { rows: Row[] }) {
  return (
    <ul className="mt-2 divide-y border-y [&>li>p:first-child>code]:font-medium [&>li>p:first-child>code]:font-mono [&>li>p:first-child]:flex [&>li>p:first-child]:flex-wrap [&>li>p:first-child]:gap-x-2 [&>li>p:first-child]:text-muted [&>li>p:first-child]:text-table [&>li>p]:mt-0.5 [&>li]:break-words [&>li]:py-2.5">
      {rows.map((row) => (
        <li key={row.name}>
          <p>
            <code className="break-all text-text">{row.name}</code> {row.type}
            {row.required && <span className="text-warning"> required</span>}
          </p>
          {row.about && <p>{row.about.replaceAll("`", "")}</p>}
          {row.values.length > 0 && <p className="font-mono text-muted text-xs leading-5">{row.values.join(" · ")}</p>}
          {row.same && <SameAs same={row.same} />}
          {row.rows.length > 0 && (
            <details>
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
