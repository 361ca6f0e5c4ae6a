import { notFound } from "next/navigation";
import { MissingRecord } from "@/components/data-table/missing-record";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { DeliveriesTable } from "@/components/webhooks/deliveries-table";
import { DeliverySheet } from "@/components/webhooks/delivery-sheet";
import { VerifyDialog } from "@/components/webhooks/verify-dialog";
import { WebhookActs } from "@/components/webhooks/webhook-acts";
import { WebhookStanding } from "@/components/webhooks/webhook-standing";
import { SuccessRate, WebhookState } from "@/components/webhooks/webhook-state";
import { WhilePending } from "@/components/webhooks/while-pending";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { listEventTypes } from "@/lib/events/operations";
import { decodeId } from "@/lib/ids";
import { organizationShell } from "@/lib/shell/page";
import { findDelivery, listDeliveries } from "@/lib/webhooks/delivery-operations";
import { findWebhook } from "@/lib/webhooks/operations";
import type { DeliveryView } from "@/lib/webhooks/schema";
import { verificationSnippets } from "@/lib/webhooks/snippets";
import { FeatureHere } from "../../feature-here";

export const metadata = { title: "Webhook" };

type PageProps = { params: Promise<{ organization: string; id: string }>; searchParams: SearchParams };

export default async function WebhookPage({ params, searchParams }: PageProps) {
  const [{ organization: slug, id }, { delivery: asked }] = await Promise.all([params, searchParams]);
  if (!decodeId("whk", id)) notFound();
  const door = await organizationPage(params);
  const open = typeof asked === "string" && decodeId("whd", asked) ? asked : undefined;
  const [webhook, list, delivery, kinds, { organization, permissions }] = await Promise.all([
    door.run(findWebhook, { id }),
    runList(door, listDeliveries, searchParams, { webhook: id }),
    open ? door.runIfFound(findDelivery, { id: open }) : null,
    door.runIfAllowed(listEventTypes, {}),
    organizationShell(slug),
  ]);
  const { timeZone } = organization;
  const manages = permissions.includes("webhooks.manage");
  return (
    <>
      <PageHeader
        title={<span className="break-all font-mono text-base">{webhook.url}</span>}
        description={webhook.description || "Its deliveries of the last 30 days."}
        trail={[{ href: "/webhooks", label: "Webhooks" }]}
        actions={
          manages && kinds && <WebhookActs webhook={webhook} organizationId={organization.id} kinds={kinds.data} />
        }
      />
      <FeatureHere door={door} feature="webhooks" held={permissions} />
      <WebhookStanding webhook={webhook} timeZone={timeZone} />
      <div className="mb-6 max-w-160">
        <DescriptionList
          items={[
            { label: "State", value: <WebhookState webhook={webhook} /> },
            { label: "Arrived", value: <SuccessRate webhook={webhook} /> },
            { label: "Waiting", value: webhook.waiting },
            { label: "Events", value: webhook.events.includes("*") ? "Every event" : webhook.events.join(", ") },
            {
              label: "Signature",
              value: (
                <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  Standard Webhooks, HMAC with SHA-256 <VerifyDialog snippets={verificationSnippets} />
                </span>
              ),
            },
            { label: "Tells of", value: webhook.mode === "test" ? "Test records" : "Live records" },
            ...(webhook.previousUntil
              ? [
                  {
                    label: "Old secret",
                    value: (
                      <>
                        signs too, ends <RelativeTime value={webhook.previousUntil} timeZone={timeZone} />
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </div>
      {asked && !delivery && (
        <MissingRecord what="delivery" named={Boolean(open)} kept="Deliveries are kept for 30 days." />
      )}
      <DeliveriesTable deliveries={list.data} nextCursor={list.next_cursor} timeZone={timeZone} openId={open} />
      {list.data.some(isPending) && <WhilePending />}
      {delivery && <DeliverySheet {...{ delivery, timeZone, manages }} organizationId={organization.id} />}
    </>
  );
}

/** Its next try is due at once; one that still waits after a minute has a worker to wait for. */
function isPending({ state, attempts, nextTryAt }: DeliveryView): boolean {
  if (state === "sending") return true;
  return state === "waiting" && attempts === 0 && nextTryAt !== null && Date.now() - nextTryAt.getTime() < 60_000;
}
