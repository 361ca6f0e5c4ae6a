import type { ReactNode } from "react";
import { OrderActs } from "@/components/orders/order-acts";
import { TemplatePreview } from "@/components/templates/template-preview";
import type { Permission } from "@/lib/access/permissions";
import type { OrderStatus } from "@/lib/orders/rules";

type Given = { record: Record<string, unknown>; organizationId: string; held: readonly Permission[] };

/** What the page of a record shows beside what every record's does: verbs of its own, a preview. */
export const extras: Record<string, (given: Given) => { acts?: ReactNode; more?: ReactNode }> = {
  orders: ({ record, organizationId, held }) => ({
    acts: (
      <OrderActs
        order={{
          id: String(record.id),
          reference: String(record.reference),
          status: record.status as OrderStatus, // held by a CHECK
        }}
        organizationId={organizationId}
        may={{ update: held.includes("orders.update"), cancel: held.includes("orders.cancel") }}
      />
    ),
  }),
  templates: ({ record }) => ({ more: <TemplatePreview body={String(record.body)} /> }),
};
