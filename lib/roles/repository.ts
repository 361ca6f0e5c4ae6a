import { eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { organizations } from "@/db/schema/organizations";
import type { Database } from "@/lib/access/database";
import { type Permission, permissions } from "@/lib/access/permissions";

const roleRow = z
  .object({
    key: z.string(),
    name: z.string(),
    description: z.string(),
    position: z.number(),
    built_in: z.boolean(),
    permissions: z.array(z.string()),
    inherits: z.array(z.string()),
    members: z.number(),
  })
  .transform(({ built_in, ...row }) => ({ ...row, builtIn: built_in }));

const holdersRow = z.object({
  roles: z.array(z.string()),
  flags: z.array(z.string()),
  members: z.number(),
  names: z.array(z.string()),
});

const reachRow = z.object({ givable: z.array(z.string()), withheld: z.array(z.string()) });

export type Reach = { givable: ReadonlySet<Permission>; withheld: string[] };

const known = new Set<string>(permissions);
const isPermission = (text: string): text is Permission => known.has(text);

type Content = { name: string; description: string; permissions: string[]; inherits: string[] };

const list = (values: string[]) => sql`${sql.param(values)}::text[]`;

export function rolesRepository(db: Database) {
  return {
    /** Every role in the order of the ladder, with how many members hold it. */
    rows: () =>
      db.rows(
        sql`select r.key, r.name, r.description, r.position, r.built_in, r.permissions,
            coalesce((select array_agg(i.inherits_key order by x.position, x.name) from role_inheritance i
              join roles x on x.organization_id = i.organization_id and x.key = i.inherits_key
              where i.organization_id = r.organization_id and i.role_key = r.key), '{}') as inherits,
            (select count(*)::int from memberships m where m.organization_id = r.organization_id
              and m.role_key = r.key) as members
          from roles r where r.organization_id = ${db.organizationId} order by r.position, r.name`,
        roleRow,
      ),
    /** Nobody else changes the role until this transaction ends. */
    lock: (key: string) =>
      db.query.execute(
        sql`select from roles where organization_id = ${db.organizationId} and key = ${key} for no key update`,
      ),
    async strictLadder(): Promise<boolean> {
      const [row] = await db.query
        .select({ strict: organizations.strictLadder })
        .from(organizations)
        .where(eq(organizations.id, db.organizationId));
      return row?.strict ?? false;
    },
    async create(key: string, { name, description, permissions, inherits }: Content): Promise<void> {
      await db.query.execute(sql`insert into roles (organization_id, id, key, name, description, permissions)
        values (${db.organizationId}, ${uuidv7()}, ${key}, ${name}, ${description}, ${list(permissions)})`);
      if (inherits.length > 0)
        await db.query.execute(sql`insert into role_inheritance (organization_id, role_key, inherits_key)
          select ${db.organizationId}, ${key}, unnest(${list(inherits)})`);
    },
    /** In one statement, so that everybody's rights are worked out once. */
    update: (key: string, { name, description, permissions, inherits }: Content) =>
      db.query.execute(sql`
        with gone as (
          delete from role_inheritance where organization_id = ${db.organizationId} and role_key = ${key}
            and inherits_key <> all (${list(inherits)})
        ), come as (
          insert into role_inheritance (organization_id, role_key, inherits_key)
          select ${db.organizationId}, ${key}, inherited.key from unnest(${list(inherits)}) as inherited(key)
          where not exists (select from role_inheritance i where i.organization_id = ${db.organizationId}
            and i.role_key = ${key} and i.inherits_key = inherited.key)
        )
        update roles set name = ${name}, description = ${description}, permissions = ${list(permissions)},
          updated_at = now()
        where organization_id = ${db.organizationId} and key = ${key}`),
    remove: (key: string, replacement: string | null) =>
      db.call(sql`guard.delete_role(${key}, ${replacement})`, z.number()),
    /** Who holds these roles, in a branch too, by roles and flags: how many, and the first names of them. */
    holders: (keys: string[]) =>
      db.rows(
        sql`with of_member as (
            select m.id, m.role_key as key from memberships m
            where m.organization_id = ${db.organizationId} and m.role_key = any (${list(keys)})
            union
            select g.membership_id, g.role_key from membership_branches g
            where g.organization_id = ${db.organizationId} and g.role_key = any (${list(keys)})
          ), holders as (select id, array_agg(key order by key) as roles from of_member group by id)
          select h.roles, m.flags, count(*)::int as members, (array_agg(m.name order by lower(m.name)))[:8] as names
          from holders h join memberships m on m.organization_id = ${db.organizationId} and m.id = h.id
          where m.status = 'active' group by h.roles, m.flags`,
        holdersRow,
      ),
    /** What the acting person may give to others, and what the plan takes from every role. */
    async reach(): Promise<Reach> {
      const [row] = await db.rows(
        sql`select guard.givable_permissions() as givable, guard.withheld_permissions() as withheld`,
        reachRow,
      );
      return { givable: new Set(row?.givable.filter(isPermission)), withheld: row?.withheld ?? [] };
    },
    setStrictLadder: (strict: boolean) => db.call(sql`guard.set_strict_ladder(${strict})`, z.unknown()),
  };
}
