import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { idOutput } from "@/lib/ids";

const place = z
  .object({ organization_id: z.uuid(), unread: z.coerce.number().nullable() })
  .transform(({ organization_id, unread }) => ({ organizationId: organization_id, unread }));

const row = z
  .object({
    organization_id: z.uuid(),
    id: z.uuid(),
    kind: z.string(),
    title: z.string(),
    body: z.string().nullable(),
    path: z.string().nullable(),
    read_at: z.coerce.date().nullable(),
    created_at: z.coerce.date(),
  })
  .transform(({ organization_id, read_at, created_at, ...rest }) => ({
    ...rest,
    organizationId: organization_id,
    readAt: read_at,
    createdAt: created_at,
  }));

export const inboxNotice = z.object({
  id: idOutput("ntc"),
  organizationId: z.uuid(),
  kind: z.string(),
  title: z.string(),
  body: z.string().nullable(),
  path: z.string().nullable(),
  readAt: z.date().nullable(),
  createdAt: z.date(),
});

export type InboxNotice = z.output<typeof inboxNotice>;

/** `unread` is null where the organization keeps this session out: for its network, second factor or way to sign in. */
export const inboxPlace = z.object({ organizationId: z.uuid(), unread: z.number().nullable() });

export function myUnread(db: Database) {
  return db.rows(sql`select * from guard.my_unread()`, place);
}

type Wanted = { organizationId?: string | undefined; unread: boolean; limit: number };

/** The signed-in person's own, newest first. */
export function myNotices(db: Database, { organizationId, unread, limit }: Wanted) {
  return db.rows(sql`select * from guard.my_notices(${organizationId ?? null}::uuid, ${unread}, ${limit}::int)`, row);
}
