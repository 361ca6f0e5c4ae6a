import Link from "next/link";
import { DocsPage } from "@/components/docs/docs-page";
import { publicPage } from "@/lib/access/page-door";
import { openApiDocument } from "@/lib/api/openapi";
import { entriesOf, groupNames, type OpenApi } from "@/lib/docs/reference";

export const metadata = { title: "Reference · Docs" };

export default async function ReferenceIndex() {
  await publicPage();
  const document = openApiDocument() as OpenApi; // our own document
  const all = entriesOf(document);
  const lead = `${all.length} operations. The same as an OpenAPI 3.1 document: /api/v1/openapi.json`;
  return (
    <DocsPage title="Reference" lead={lead} headings={[]} wide>
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {groupNames(document).map(({ slug, title }) => (
          <li key={slug}>
            <Link
              href={`/docs/reference/${slug}`}
              prefetch={false}
              className="flex h-full items-baseline justify-between gap-3 rounded-surface border bg-surface px-4 py-3 hover:bg-hover"
            >
              <span className="font-medium">{title}</span>
              <span className="text-muted tabular-nums">
                {all.filter(({ entry }) => entry.tags.includes(slug)).length}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </DocsPage>
  );
}
