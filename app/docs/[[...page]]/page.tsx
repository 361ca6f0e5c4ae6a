import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DocsPage } from "@/components/docs/docs-page";
import { Inline } from "@/components/docs/inline";
import { Prose } from "@/components/docs/prose";
import { YourKey } from "@/components/docs/your-key";
import { publicPage } from "@/lib/access/page-door";
import { chapterHref, neighbours } from "@/lib/docs/chapters";
import { placeOf } from "@/lib/docs/fill-in";
import { readGuide } from "@/lib/docs/guides";
import { readersOrganizations } from "@/lib/docs/page";
import { env } from "@/lib/env";

type Props = { params: Promise<{ page?: string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const guide = await guideOf(params);
  return guide ? { title: `${guide.title} · Docs`, description: guide.lead } : {};
}

export default async function GuidePage({ params }: Props) {
  const { request } = await publicPage();
  const guide = await guideOf(params);
  if (!guide) notFound();
  const { before, after } = neighbours(guide.slug);
  const step = (chapter: typeof before) => chapter && { title: chapter.title, href: chapterHref(chapter.slug) };
  const asksForKey = guide.slug === "quick-start" || guide.slug === "authentication";
  return (
    <DocsPage
      title={guide.title}
      lead={<Inline tokens={guide.leadTokens} />}
      headings={guide.headings}
      before={step(before)}
      after={step(after) ?? { title: "Reference", href: "/docs/reference" }}
    >
      {asksForKey && <YourKey {...(await readersOrganizations(request))} />}
      <Prose tokens={guide.tokens} headings={guide.headings} />
    </DocsPage>
  );
}

async function guideOf(params: Props["params"]) {
  const { page = ["overview"] } = await params;
  return page.length === 1 ? readGuide(page[0] ?? "", placeOf(env().rootUrl)) : undefined;
}
