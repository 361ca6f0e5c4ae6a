import type { ReactNode } from "react";
import { OrderShipments } from "@/components/orders/order-shipments";
import { orderVerbs } from "@/components/orders/order-verbs";
import type { RecordVerb } from "@/components/resource/verbs";
import { TemplatePreview } from "@/components/templates/template-preview";
import type { PageDoor } from "@/lib/access/page-door";
import type { Permission } from "@/lib/access/permissions";
import type { OrderStatus } from "@/lib/orders/rules";
import { listShipments } from "@/lib/shipments/operations";

type Given = {
  door: PageDoor;
  record: Record<string, unknown>;
  organization: { id: string; timeZone: string };
  held: readonly Permission[];
};

export type Extra = { verbs?: RecordVerb[]; more?: ReactNode };

/** What the page of a record shows beside what every record's does: verbs of its own, a preview. */
export const extras: Record<string, (given: Given) => Extra | Promise<Extra>> = {
  orders: async ({ door, record, organization, held }) => ({
    more: await shipmentsOfOrder({ door, orderId: String(record.id), organization, held }),
    verbs: orderVerbs({
      order: { reference: String(record.reference), status: record.status as OrderStatus }, // held by a CHECK
      may: { update: held.includes("orders.update"), cancel: held.includes("orders.cancel") },
    }),
  }),
  templates: ({ record }) => ({ more: <TemplatePreview body={String(record.body)} /> }),
};

const mostShown = 20;

/** What of an order is on its way, newest first. */
async function shipmentsOfOrder({ door, orderId, organization, held }: Omit<Given, "record"> & { orderId: string }) {
  const list = await door.runIfAllowed(listShipments, { order: orderId, limit: mostShown });
  if (!list) return null;
  return (
    <OrderShipments
      orderId={orderId}
      shipments={list.data}
      more={list.next_cursor !== null}
      mayCreate={held.includes("shipments.create")}
      timeZone={organization.timeZone}
    />
  );
}
