import type { ReactNode } from "react";
import { BranchStanding } from "@/components/branches/branch-standing";
import { CloseBranch } from "@/components/branches/close-branch";
import { OrderShipments } from "@/components/orders/order-shipments";
import { orderVerbs } from "@/components/orders/order-verbs";
import type { RecordVerb } from "@/components/resource/verbs";
import { TemplatePreview } from "@/components/templates/template-preview";
import type { PageDoor } from "@/lib/access/page-door";
import type { Permission } from "@/lib/access/permissions";
import { viewBranchTree } from "@/lib/branches/operations";
import type { OrderStatus } from "@/lib/orders/rules";
import { listShipments } from "@/lib/shipments/operations";

type Given = {
  door: PageDoor;
  record: Record<string, unknown>;
  organization: { id: string; timeZone: string };
  held: readonly Permission[];
};

/** `acts`: beside those that every record has. */
export type Extra = { verbs?: RecordVerb[]; acts?: ReactNode; more?: ReactNode };

/** What the page of a record shows beside what every record's does: verbs of its own, a preview. */
export const extras: Record<string, (given: Given) => Extra | Promise<Extra>> = {
  orders: async ({ door, record, organization, held }) => ({
    more: await shipmentsOfOrder({ door, orderId: String(record.id), organization, held }),
    verbs: orderVerbs({
      order: { reference: String(record.reference), status: record.status as OrderStatus }, // held by a CHECK
      may: { update: held.includes("orders.update"), cancel: held.includes("orders.cancel") },
    }),
  }),
  branches: branchInItsTree,
  templates: ({ record }) => ({ more: <TemplatePreview body={String(record.body)} /> }),
};

/** Where a branch stands, and its archive act. */
async function branchInItsTree({ door, record, organization, held }: Given): Promise<Extra> {
  const { branches, everywhere } = await door.run(viewBranchTree, {});
  const id = String(record.id);
  const branch = branches.find((each) => each.id === id);
  const others = branches.filter((each) => each.id !== id && !each.archived);
  const lists = ofBranches.filter(({ permission }) => held.includes(permission));
  return {
    acts: branch && held.includes("branches.manage") && (
      <CloseBranch branch={branch} others={others} organizationId={organization.id} />
    ),
    more: <BranchStanding id={id} branches={branches} everywhere={everywhere} lists={lists} />,
  };
}

const ofBranches = [
  { path: "/shipments", label: "Shipments", filter: "branch", permission: "shipments.view" },
  { path: "/orders", label: "Orders", filter: "branchId", permission: "orders.view" },
  { path: "/customers", label: "Customers", filter: "branchId", permission: "customers.view" },
  { path: "/assets", label: "Assets", filter: "branchId", permission: "assets.view" },
] as const;

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
