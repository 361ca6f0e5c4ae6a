import { sql } from "drizzle-orm";
import { z } from "zod";
import { ofOrganization } from "@/lib/access/changes";
import { type Actors, defineOperation } from "@/lib/access/operation";
import { encodeId } from "@/lib/ids";
import { logsRepository } from "./repository";
import { seesBodies } from "./rights";
import { listLogsInput, logDetail, logReference, logsPage } from "./schema";

export const listLogs = defineOperation({
  name: "logs.list",
  scope: "organization",
  permission: "logs.view",
  access: "read",
  summary: "List calls of the API, newest first",
  input: listLogsInput,
  output: logsPage,
  rest: { method: "get", path: "/logs" },
  run: async ({ db, input }) => {
    const { data, next_cursor } = await logsRepository(db).list(input);
    return { data: data.map((row) => ({ ...row, caller: callerOf(row) })), next_cursor };
  },
});

export const findLog = defineOperation({
  name: "logs.find",
  scope: "organization",
  permission: "logs.view",
  access: "read",
  summary: "Get a call with what was sent and answered, secrets masked",
  input: logReference,
  output: logDetail,
  rest: { method: "get", path: "/logs/{id}" },
  run: async ({ db, actor, input }) => {
    const logs = logsRepository(db);
    const row = await logs.find(input.id);
    return shown(row, { actor, changes: await logs.changesOf(row.requestId) });
  },
});

export const findLogByNumber = defineOperation({
  name: "logs.find_by_number",
  scope: "organization",
  permission: "logs.view",
  access: "read",
  summary: "Get a call by its number among those of the organization",
  input: z.strictObject({ number: z.number().int().positive() }),
  output: logDetail,
  run: async ({ db, actor, input }) => {
    const logs = logsRepository(db);
    const row = await logs.findByNumber(input.number);
    return shown(row, { actor, changes: await logs.changesOf(row.requestId) });
  },
});

type Row = Awaited<ReturnType<ReturnType<typeof logsRepository>["find"]>>;

function shown(row: Row, { actor, changes }: { actor: Actors["organization"]; changes: number }) {
  const bodiesSeen = seesBodies(row, actor);
  return {
    ...row,
    caller: callerOf(row),
    bodiesSeen,
    request: { text: bodiesSeen ? row.request : null, bytes: row.requestBytes },
    response: { text: bodiesSeen ? row.response : null, bytes: row.responseBytes },
    changes: actor.rights.has("audit.view") ? changes : 0,
  };
}

function callerOf({
  credentialKind,
  credentialId,
  membershipId,
  caller,
}: Pick<Row, "credentialKind" | "credentialId" | "membershipId" | "caller">) {
  const id = credentialKind === "key" ? encodeId("apk", credentialId) : membershipId && encodeId("mem", membershipId);
  return { kind: credentialKind, id, name: caller };
}

const kept = z.object({ days: z.number() });

export const readLogRetention = defineOperation({
  name: "logs.retention",
  scope: "organization",
  permission: "logs.view",
  access: "read",
  summary: "See how long calls are kept",
  input: z.strictObject({}),
  output: kept,
  rest: { method: "get", path: "/settings/logs" },
  asksOnce: true,
  run: async ({ db }) => {
    const rows = await db.rows(
      sql`select log_retention_days as days from organizations where id = ${db.organizationId}`,
      kept,
    );
    return kept.parse(rows[0]);
  },
});

export const setLogRetention = defineOperation({
  name: "logs.set_retention",
  scope: "organization",
  permission: "settings.manage",
  access: "write",
  summary: "Change how long calls are kept; older ones are deleted within the hour",
  limits: [{ by: "person", points: 20, seconds: 3600 }],
  input: z.strictObject({ days: z.coerce.number().int().min(1).max(365) }),
  output: kept,
  rest: { method: "put", path: "/settings/logs" },
  changes: ofOrganization(readLogRetention),
  run: async ({ db, input: { days } }) => {
    await db.call(sql`guard.set_log_retention(${days})`, z.unknown());
    return { days };
  },
});
