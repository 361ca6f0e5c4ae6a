import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { asFound } from "@/lib/console/paging";
import { newServerKey } from "@/lib/keys/key-format";
import { createServerInput, newServer, serverReference, serverRow } from "./schema";

export const listServers = defineOperation({
  name: "platform.servers",
  scope: "platform",
  permission: "platform.view",
  access: "read",
  summary: "List the credentials of servers",
  input: z.strictObject({}),
  output: z.array(serverRow),
  run: ({ db }) => db.call(sql`guard.server_keys()`, z.array(asFound(serverRow))),
});

export const createServer = defineOperation({
  name: "platform.create_server",
  scope: "platform",
  permission: "platform.manage",
  access: "write",
  summary: "Make a credential for a server",
  fresh: true,
  input: createServerInput,
  output: newServer,
  run: async ({ db, input }) => {
    const key = newServerKey();
    const scopes = sql`${sql.param(input.scopes)}::text[]`;
    const id = await db.call(sql`guard.create_server_key(${input.label}, ${key}, ${scopes}, ${input.days})`, z.uuid());
    return { id, label: input.label, key };
  },
});

export const revokeServer = defineOperation({
  name: "platform.revoke_server",
  scope: "platform",
  permission: "platform.manage",
  access: "write",
  summary: "Revoke the credential of a server",
  input: serverReference,
  output: z.object({}),
  run: async ({ db, input }) => {
    await db.call(sql`guard.revoke_server_key(${input.id})`, z.unknown());
    return {};
  },
});
