"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { cancelOrder, confirmOrder, fulfilOrder } from "./operations";

type Moved = ActionState<unknown>;

const message = ({ reference, status }: { reference: string; status: string }) => `${reference} is ${status}.`;

export async function confirmOrderAction(_: Moved, form: FormData): Promise<Moved> {
  return organizationAction(confirmOrder, form, { message });
}

export async function fulfilOrderAction(_: Moved, form: FormData): Promise<Moved> {
  return organizationAction(fulfilOrder, form, { message });
}

export async function cancelOrderAction(_: Moved, form: FormData): Promise<Moved> {
  return organizationAction(cancelOrder, form, { message });
}
