import { GuideLink } from "@/components/ui/guide-link";
import { PageHeader } from "@/components/ui/page-header";
import { CreateWebhook } from "@/components/webhooks/create-webhook";
import { WebhooksTable } from "@/components/webhooks/webhooks-table";
import { organizationPage } from "@/lib/access/page-door";
import { env } from "@/lib/env";
import { listEventTypes } from "@/lib/events/operations";
import { rootLink } from "@/lib/hosts";
import { organizationShell } from "@/lib/shell/page";
import { listWebhooks } from "@/lib/webhooks/operations";

export const metadata = { title: "Webhooks" };

type PageProps = { params: Promise<{ organization: string }> };

export default async function WebhooksPage({ params }: PageProps) {
  const door = await organizationPage(params);
  const [{ data }, kinds, { organization, permissions }] = await Promise.all([
    door.run(listWebhooks, {}),
    door.runIfAllowed(listEventTypes, {}),
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
          kinds && <CreateWebhook organizationId={organization.id} kinds={kinds.data} />
        }
      />
      <WebhooksTable webhooks={data} timeZone={organization.timeZone} />
    </>
  );
}
