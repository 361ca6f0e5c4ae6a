import type { z } from "zod";
import { findAuditEntry, listAudit } from "@/lib/audit/operations";
import type { auditEntry } from "@/lib/audit/schema";
import { BerthError } from "@/lib/errors";
import { refuseField } from "../faults";
import { connection, type Window, windowOf } from "../pages";
import type { Maybe, Resolvers } from "../resolvers";

type Filter = Window & { object_pk?: Maybe<string>; action?: Maybe<string[]> };
type Entry = z.output<typeof auditEntry>;

const actions: Record<string, string> = { create: "insert", update: "update", delete: "delete" };

export const auditResolvers: Resolvers = {
  Query: {
    auditlog: async (_: unknown, { id }: { id: string }, reader) =>
      asEntry(await reader.run(reader.here(), findAuditEntry, { id: numberOf(id) })),
    auditlogs: async (_: unknown, { filter }: { filter?: Maybe<Filter> }, reader) => {
      const wanted = (filter?.action ?? []).map(insideAction);
      const words = filter?.object_pk ? { q: `record:${filter.object_pk}` } : {};
      const input = { ...words, ...(wanted.length > 0 ? { action: wanted } : {}) };
      const found = await windowOf(reader, reader.here(), listAudit, { input, window: filter ?? {} });
      const known = found.offset + found.items.length + (found.more ? 1 : 0);
      return connection({ ...found, items: found.items.map(asEntry) }, () => known);
    },
  },
};

function insideAction(action: string): string {
  const found = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (found) return found;
  throw refuseField("action", "create, update or delete.");
}

function asEntry(entry: Entry) {
  const action = Object.entries(actions).find(([, own]) => own === entry.action)?.[0] ?? "update";
  return {
    id: String(entry.id),
    object_type: "auditlog",
    object_pk: entry.record_id ?? "",
    object_id: entry.id,
    object_str: entry.record_name ?? entry.record_type,
    action,
    status: "recorded",
    created: entry.at,
    created_at: entry.at,
    actor: entry.actor,
    operation: entry.operation,
    before: entry.before,
    after: entry.after,
  };
}

function numberOf(id: string): number {
  const number = /^\d{1,15}$/.test(id) ? Number(id) : 0;
  if (number < 1) throw new BerthError("not_found", "There is no such entry.");
  return number;
}
