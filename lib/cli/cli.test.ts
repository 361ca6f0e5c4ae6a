import postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { createPerson, guard } from "@/lib/testing/world";
import { examine } from "./commands/doctor";
import { seedDemo, seedOrganizations } from "./commands/seed";
import { grantSuperAdmin, revokeSuperAdmin } from "./commands/super-admin";
import { verifyIsolation } from "./commands/verify";

const nil = "00000000-0000-0000-0000-000000000000";

async function count(statement: string): Promise<number> {
  const [row] = await guard.unsafe<{ n: number }[]>(`select count(*)::int as n from ${statement}`);
  return row?.n ?? -1;
}

async function asSuperuser(statement: string): Promise<void> {
  const sql = postgres((await testDatabase()).superuser, { max: 1, onnotice: () => undefined });
  await sql.unsafe(statement);
  await sql.end();
}

describe("super-admin grant", () => {
  it("makes one, once, on the platform's record", async () => {
    const person = await createPerson();
    expect(await grantSuperAdmin(person.email)).toMatchObject({ ok: true, data: { changed: true } });
    expect(await grantSuperAdmin(person.email)).toMatchObject({ ok: true, data: { changed: false } });
    const entries = await guard<{ actor_label: string }[]>`select actor_label from audit.entries
      where organization_id = ${nil} and action = 'grant' and record_id = ${person.userId}`;
    expect(entries.map((entry) => entry.actor_label)).toEqual([expect.stringMatching(/^Operator ./)]);
    expect(await revokeSuperAdmin(person.email)).toMatchObject({ data: { changed: true } });
    expect(await count(`guard.super_admins where user_id = '${person.userId}' and revoked_at is null`)).toBe(0);
  });

  it("names who has no account", async () => {
    await expect(grantSuperAdmin("nobody@nowhere.example")).rejects.toThrow("Let the person sign up first");
  });

  it("is not the application's to call", async () => {
    const app = postgres((await testDatabase()).app, { max: 1 });
    const person = await createPerson();
    await expect(app`select guard.grant_super_admin(${person.email}, 'x')`).rejects.toMatchObject({ code: "42501" });
    await app.end();
  });
});

describe("seed --demo", () => {
  beforeAll(async () => {
    await seedDemo();
  });

  it("makes the world that README names", async () => {
    const members = await guard<{ slug: string; n: number }[]>`select g.slug, count(*)::int as n from organizations g
      join memberships m on m.organization_id = g.id where g.slug in ('acme-shipping', 'globex-freight', 'initech-procurement')
      group by 1 order by 1`;
    expect(members.map(({ slug, n }) => [slug, n])).toEqual([
      ["acme-shipping", 40],
      ["globex-freight", 11],
      ["initech-procurement", 8],
    ]);
    const acme = "select id from organizations where slug = 'acme-shipping'";
    expect(await count(`registration_requests where organization_id = (${acme}) and state = 'pending'`)).toBe(12);
    const globex = "select id from organizations where slug = 'globex-freight'";
    expect(
      await count(`memberships a join memberships b on b.user_id = a.user_id where a.organization_id = (${acme})
        and b.organization_id = (${globex})`),
    ).toBe(2);
  });

  it("changes nothing the second time", async () => {
    const before = await count("audit.entries");
    expect(await seedDemo()).toMatchObject({ ok: true, data: null });
    expect(await count("audit.entries")).toBe(before);
  });

  it("leaves every right as it follows from the rows", async () => {
    expect(await count("guard.rights_drift()")).toBe(0);
  });
});

describe("seed --organizations", () => {
  it("puts the canary into every free-text column, and tops up", async () => {
    expect(await seedOrganizations({ organizations: 2, rows: 4, canary: true })).toMatchObject({
      data: { made: ["seed-1", "seed-2"] },
    });
    expect(await seedOrganizations({ organizations: 3, rows: 4, canary: true })).toMatchObject({
      data: { made: ["seed-3"] },
    });
    expect(await emptyOfCanary("seed-1")).toEqual([]);
  });
});

