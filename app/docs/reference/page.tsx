import Link from "next/link";
import { DocsPage } from "@/components/docs/docs-page";
import { TextLink } from "@/components/ui/text-link";
import { publicPage } from "@/lib/access/page-door";
import { openApiDocument } from "@/lib/api/openapi";
import { groupParts, type OpenApi } from "@/lib/docs/reference";

export const metadata = { title: "Reference · Docs" };

export default async function ReferenceIndex() {
  await publicPage();
  const parts = groupParts(openApiDocument() as OpenApi); // our own document
  const count = parts.flatMap(({ groups }) => groups).reduce((sum, { operations }) => sum + operations, 0);
  const lead = (
    <>
      {count} operations, each with samples and a form to try it. The same as an{" "}
      <TextLink href="/api/v1/openapi.json" prefetch={false}>
        OpenAPI 3.1 document
      </TextLink>
      .
    </>
  );
  return (
    <DocsPage title="Reference" lead={lead} headings={[]} wide>
      {parts.map(({ title, groups }) => (
        <section key={title} aria-label={title} className="mb-9">
          <h2 className="mb-3 font-semibold text-base">{title}</h2>
          <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
            {groups.map((group) => (
              <li key={group.slug}>
                <Link
                  href={`/docs/reference/${group.slug}`}
                  prefetch={false}
                  className="block h-full rounded-surface border bg-surface px-4 py-3 hover:bg-hover"
                >
                  <span className="flex items-baseline justify-between gap-3">
                    <span className="font-medium">{group.title}</span>
                    <span className="text-muted text-table tabular-nums">{group.operations}</span>
                  </span>
                  <span className="mt-0.5 block text-muted text-table">{group.about}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </DocsPage>
  );
}
