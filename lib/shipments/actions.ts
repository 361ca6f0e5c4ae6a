"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { assignShipments, cancelShipments, setShipmentStatuses } from "./many-operations";
import { cancelShipment, createShipment, setShipmentStatus, updateShipment } from "./operations";
import { statusNames } from "./rules";
import type { ShipmentDetail, ShipmentView, StatusResults } from "./schema";

export async function createShipmentAction(
  _: ActionState<ShipmentDetail>,
  form: FormData,
): Promise<ActionState<ShipmentDetail>> {
  return organizationAction(createShipment, form, { after: ({ id }) => `/shipments/${id}` });
}

export async function updateShipmentAction(
  _: ActionState<ShipmentDetail>,
  form: FormData,
): Promise<ActionState<ShipmentDetail>> {
  return organizationAction(updateShipment, form, { after: ({ id }) => `/shipments/${id}` });
}

export async function setShipmentStatusAction(
  _: ActionState<ShipmentView>,
  form: FormData,
): Promise<ActionState<ShipmentView>> {
  return organizationAction(setShipmentStatus, form, {
    message: ({ reference, status }) => `${reference} is ${statusNames[status].toLowerCase()}.`,
  });
}

export async function cancelShipmentAction(
  _: ActionState<ShipmentView>,
  form: FormData,
): Promise<ActionState<ShipmentView>> {
  return organizationAction(cancelShipment, form, { message: ({ reference }) => `${reference} is cancelled.` });
}

export async function setShipmentStatusesAction(
  _: ActionState<StatusResults>,
  form: FormData,
): Promise<ActionState<StatusResults>> {
  return organizationAction(setShipmentStatuses, form);
}

export async function cancelShipmentsAction(
  _: ActionState<StatusResults>,
  form: FormData,
): Promise<ActionState<StatusResults>> {
  return organizationAction(cancelShipments, form);
}

export async function assignShipmentsAction(
  _: ActionState<StatusResults>,
  form: FormData,
): Promise<ActionState<StatusResults>> {
  return organizationAction(assignShipments, form);
}