/** Text columns of an organization's tables in which no row carries the canary, but for those that hold a choice. */
async function emptyOfCanary(slug: string): Promise<string[]> {
  const choices =
    /^public\.(events\.(type|record_type)|webhook_deliveries\.event|api_calls\.(method|credential_kind)|imports\.(list|file|delimiter|phase)|audit_exports\.(format|file|phase)|notice_preferences\.mail|saved_views\.list|shipments\.service|orders\.channel|carrier_connections\.mode|branches\.code|organizations\.(accent|logo_file|logo_dark_file|factor_for))$|\.(slug|country|currency|time_zone|weight_unit|dimension_unit|role_template|default_role_key|role_key|inherits_key|key|plan|state|status|origin|kind|path|closed_as|ended_as|disabled_as|from_status|prefix|last4|name_key|suspended_reason)$/;
  const elsewhere =
    /^(audit\.entries|guard\.(event_outbox|group_assignments|kept_answers|limit_warnings|refusal_tallies|sessions|jobs|slug_reservations|tokens|handoffs|counters))\.|last_used_address$/;
  const columns = await guard<{ table: string; column: string; owner: string }[]>`
    select n.nspname || '.' || c.relname as table, a.attname as column,
      case when c.relname = 'organizations' then 'id' else 'organization_id' end as owner
    from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
    join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'guard', 'audit')
    where a.atttypid = 'text'::regtype and a.attnum > 0 and not a.attisdropped
      and (c.relname = 'organizations' or exists (select 1 from pg_attribute o where o.attrelid = c.oid and o.attname = 'organization_id'))`;
  const bare: string[] = [];
  for (const { table, column, owner } of columns) {
    const name = `${table}.${column}`;
    if (choices.test(name) || elsewhere.test(name)) continue;
    const found = await count(`${table} where ${owner} = (select id from organizations where slug = '${slug}')
      and "${column}" like '%canary-${slug}%'`);
    if (found === 0) bare.push(name);
  }
  return bare;
}

describe("verify isolation", () => {
  it("finds nothing, and leaves nothing behind", async () => {
    const before = await count("organizations");
    expect(await verifyIsolation()).toMatchObject({ ok: true, data: { faults: [] } });
    expect(await count("organizations")).toBe(before);
  });

  it("finds a fence that was taken down", async () => {
    await asSuperuser("alter table public.roles disable row level security");
    const outcome = await verifyIsolation();
    await asSuperuser("alter table public.roles enable row level security");
    expect(outcome.ok).toBe(false);
    expect(outcome.lines.join()).toContain("rows of roles got through the fence");
  });
});

describe("doctor", () => {
  it("says that all is well", async () => {
    const outcome = await examine();
    expect(outcome.lines.filter((line) => line.startsWith("FAULT"))).toEqual([]);
    expect(outcome.ok).toBe(true);
  });

  it("finds a login that was made stronger", async () => {
    await asSuperuser("grant create on schema public to berth_app");
    const outcome = await examine();
    await asSuperuser("revoke create on schema public from berth_app");
    expect(outcome.ok).toBe(false);
    expect(outcome.lines.join()).toContain("berth_app may create in the schema public");
  });

  it("finds a database that was migrated with another demand for second factors", async () => {
    await guard`update guard.installation set factor_for = 'powerful'`;
    const outcome = await examine();
    await guard`update guard.installation set factor_for = 'nobody'`;
    expect(outcome.ok).toBe(false);
    expect(outcome.lines.join()).toContain("wants it of powerful, and SECOND_FACTOR here says nobody");
  });

  it("finds rights that drifted", async () => {
    await guard`update guard.rights set permissions = repeat('1', 256)::bit(256)
      where membership_id = (select membership_id from guard.rights limit 1)`;
    expect((await examine()).lines.join()).toContain("1 memberships hold other rights");
  });
});
