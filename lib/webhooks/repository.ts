import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { events } from "@/db/schema/events";
import { webhookAttempts, webhookDeliveries } from "@/db/schema/webhook-deliveries";
import type { Database } from "@/lib/access/database";
import { keyset } from "@/lib/access/list";
import { BerthError } from "@/lib/errors";
import type { ListDeliveriesInput } from "./schema";

const moment = z.coerce.date().nullable();

const webhookRow = z
  .object({
    id: z.uuid(),
    url: z.string(),
    description: z.string(),
    events: z.array(z.string()),
    test_mode: z.boolean(),
    state: z.enum(["active", "disabled"]),
    disabled_as: z.enum(["person", "gone", "failing", "maker"]).nullable(),
    failing_since: moment,
    previous_until: moment,
    last_delivery_at: moment,
    created_by_name: z.string().nullable(),
    created_at: z.coerce.date(),
    delivered: z.coerce.number(),
    failed: z.coerce.number(),
    waiting: z.coerce.number(),
  })
  .transform((row) => ({
    ...row,
    mode: row.test_mode ? ("test" as const) : ("live" as const),
    disabledAs: row.disabled_as,
    failingSince: row.failing_since,
    previousUntil: row.previous_until,
    lastDeliveryAt: row.last_delivery_at,
    createdBy: row.created_by_name,
    createdAt: row.created_at,
  }));

type Range = { since: Date; until: Date | undefined; all: boolean };

export type NewEndpoint = {
  id: string;
  url: string;
  description: string;
  events: string[];
  test: boolean;
  sealed: string;
};

type EndpointChange = { [Name in "url" | "description"]?: string | null | undefined } & {
  events?: string[] | null | undefined;
};

/** Endpoints stand behind the wall's functions, since their secrets do. */
export function webhooksRepository(db: Database) {
  const list = () => db.rows(sql`select * from guard.webhook_endpoints()`, webhookRow);
  return {
    list,
    async find(id: string) {
      const found = (await list()).find((each) => each.id === id);
      if (!found) throw new BerthError("not_found", "There is no such webhook.");
      return found;
    },
    create: ({ id, url, description, events, test, sealed }: NewEndpoint) =>
      db.call(
        sql`guard.create_endpoint(${id}, ${url}, ${description}, ${sql.param(events)}::text[], ${test}, ${sealed})`,
        z.uuid(),
      ),
    /** What is not given stays as it is, whatever others make of it meanwhile. */
    update: (id: string, { url = null, description = null, events: sent = null }: EndpointChange) =>
      db.call(sql`guard.update_endpoint(${id}, ${url}, ${description}, ${sql.param(sent)}::text[])`, z.unknown()),
    /** Nobody else changes it until this transaction ends. */
    hold: (id: string) => db.call(sql`guard.hold_endpoint(${id})`, z.unknown()),
    switchTo: (id: string, active: boolean) => db.call(sql`guard.switch_endpoint(${id}, ${active})`, z.unknown()),
    rotate: (id: string, sealed: string, hours: number) =>
      db.call(sql`guard.rotate_endpoint_secret(${id}, ${sealed}, ${hours}::int)`, z.unknown()),
    remove: (id: string) => db.call(sql`guard.delete_endpoint(${id})`, z.unknown()),
    test: (id: string) => db.call(sql`guard.test_endpoint(${id})`, z.uuid()),
    replayOne: (delivery: string) =>
      db.call(sql`guard.replay_deliveries(null, ${delivery}, null, null, true)`, z.number()),
    replaySince: (id: string, { since, until, all }: Range) =>
      db.call(
        sql`guard.replay_deliveries(${id}, null, ${since.toISOString()}::timestamptz, ${until?.toISOString() ?? null}::timestamptz, ${all})`,
        z.number(),
      ),
    countSince: (id: string, { since, until, all }: Range) =>
      db.call(
        sql`guard.count_replay(${id}, ${since.toISOString()}::timestamptz, ${until?.toISOString() ?? null}::timestamptz, ${all})`,
        z.number(),
      ),
  };
}

const d = webhookDeliveries;
const columns = {
  id: d.id,
  endpointId: d.endpointId,
  eventId: d.eventId,
  event: d.event,
  state: d.state,
  attempts: d.attempts,
  dueAt: d.dueAt,
  lastStatus: d.lastStatus,
  lastError: d.lastError,
  createdAt: d.createdAt,
  finishedAt: d.finishedAt,
};

export function deliveriesRepository(db: Database) {
  const own = eq(d.organizationId, db.organizationId);
  return {
    async list(input: ListDeliveriesInput) {
      const at = keyset(input, {
        list: "deliveries.list",
        owner: db.organizationId,
        // Ids are sorted by the time at which they were made.
        sorts: { at: { by: d.id, type: "uuid" } },
        id: d.id,
      });
      const rows = await db.query
        .select({ ...columns, position: at.position })
        .from(d)
        .where(
          and(
            own,
            at.after,
            input.webhook.length > 0 ? inArray(d.endpointId, input.webhook) : undefined,
            input.event.length > 0 ? inArray(d.event, input.event) : undefined,
            input.state.length > 0 ? inArray(d.state, input.state) : undefined,
          ),
        )
        .orderBy(...at.orderBy)
        .limit(at.limit);
      return at.page(rows);
    },
    async find(id: string) {
      const [row] = await db.query
        .select(columns)
        .from(d)
        .where(and(own, eq(d.id, id)));
      if (!row) throw new BerthError("not_found", "There is no such delivery.");
      return row;
    },
    tries: (id: string) =>
      db.query
        .select()
        .from(webhookAttempts)
        .where(and(eq(webhookAttempts.organizationId, db.organizationId), eq(webhookAttempts.deliveryId, id)))
        .orderBy(asc(webhookAttempts.at)),
    async eventOf(id: string) {
      const [row] = await db.query
        .select()
        .from(events)
        .where(and(eq(events.organizationId, db.organizationId), eq(events.id, id)));
      return row;
    },
  };
}
