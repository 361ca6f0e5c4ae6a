import type { ReactNode } from "react";
import { DocsShell } from "@/components/docs/docs-shell";
import { openApiDocument } from "@/lib/api/openapi";
import { chapterHref, parts } from "@/lib/docs/chapters";
import { eventsHref } from "@/lib/docs/event-pages";
import { groupParts, type OpenApi } from "@/lib/docs/reference";

/** What stands around the documentation, which is the same for everybody. */
export default function DocsLayout({ children }: { children: ReactNode }) {
  const guides = parts.map(({ title, chapters }) => ({
    title,
    links: chapters.map((chapter) => ({ title: chapter.title, href: chapterHref(chapter.slug) })),
  }));
  const groups = groupParts(openApiDocument() as OpenApi); // our own document
  const reference = groups.map(({ title, groups: own }) => ({
    title,
    links: own.map((group) => ({ title: group.title, href: `/docs/reference/${group.slug}` })),
  }));
  const all = {
    title: "Reference",
    links: [
      { title: "All operations", href: "/docs/reference" },
      { title: "Event types", href: eventsHref, whole: true },
    ],
  };
  return <DocsShell parts={[...guides, all, ...reference]}>{children}</DocsShell>;
}
