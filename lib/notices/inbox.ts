import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { outsidePath } from "@/lib/audit/places";
import { idOutput } from "@/lib/ids";
import { outsideId } from "@/lib/outside-id";
import { requestState } from "@/lib/registrations/schema";
import type { shownNotices } from "./schema";

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
    request: z.object({ id: z.uuid(), state: requestState }).nullable(),
    position: z.array(z.string()),
  })
  .transform(({ organization_id, read_at, created_at, path, ...rest }) => ({
    ...rest,
    path: outsidePath(path),
    organizationId: organization_id,
    readAt: read_at,
    createdAt: created_at,
  }));

export const inboxNotice = z.object({
  id: idOutput("ntc"),
  organizationId: outsideId("org"),
  kind: z.string(),
  title: z.string(),
  body: z.string().nullable(),
  path: z.string().nullable(),
  readAt: z.date().nullable(),
  createdAt: z.date(),
  /** The request that it is about, for somebody who decides there. */
  request: z.object({ id: idOutput("reg"), state: requestState }).nullable(),
});

export type InboxNotice = z.output<typeof inboxNotice>;

/** `unread` is null where the organization keeps this session out: for its network, second factor or way to sign in. */
export const inboxPlace = z.object({ organizationId: z.uuid(), unread: z.number().nullable() });

export function myUnread(db: Database) {
  return db.rows(sql`select * from guard.my_unread()`, place);
}

type Wanted = {
  organizationId?: string | undefined;
  show: z.output<typeof shownNotices>;
  limit: number;
  /** The position of the last one that is known. */
  after?: [at: string, id: string] | undefined;
};

/** The signed-in person's own, newest first, each with its position. */
export function myNotices(db: Database, { organizationId, show, limit, after: [at, id] = ["", ""] }: Wanted) {
  return db.rows(
    sql`select n.*, jsonb_build_array(n.created_at::text, n.id::text) as position
      from guard.my_notices(${organizationId ?? null}::uuid, ${show}, ${at || null}::timestamptz, ${id || null}::uuid,
        ${limit}::int) n order by n.created_at desc, n.id desc`,
    row,
  );
}
