import { DocsPage } from "@/components/docs/docs-page";
import { EventIndex } from "@/components/docs/event-index";
import { TextLink } from "@/components/ui/text-link";
import { publicPage } from "@/lib/access/page-door";
import { allEvents, eventKinds } from "@/lib/docs/event-pages";

export const metadata = { title: "Event types · Docs" };

export default async function EventTypesPage() {
  await publicPage();
  const lead = (
    <>
      {allEvents.length} events, each with when it is sent and what it carries. Choose them for a{" "}
      <TextLink href="/docs/webhooks" prefetch={false}>
        webhook
      </TextLink>
      , or read them with <code className="font-mono text-text">GET /api/v1/events</code>.
    </>
  );
  const headings = eventKinds.map(({ slug, title }) => ({ id: slug, text: title, depth: 2 }));
  return (
    <DocsPage
      title="Event types"
      lead={lead}
      headings={headings}
      before={{ title: "Webhooks", href: "/docs/webhooks" }}
      after={{ title: "Reference", href: "/docs/reference" }}
    >
      <EventIndex kinds={eventKinds} />
    </DocsPage>
  );
}
