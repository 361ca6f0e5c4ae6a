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

/** A key has an organization and a mode of its own, whatever these say. */
const ofTheKey = ["X-Org-Id", "X-Test-Mode"];

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
        {about && (
          <p className="mt-2.5 whitespace-pre-line text-[0.9375rem] text-muted leading-6">
            {about.replaceAll("`", "")}
          </p>
        )}
        <Needs operation={operation} />
        <FieldRows title="In the path" rows={operation.path_} />
        <FieldRows title="Query" rows={operation.query} />
        <FieldRows title="Body" rows={operation.body} same={operation.bodySame} />
        <FieldRows title={`Answer ${status}`} rows={operation.answer} same={operation.answerSame} folded />
        <Beside operation={operation} />
      </div>
      <div className="min-w-0 xl:sticky xl:top-20 xl:self-start">
        <CodeTabs samples={operation.samples} />
        {keyScopes && (
          <TryIt
            method={method}
            address={address}
            names={operation.path_.map(({ name }) => name)}
            query={operation.query.map(({ name }) => name)}
            headers={operation.headers.filter((name) => !ofTheKey.includes(name))}
            body={operation.bodyExample === undefined ? undefined : JSON.stringify(operation.bodyExample)}
          />
        )}
        {operation.answerExample !== undefined && <CodeTabs samples={[answerSample(operation.answerExample)]} />}
      </div>
    </section>
  );
}

/** CSV stands as it comes, anything else as JSON. */
function answerSample(example: unknown) {
  const label = "Answer";
  if (typeof example === "string") return { language: "text", label, code: example.trim() };
  return { language: "json", label, code: JSON.stringify(example, null, 2) };
}

function Needs({ operation: { keyScopes, permission, root } }: { operation: Operation }) {
  if (root) return null;
  const scopes = keyScopes && keyScopes.length > 0 && (
    <>
      A key needs the scope <code className="font-mono text-text">{keyScopes.join(", ")}</code>
      {permission ? ", a person the permission " : "."}
    </>
  );
  return (
    <p className="mt-2 text-muted">
      {scopes || (keyScopes ? "Any key may." : "Not for an organization's key.")}
      {permission && (
        <>
          {!scopes && " A person needs the permission "}
          <code className="font-mono text-text">{permission}</code>.
        </>
      )}
    </p>
  );
}

const told: Record<string, string> = {
  "X-Org-Id": "/docs/authentication#which-organization",
  "X-Test-Mode": "/docs/test-mode",
  "Idempotency-Key": "/docs/idempotency#once-idempotency-key",
  "If-Match": "/docs/idempotency#not-over-somebody-else-if-match",
  "If-None-Match": "/docs/idempotency#not-twice-over-the-wire-if-none-match",
};

/** What is the same everywhere stands in the guides, and is only named here. */
function Beside({ operation: { headers, errors } }: { operation: Operation }) {
  return (
    <div className="mt-5 space-y-1 text-muted text-table [&_a:hover]:underline">
      {headers.length > 0 && (
        <p>
          Headers: <Listed links={headers.map((name) => ({ name, href: told[name] ?? "/docs/authentication" }))} />
        </p>
      )}
      <p>
        Errors: <Listed links={errors.map((name) => ({ name, href: "/docs/errors#every-code" }))} />
      </p>
    </div>
  );
}

function Listed({ links }: { links: { name: string; href: string }[] }) {
  return links.map(({ name, href }, at) => (
    <span key={name}>
      {at > 0 && ", "}
      <a href={href}>{name}</a>
    </span>
  ));
}
