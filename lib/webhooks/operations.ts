import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { page } from "@/lib/access/list";
import { defineOperation } from "@/lib/access/operation";
import { encodeId } from "@/lib/ids";
import { webhooksRepository } from "./repository";
import { requireEvents, requireUrl } from "./rules";
import {
  createWebhookInput,
  rotateSecretInput,
  updateWebhookInput,
  webhook,
  webhookReference,
  webhookWithSecret,
} from "./schema";
import { newSecret, sealSecret } from "./secret";

const manages = { scope: "organization", permission: "webhooks.manage", access: "write" } as const;
const often = [{ by: "person" as const, points: 60, seconds: 3600 }];

export const listWebhooks = defineOperation({
  name: "webhooks.list",
  scope: "organization",
  permission: "webhooks.view",
  access: "read",
  summary: "List webhooks, with how they did of late",
  input: z.strictObject({}),
  output: page(webhook),
  rest: { method: "get", path: "/webhooks" },
  asksOnce: true,
  run: async ({ db }) => ({ data: await webhooksRepository(db).list(), next_cursor: null }),
});

export const findWebhook = defineOperation({
  name: "webhooks.find",
  scope: "organization",
  permission: "webhooks.view",
  access: "read",
  summary: "Get a webhook",
  input: webhookReference,
  output: webhook,
  passing: ["failingSince", "lastDeliveryAt", "delivered", "failed", "waiting"],
  rest: { method: "get", path: "/webhooks/{id}" },
  run: ({ db, input }) => webhooksRepository(db).find(input.id),
});

export const createWebhook = defineOperation({
  ...manages,
  name: "webhooks.create",
  fresh: true,
  summary: "Create a webhook; the answer alone holds its secret",
  limits: often,
  input: createWebhookInput,
  output: webhookWithSecret,
  shownOnce: ["secret"],
  rest: { method: "post", path: "/webhooks", status: 201 },
  run: async ({ db, input: { url, description, events, mode } }) => {
    requireUrl(url);
    requireEvents(events);
    const id = uuidv7();
    const secret = newSecret();
    const sealed = sealSecret(secret, { organizationId: db.organizationId, endpointId: id });
    await webhooksRepository(db).create({
      id,
      url,
      description,
      events,
      test: mode ? mode === "test" : db.testMode,
      sealed,
    });
    return { id, url, secret };
  },
});

export const updateWebhook = defineOperation({
  ...manages,
  name: "webhooks.update",
  fresh: true,
  summary: "Change where a webhook sends, and what",
  input: updateWebhookInput,
  output: webhook,
  rest: { method: "patch", path: "/webhooks/{id}" },
  changes: { shownBy: findWebhook, lock: (db, { id }) => webhooksRepository(db).hold(id) },
  run: async ({ db, input: { id, ...given } }) => {
    if (given.url !== undefined) requireUrl(given.url);
    if (given.events) requireEvents(given.events);
    const webhooks = webhooksRepository(db);
    await webhooks.update(id, given);
    return webhooks.find(id);
  },
});

export const enableWebhook = defineOperation({
  ...manages,
  name: "webhooks.enable",
  summary: "Enable a webhook that is disabled",
  input: webhookReference,
  output: z.object({}),
  rest: { method: "post", path: "/webhooks/{id}/enable", status: 200 },
  run: async ({ db, input }) => {
    await webhooksRepository(db).switchTo(input.id, true);
    return {};
  },
});

export const disableWebhook = defineOperation({
  ...manages,
  name: "webhooks.disable",
  summary: "Disable a webhook; what waits for it has failed and can be sent again",
  input: webhookReference,
  output: z.object({}),
  rest: { method: "post", path: "/webhooks/{id}/disable", status: 200 },
  run: async ({ db, input }) => {
    await webhooksRepository(db).switchTo(input.id, false);
    return {};
  },
});

export const rotateWebhookSecret = defineOperation({
  ...manages,
  name: "webhooks.rotate",
  fresh: true,
  summary:
    "Replace a webhook's secret, the old one signing too for a while; while an earlier one still signs, at once alone",
  limits: often,
  input: rotateSecretInput,
  output: webhookWithSecret,
  shownOnce: ["secret"],
  rest: { method: "post", path: "/webhooks/{id}/rotate", status: 200 },
  run: async ({ db, input: { id, overlapHours } }) => {
    const webhooks = webhooksRepository(db);
    const { url } = await webhooks.find(id);
    const secret = newSecret();
    await webhooks.rotate(id, sealSecret(secret, { organizationId: db.organizationId, endpointId: id }), overlapHours);
    return { id, url, secret };
  },
});

export const deleteWebhook = defineOperation({
  ...manages,
  name: "webhooks.delete",
  summary: "Delete a webhook and its deliveries",
  input: webhookReference,
  output: z.object({}),
  rest: { method: "delete", path: "/webhooks/{id}" },
  run: async ({ db, input }) => {
    await webhooksRepository(db).remove(input.id);
    return {};
  },
});

export const testWebhook = defineOperation({
  ...manages,
  name: "webhooks.test",
  summary: "Send a test event to a webhook, once",
  limits: [{ by: "organization", points: 60, seconds: 3600 }],
  input: webhookReference,
  output: z.object({ delivery: z.string() }),
  rest: { method: "post", path: "/webhooks/{id}/test", status: 200 },
  run: async ({ db, input }) => ({ delivery: encodeId("whd", await webhooksRepository(db).test(input.id)) }),
});
