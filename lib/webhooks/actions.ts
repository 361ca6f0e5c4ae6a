"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { replayDelivery } from "./delivery-operations";
import {
  createWebhook,
  deleteWebhook,
  disableWebhook,
  enableWebhook,
  rotateWebhookSecret,
  testWebhook,
  updateWebhook,
} from "./operations";
import { replayDeliveries } from "./replay-operations";
import type { WebhookWithSecret } from "./schema";

type State = ActionState<object>;
type Replayed = ActionState<{ deliveries: number }>;
type Made = ActionState<WebhookWithSecret>;

export async function createWebhookAction(_: Made, form: FormData): Promise<Made> {
  return organizationAction(createWebhook, form);
}

export async function updateWebhookAction(_: State, form: FormData): Promise<State> {
  return organizationAction(updateWebhook, form);
}

export async function enableWebhookAction(_: State, form: FormData): Promise<State> {
  return organizationAction(enableWebhook, form);
}

export async function disableWebhookAction(_: State, form: FormData): Promise<State> {
  return organizationAction(disableWebhook, form);
}

export async function rotateWebhookSecretAction(_: Made, form: FormData): Promise<Made> {
  return organizationAction(rotateWebhookSecret, form);
}

export async function deleteWebhookAction(_: State, form: FormData): Promise<State> {
  return organizationAction(deleteWebhook, form);
}

export async function testWebhookAction(_: State, form: FormData): Promise<State> {
  return organizationAction(testWebhook, form);
}

export async function replayDeliveriesAction(_: Replayed, form: FormData): Promise<Replayed> {
  return organizationAction(replayDeliveries, form);
}

export async function replayDeliveryAction(_: State, form: FormData): Promise<State> {
  return organizationAction(replayDelivery, form);
}
