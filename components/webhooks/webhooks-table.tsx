"use client";

import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn } from "@/components/data-table/types";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { GuideLink } from "@/components/ui/guide-link";
import { RelativeTime } from "@/components/ui/relative-time";
import { SuccessRate, WebhookState } from "@/components/webhooks/webhook-state";
import type { WebhookView } from "@/lib/webhooks/schema";

export function WebhooksTable({ webhooks, timeZone }: { webhooks: WebhookView[]; timeZone: string }) {
  const columns = useMemo(() => webhookColumns(timeZone), [timeZone]);
  return (
    <DataTable
      id="webhooks"
      label="Webhooks"
      columns={columns}
      rows={webhooks}
      rowId={({ id }) => id}
      total={webhooks.length}
      filterKeys={[]}
      detailHref={({ id }) => `/webhooks/${id}`}
      empty={
        <EmptyState icon="webhook" title="No webhooks yet">
          A webhook tells your own system what happens here, within a second and signed.{" "}
          <GuideLink href="/docs/webhooks">How to receive them</GuideLink>
        </EmptyState>
      }
    />
  );
}

function webhookColumns(timeZone: string): DataColumn<WebhookView>[] {
  return [
    {
      id: "url",
      header: "Address",
      hideable: false,
      className: "max-w-96",
      cell: ({ url, description, mode }) => (
        <span className="block min-w-0 py-1">
          <span className="flex items-center gap-2">
            <span className="truncate font-mono" title={url}>
              {url}
            </span>
            {mode === "test" && <Badge tone="warning">Test</Badge>}
          </span>
          {description && <span className="block truncate font-normal text-muted">{description}</span>}
        </span>
      ),
    },
    { id: "state", header: "State", phone: "bare", cell: (webhook) => <WebhookState webhook={webhook} /> },
    {
      id: "events",
      header: "Events",
      className: "whitespace-nowrap",
      cell: ({ events }) => (events.includes("*") ? "Every event" : events.length === 1 ? events[0] : events.length),
    },
    {
      id: "rate",
      header: "Arrived",
      className: "whitespace-nowrap",
      cell: (webhook) => <SuccessRate webhook={webhook} />,
    },
    {
      id: "last",
      header: "Last try",
      className: "whitespace-nowrap",
      cell: ({ lastDeliveryAt }) =>
        lastDeliveryAt ? (
          <RelativeTime value={lastDeliveryAt} timeZone={timeZone} />
        ) : (
          <span className="text-muted">Never</span>
        ),
    },
  ];
}
