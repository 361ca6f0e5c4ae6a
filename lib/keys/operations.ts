import { z } from "zod";
import { page } from "@/lib/access/list";
import { defineOperation } from "@/lib/access/operation";
import { newApiKey } from "./key-format";
import { keysRepository } from "./repository";
import { apiKey, createKeyInput, expiryOf, keyReference, newKey } from "./schema";

export const listKeys = defineOperation({
  name: "keys.list",
  scope: "organization",
  permission: "keys.view",
  access: "read",
  summary: "List API keys",
  input: z.strictObject({}),
  output: page(apiKey),
  rest: { method: "get", path: "/keys" },
  asksOnce: true,
  run: async ({ db }) => ({ data: await keysRepository(db).list(), next_cursor: null }),
});

export const createKey = defineOperation({
  name: "keys.create",
  scope: "organization",
  permission: "keys.manage",
  access: "write",
  fresh: true,
  summary: "Create an API key",
  limits: [{ by: "person", points: 30, seconds: 3600 }],
  input: createKeyInput,
  output: newKey,
  rest: { method: "post", path: "/keys", status: 201 },
  run: async ({ db, input }) => {
    const keys = keysRepository(db);
    const key = newApiKey(await keys.organizationPart());
    const expiresAt = expiryOf(input, Date.now());
    return { id: await keys.create(input.label, key, expiresAt), label: input.label, key, expiresAt };
  },
});

export const regenerateKey = defineOperation({
  name: "keys.regenerate",
  scope: "organization",
  permission: "keys.manage",
  access: "write",
  fresh: true,
  summary: "Replace the secret of an API key",
  limits: [{ by: "person", points: 30, seconds: 3600 }],
  input: keyReference,
  output: newKey,
  rest: { method: "post", path: "/keys/{id}/regenerate" },
  run: async ({ db, input }) => {
    const keys = keysRepository(db);
    const key = newApiKey(await keys.organizationPart());
    const made = await keys.find(await keys.regenerate(input.id, key));
    return { id: made.id, label: made.label, key, expiresAt: made.expiresAt };
  },
});

export const revokeKey = defineOperation({
  name: "keys.revoke",
  scope: "organization",
  permission: "keys.manage",
  access: "write",
  fresh: true,
  summary: "Revoke an API key",
  input: keyReference,
  output: z.object({}),
  rest: { method: "delete", path: "/keys/{id}" },
  run: async ({ db, input }) => {
    await keysRepository(db).revoke(input.id);
    return {};
  },
});
