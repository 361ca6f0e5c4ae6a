import Link from "next/link";
import { DocsPage } from "@/components/docs/docs-page";
import { Marked } from "@/components/docs/marked-words";
import { publicPage } from "@/lib/access/page-door";
import { textOf } from "@/lib/accounts/query";
import { openApiDocument } from "@/lib/api/openapi";
import { placeOf } from "@/lib/docs/fill-in";
import type { OpenApi } from "@/lib/docs/reference";
import { searchDocs } from "@/lib/docs/search";
import { env } from "@/lib/env";

export const metadata = { title: "Search · Docs" };

type Props = { searchParams: Promise<{ q?: string | string[] }> };

export default async function SearchPage({ searchParams }: Props) {
  await publicPage();
  const words = textOf((await searchParams).q, 200) ?? "";
  const hits = searchDocs(words, openApiDocument() as OpenApi, placeOf(env().rootUrl)); // our own document
  const found =
    hits.length === 0
      ? "Nothing has all these words. Try fewer of them."
      : hits.length === 1
        ? "1 place."
        : `${hits.length} places.`;
  return (
    <DocsPage
      title={words ? `Search: ${words}` : "Search"}
      lead={words ? found : "Type what you look for above."}
      headings={[]}
    >
      <ul className="divide-y">
        {hits.map(({ title, where, href, excerpt }) => (
          <li key={`${href} ${title}`} className="py-3.5">
            <Link href={href} className="rounded-[4px] font-medium text-accent text-base hover:underline">
              <Marked text={title} words={words} />
            </Link>
            <p className="text-muted text-table">{where}</p>
            {excerpt && (
              <p className="mt-1 break-words">
                <Marked text={excerpt} words={words} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </DocsPage>
  );
}
