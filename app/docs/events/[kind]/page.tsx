import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DocsPage } from "@/components/docs/docs-page";
import { EventPayload } from "@/components/docs/event-payload";
import { publicPage } from "@/lib/access/page-door";
import { openApiDocument } from "@/lib/api/openapi";
import { eventKindPage, eventKinds, eventsHref } from "@/lib/docs/event-pages";
import type { OpenApi } from "@/lib/docs/reference";

type Props = { params: Promise<{ kind: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind } = await params;
  const found = eventKinds.find(({ slug }) => slug === kind);
  return found ? { title: `${found.title} · Event types` } : {};
}

export default async function EventKindPage({ params }: Props) {
  await publicPage();
  const { kind: asked } = await params;
  const kind = eventKindPage(openApiDocument() as OpenApi, asked); // our own document
  if (!kind) notFound();
  const at = eventKinds.findIndex(({ slug }) => slug === asked);
  const step = (place: number) => {
    const each = eventKinds[place];
    return each && { title: each.title, href: each.href };
  };
  return (
    <DocsPage
      title={`Events: ${kind.title}`}
      lead={
        <>
          Whoever made the webhook, or asks for events, needs the permission{" "}
          <code className="font-mono text-text">{kind.permission}</code>.
        </>
      }
      headings={[]}
      before={at === 0 ? { title: "Event types", href: eventsHref } : step(at - 1)}
      after={step(at + 1)}
      wide
    >
      <EventPayload kind={kind} />
    </DocsPage>
  );
}
