import { CodeTabs } from "@/components/docs/code";
import { FieldRows } from "@/components/docs/field-rows";
import { TryIt } from "@/components/docs/try-it";
import { CopyText } from "@/components/ui/copy-text";
import type { Group, Operation } from "@/lib/docs/reference";

/** Every operation of a group: what it wants and answers on the left, samples on the right. */
export function ReferenceGroup({ group }: { group: Group }) {
  return (
    <>
      <ul className="mb-8 divide-y overflow-hidden rounded-surface border">
        {group.operations.map(({ anchor, method, path, root, summary }) => (
          <li key={anchor}>
            <a href={`#${anchor}`} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-2 hover:bg-hover">
              <Method method={method} />
              <code className="min-w-0 break-all font-mono text-table">{root ? path : `/api/v1${path}`}</code>
              <span className="text-muted sm:ml-auto">{summary}</span>
            </a>
          </li>
        ))}
      </ul>
      {group.operations.map((operation) => (
        <OperationSection key={operation.id} operation={operation} />
      ))}
    </>
  );
}

export function Method({ method }: { method: string }) {
  const colour = method === "GET" ? "text-info" : method === "DELETE" ? "text-danger" : "text-positive";
  return <span className={`w-14 shrink-0 font-mono font-semibold text-xs ${colour}`}>{method}</span>;
}

function OperationSection({ operation }: { operation: Operation }) {
  const { anchor, method, path, root, summary, about, keyScopes, status } = operation;
  const address = root ? path : `/api/v1${path}`;
  return (
    <section aria-labelledby={anchor} className="grid gap-x-10 border-t py-9 xl:grid-cols-2">
      <div className="min-w-0">
        <h2 id={anchor} className="scroll-mt-20 font-semibold text-xl tracking-tight">
          <a href={`#${anchor}`} className="rounded-[4px] hover:underline">
            {summary}
          </a>
        </h2>
        <p className="mt-2 flex flex-wrap items-center gap-x-1.5">
          <Method method={method} />
          <CopyText value={address} label="Copy the path" />
        </p>
        <p className="mt-2.5 whitespace-pre-line text-[0.9375rem] text-muted leading-6">{about.replaceAll("`", "")}</p>
        {keyScopes && keyScopes.length > 0 && (
          <p className="mt-2 text-muted">
            A key needs the scope <code className="font-mono text-text">{keyScopes.join(", ")}</code>.
          </p>
        )}
        {keyScopes === undefined && !root && <p className="mt-2 text-muted">Not for an organization's key.</p>}
        <FieldRows title="In the path" rows={operation.path_} />
        <FieldRows title="Query" rows={operation.query} />
        <FieldRows title="Headers" rows={operation.headers} />
        <FieldRows title="Body" rows={operation.body} />
        <FieldRows title={`Answer ${status}`} rows={operation.answer} folded />
        <p className="mt-5 text-muted">
          Errors:{" "}
          {operation.errors.map((code, at) => (
            <span key={code}>
              {at > 0 && ", "}
              <a href="/docs/errors#every-code" className="underline">
                {code}
              </a>
            </span>
          ))}
        </p>
      </div>
      <div className="min-w-0 xl:sticky xl:top-20 xl:self-start">
        <CodeTabs samples={operation.samples} />
        {keyScopes && (
          <TryIt
            method={method}
            address={address}
            names={operation.path_.map(({ name }) => name)}
            query={operation.query.map(({ name }) => name)}
            body={operation.bodyExample === undefined ? undefined : JSON.stringify(operation.bodyExample, null, 2)}
          />
        )}
        {operation.answerExample !== undefined && (
          <CodeTabs
            samples={[{ language: "json", label: "Answer", code: JSON.stringify(operation.answerExample, null, 2) }]}
          />
        )}
      </div>
    </section>
  );
}
