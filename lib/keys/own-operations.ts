import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { newApiKey } from "./key-format";
import { keysRepository } from "./repository";
import { newKey, rotateKeyInput } from "./schema";

const made = z.object({ id: z.uuid(), label: z.string(), expires_at: z.coerce.date().nullable() });

/** For the key that calls, and no other: it proves itself. */
export const rotateOwnKey = defineOperation({
  name: "keys.rotate_own",
  scope: "organization",
  permission: "organization.view",
  access: "write",
  summary: "Replace the key that calls, the old one working on for a while; the new one ends when it would have",
  limits: [{ by: "person", points: 30, seconds: 3600 }],
  input: rotateKeyInput.omit({ id: true }),
  output: newKey,
  shownOnce: ["key"],
  rest: { method: "post", path: "/me/key/rotate" },
  run: async ({ db, input: { overlapHours } }) => {
    const test = await db.call(sql`guard.own_key_is_test()`, z.boolean());
    const key = newApiKey(await keysRepository(db).organizationPart(), test ? "test" : "live");
    const { id, label, expires_at } = await db.call(sql`guard.rotate_own_key(${key}, ${overlapHours}::int)`, made);
    return { id, label, key, expiresAt: expires_at };
  },
});
