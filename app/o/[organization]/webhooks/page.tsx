import { RoomNote } from "@/components/plans/room-note";
import { GuideLink } from "@/components/ui/guide-link";
import { PageHeader } from "@/components/ui/page-header";
import { CreateWebhook } from "@/components/webhooks/create-webhook";
import { WebhooksTable } from "@/components/webhooks/webhooks-table";
import { organizationPage } from "@/lib/access/page-door";
import { env } from "@/lib/env";
import { listEventTypes } from "@/lib/events/operations";
import { rootLink } from "@/lib/hosts";
import { findRoom } from "@/lib/plans/operations";
import { makeRoom } from "@/lib/plans/words";
import { organizationShell } from "@/lib/shell/page";
import { listWebhooks } from "@/lib/webhooks/operations";
import { FeatureHere } from "../feature-here";

export const metadata = { title: "Webhooks" };

type PageProps = { params: Promise<{ organization: string }> };

export default async function WebhooksPage({ params }: PageProps) {
  const door = await organizationPage(params);
  const [{ data }, kinds, room, { organization, permissions }] = await Promise.all([
    door.run(listWebhooks, {}),
    door.runIfAllowed(listEventTypes, {}),
    door.run(findRoom, { limit: "webhooks" }),
    organizationShell((await params).organization),
  ]);
  return (
    <>
      <PageHeader
        title="Webhooks"
        description={
          <>
            Addresses of your own systems that are told what happens here.{" "}
            <GuideLink href={rootLink(env().rootUrl, "/docs/webhooks")}>How to receive them</GuideLink>
          </>
        }
        actions={
          permissions.includes("webhooks.manage") &&
          kinds && <CreateWebhook organizationId={organization.id} kinds={kinds.data} room={room} />
        }
      />
      <FeatureHere door={door} feature="webhooks" held={permissions} />
      {permissions.includes("webhooks.manage") && room && (
        <RoomNote limit="webhooks" room={room} full={makeRoom("Delete", room)} className="mb-4" />
      )}
      <WebhooksTable webhooks={data} timeZone={organization.timeZone} />
    </>
  );
}
