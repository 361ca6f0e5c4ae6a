import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { containsText, keyset } from "@/lib/access/list";
import { BerthError } from "@/lib/errors";
import { deadInvitation, invitationPreview, invitationRow, type ListInvitationsInput } from "./schema";

const columns = sql`i.id, i.kind, i.email, i.role_key as "roleKey", i.role_name as "roleName", i.note,
  i.invited_by_name as "invitedByName", i.created_at as "createdAt", i.expires_at as "expiresAt", i.state,
  i.state_at as "stateAt", i.accepted_by as "acceptedBy", i.accepted_by_name as "acceptedByName",
  i.revoked_by_name as "revokedByName", i.resent, i.branches`;

const sorts = {
  created: { by: sql`i.created_at`, type: "timestamptz" },
  expires: { by: sql`i.expires_at`, type: "timestamptz" },
  changed: { by: sql`i.state_at`, type: "timestamptz" },
} as const;

const outcome = z.object({
  email: z.string().nullable(),
  id: z.uuid().nullable(),
  outcome: z.enum(["created", "already_member", "already_invited"]),
});

const joined = z.object({ slug: z.string(), name: z.string(), joined: z.boolean() });

const myRow = z.object({
  id: z.uuid(),
  organization: z.string(),
  slug: z.string(),
  role: z.string(),
  inviter: z.string().nullable(),
  note: z.string().nullable(),
  expiresAt: z.coerce.date(),
});

type Given = { role?: string | undefined; note: string; branches: string[] | null };
type Item = { email?: string; token: string; sealed?: string };

/** Invitations through the wall's functions: the table itself holds secrets and is out of reach. */
export function invitationsRepository(db: Database) {
  return {
    async list(input: ListInvitationsInput) {
      const at = keyset(input, { list: "invitations.list", owner: db.organizationId, sorts, id: sql`i.id` });
      const conditions = [
        containsText(input.q, sql`coalesce(i.email, '')`, sql`coalesce(i.accepted_by_name, '')`),
        input.ids.length > 0 ? sql`i.id = any (${sql.param(input.ids)}::uuid[])` : undefined,
        input.role.length > 0 ? sql`i.role_key = any (${sql.param(input.role)})` : undefined,
        input.state.length > 0 ? sql`i.state = any (${sql.param(input.state)})` : undefined,
        at.after,
      ].filter((condition) => condition !== undefined);
      const rows = await db.rows(
        sql`select ${columns}, ${at.position.sql} as position from guard.organization_invitations(${input.view === "open"}) i
            where ${sql.join([sql`true`, ...conditions], sql` and `)}
            order by ${sql.join(at.orderBy, sql`, `)} limit ${at.limit}`,
        invitationRow.extend({ position: z.string() }),
      );
      return at.page(rows);
    },
    explainDead: (secret: string) => db.call(sql`guard.dead_invitation(${secret})`, deadInvitation.nullable()),
    async find(id: string) {
      const [row] = await db.rows(
        sql`select ${columns} from (select * from guard.organization_invitations(true)
            union all select * from guard.organization_invitations(false)) i where i.id = ${id}`,
        invitationRow,
      );
      if (!row) throw new BerthError("not_found", "There is no such invitation.");
      return row;
    },
    create: (kind: "link" | "code", { role, note, branches }: Given, items: Item[]) =>
      db.call(
        sql`guard.create_invitations(${kind}, ${role ?? null}, ${note}, ${JSON.stringify(items)}::jsonb,
          ${sql.param(branches)}::uuid[])`,
        z.array(outcome),
      ),
    resend: (id: string, token: string, sealed: string | null) =>
      db.call(sql`guard.resend_invitation(${id}, ${token}, ${sealed})`, z.unknown()),
    revoke: (id: string) => db.call(sql`guard.revoke_invitation(${id})`, z.unknown()),
    peek: (secret: string, { opened }: { opened: boolean }) =>
      db.call(sql`guard.peek_invitation(${secret}, ${opened})`, invitationPreview.nullable()),
    accept: (secret: string) => db.call(sql`guard.accept_invitation(${secret})`, joined),
    acceptMine: (id: string) => db.call(sql`guard.accept_my_invitation(${id})`, joined),
    listMine: () =>
      db.rows(
        sql`select id, organization, slug, role, inviter, note, expires_at as "expiresAt" from guard.my_invitations()`,
        myRow,
      ),
  };
}
