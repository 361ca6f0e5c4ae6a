export type Chapter = { slug: string; title: string };
export type Part = { title: string; chapters: Chapter[] };

/** The guides, in the order in which one reads them. Each is `docs/SLUG.md`. */
export const parts: readonly Part[] = [
  {
    title: "Start",
    chapters: [
      { slug: "overview", title: "Overview" },
      { slug: "quick-start", title: "Quick start" },
    ],
  },
  {
    title: "Basics",
    chapters: [
      { slug: "authentication", title: "Authentication" },
      { slug: "errors", title: "Errors" },
      { slug: "paging", title: "Paging and filters" },
      { slug: "idempotency", title: "Safe writes" },
      { slug: "rate-limits", title: "Rate limits" },
      { slug: "test-mode", title: "Test mode" },
      { slug: "versioning", title: "Versioning" },
    ],
  },
  {
    title: "Build",
    chapters: [
      { slug: "webhooks", title: "Webhooks" },
      { slug: "client-library", title: "Client library" },
      { slug: "graphql", title: "GraphQL" },
      { slug: "changelog", title: "Changelog" },
    ],
  },
];

export const chapters: readonly Chapter[] = parts.flatMap((part) => part.chapters);

export function chapterHref(slug: string): string {
  return slug === "overview" ? "/docs" : `/docs/${slug}`;
}

/** The page before and the page after, where there is one. */
export function neighbours(slug: string): { before: Chapter | undefined; after: Chapter | undefined } {
  const at = chapters.findIndex((each) => each.slug === slug);
  return { before: chapters[at - 1], after: at < 0 ? undefined : chapters[at + 1] };
}
