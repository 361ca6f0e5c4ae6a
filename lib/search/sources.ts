import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import { memberships } from "@/db/schema/memberships";
import { registrationRequests } from "@/db/schema/registration-requests";
import { shipments } from "@/db/schema/shipments";
import type { Database } from "@/lib/access/database";
import { containsText } from "@/lib/access/list";
import type { Permission } from "@/lib/access/permissions";
import { encodeId } from "@/lib/ids";
import { keysRepository } from "@/lib/keys/repository";
import type { Resource } from "@/lib/resource/declaration";
import { recordsRepository } from "@/lib/resource/repository";
import { asTitle } from "@/lib/resource/words";
import { resources } from "@/lib/resources";
import { type Hit, hit } from "./schema";

/**
 * What the search looks through. A new kind of record adds itself here: its permission, and at most `most` hits, best
 * first. Text of tables that grow is searched by `guard.search_records`, whose index the organization leads.
 */
export type SearchSource = {
  permission: Permission;
  find: (db: Database, text: string, most: number) => Promise<Hit[]>;
};

export const searchSources: SearchSource[] = [
  { permission: "shipments.view", find: findShipments },
  { permission: "members.view", find: findMembers },
  { permission: "registrations.view", find: findRequests },
  { permission: "keys.view", find: findKeys },
  ...resources.flatMap(recordSource),
];

/** A declared record that can be searched. */
function recordSource(resource: Resource): SearchSource[] {
  const { path, permissions, prefix, search, words } = resource;
  if (!search) return [];
  const find = async (db: Database, text: string, most: number) => {
    const rows = await recordsRepository(db, resource).search(text, most);
    return rows.map(({ id, title, detail }) => ({
      kind: hit.shape.kind.parse(words.one),
      id: encodeId(prefix, id),
      label: title,
      detail: [asTitle(words.one), detail].filter(Boolean).join(" · "),
      path: `${path}/${encodeId(prefix, id)}`,
    }));
  };
  return [{ permission: permissions.view, find }];
}

const s = shipments;
const m = memberships;
const r = registrationRequests;

async function findShipments(db: Database, text: string, most: number): Promise<Hit[]> {
  const spellings = [text, text.toUpperCase()];
  const rows = await db.query
    .select({
      id: s.id,
      reference: s.reference,
      tracking: s.trackingNumber,
      recipient: sql<string | null>`coalesce(${s.recipient} ->> 'company', ${s.recipient} ->> 'name')`,
      city: sql<string | null>`${s.recipient} ->> 'city'`,
    })
    .from(s)
    .where(
      and(
        eq(s.organizationId, db.organizationId),
        or(
          inArray(s.reference, spellings),
          sql`${s.id} in (select guard.search_records('shipments', ${text}, ${most * 4}))`,
        ),
      ),
    )
    .orderBy(sql`lower(${s.reference}) = ${text.toLowerCase()} desc`, desc(s.id))
    .limit(most);
  return rows.map(({ id, reference, tracking, recipient, city }) => ({
    kind: "shipment",
    id: encodeId("shp", id),
    label: reference,
    detail: [recipient, city, tracking].filter(Boolean).join(" · ") || null,
    path: `/shipments/${encodeId("shp", id)}`,
  }));
}

async function findMembers(db: Database, text: string, most: number): Promise<Hit[]> {
  const rows = await db.query
    .select({ id: m.id, name: m.name, email: m.email })
    .from(m)
    .where(
      and(
        eq(m.organizationId, db.organizationId),
        sql`${m.id} in (select guard.search_records('memberships', ${text}, ${most * 10}))`,
      ),
    )
    .orderBy(sql`starts_with(lower(${m.name}), ${text.toLowerCase()}) desc`, sql`lower(${m.name})`, m.id)
    .limit(most);
  return rows.map(({ id, name, email }) => ({
    kind: "member",
    id: encodeId("mem", id),
    label: name,
    detail: email,
    path: `/members/${encodeId("mem", id)}`,
  }));
}

/** Those that wait: a decided one is found by its member or in the list. */
async function findRequests(db: Database, text: string, most: number): Promise<Hit[]> {
  const rows = await db.query
    .select({ id: r.id, name: r.name, email: r.email })
    .from(r)
    .where(and(eq(r.organizationId, db.organizationId), eq(r.state, "pending"), containsText(text, r.name, r.email)))
    .orderBy(desc(r.createdAt))
    .limit(most);
  return rows.map(({ id, name, email }) => ({
    kind: "request",
    id: encodeId("reg", id),
    label: name,
    detail: `${email} · waits for a decision`,
    path: `/registrations/${encodeId("reg", id)}`,
  }));
}

async function findKeys(db: Database, text: string, most: number): Promise<Hit[]> {
  const wanted = text.toLowerCase();
  const keys = await keysRepository(db).list();
  return keys
    .filter(({ label, prefix, last4 }) => [label, prefix, last4].some((part) => part.toLowerCase().includes(wanted)))
    .slice(0, most)
    .map(({ id, label, prefix, last4 }) => ({
      kind: "key",
      id: encodeId("apk", id),
      label,
      detail: `${prefix}…${last4}`,
      path: "/api-keys",
    }));
}
