import { z } from "zod";
import { page } from "@/lib/access/list";
import { defineOperation } from "@/lib/access/operation";
import { newApiKey } from "./key-format";
import { keysRepository } from "./repository";
import { apiKey, createKeyInput, keyReference, newKey, rotateKeyInput } from "./schema";
import { readingScopes } from "./scope-schema";

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
  shownOnce: ["key"],
  rest: { method: "post", path: "/keys", status: 201 },
  run: async ({ db, actor, input }) => {
    const { label, scopes = readingScopes(actor.rights), mode = db.testMode ? "test" : "live" } = input;
    const keys = keysRepository(db);
    const key = newApiKey(await keys.organizationPart(), mode);
    const expiresAt = await keys.endOf(input);
    return { id: await keys.create(label, key, expiresAt, scopes), label, key, expiresAt };
  },
});

export const rotateKey = defineOperation({
  name: "keys.rotate",
  scope: "organization",
  permission: "keys.manage",
  access: "write",
  fresh: true,
  summary: "Replace an API key, the old one working on for a while",
  limits: [{ by: "person", points: 30, seconds: 3600 }],
  input: rotateKeyInput,
  output: newKey,
  shownOnce: ["key"],
  rest: { method: "post", path: "/keys/{id}/rotate" },
  run: async ({ db, input }) => {
    const keys = keysRepository(db);
    const { mode } = await keys.find(input.id);
    const key = newApiKey(await keys.organizationPart(), mode);
    const made = await keys.find(await keys.rotate(input.id, key, input.overlapHours));
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
