import type { ReactNode } from "react";
import { DocsShell } from "@/components/docs/docs-shell";
import { openApiDocument } from "@/lib/api/openapi";
import { chapterHref, chapters, parts } from "@/lib/docs/chapters";
import { groupNames, type OpenApi } from "@/lib/docs/reference";

const hrefs = Object.fromEntries(chapters.map(({ slug }) => [slug, chapterHref(slug)]));

/** What stands around the documentation, which is the same for everybody. */
export default function DocsLayout({ children }: { children: ReactNode }) {
  const groups = groupNames(openApiDocument() as OpenApi); // our own document
  return (
    <DocsShell parts={parts} hrefs={hrefs} groups={groups}>
      {children}
    </DocsShell>
  );
}
