import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { inviteMembers } from "@/lib/invitations/operations";
import { listMembers } from "@/lib/members/operations";
import { setUpOrganization } from "@/lib/organizations/operations";
import { testDatabase } from "@/lib/testing/database";
import { accountHandle, createOrganization, createPerson, guard, unique } from "@/lib/testing/world";

const { app } = await testDatabase();
const sql = postgres(app, { max: 1, onnotice: () => undefined });

afterAll(() => sql.end());

/** What every session of the application's role can see of the others: it must never name anybody. */
describe("what one connection sees of another [S16]", () => {
  it("no statement carries a value", async () => {
    const person = await createPerson();
    const organization = await createOrganization();
    const canary = unique("canary");
    const { handle } = organization.owner;
    await accountHandle(person).run(setUpOrganization, {
      name: canary,
      company_name: canary,
      industry: "parcel",
      company_size: "11-50",
      city: canary,
      country: "NL",
      currency: "EUR",
      time_zone: "Europe/Amsterdam",
      role_template: "fleet",
    });
    await handle.run(inviteMembers, { emails: [`${canary}@guests.example`] });
    await handle.run(listMembers, { q: canary });
    const seen = await sql<{ query: string }[]>`
      select query from pg_stat_activity where datname = current_database() and usename = 'berth_app' and pid <> pg_backend_pid()`;
    expect(seen.length).toBeGreaterThan(0);
    for (const { query } of seen) {
      expect(query).not.toContain(canary);
      for (const secret of [organization.id, organization.slug, person.session, organization.owner.hostSession])
        expect(query).not.toContain(secret);
    }
  });

  it("no function of ours tells a channel more than that something happened", async () => {
    const telling = await guard<{ name: string; source: string }[]>`
      select p.oid::regprocedure::text as name, p.prosrc as source from pg_proc p
      where p.pronamespace in ('guard'::regnamespace, 'audit'::regnamespace, 'public'::regnamespace)
        and p.prosrc ~* 'pg_notify|^\\s*notify\\s'`;
    for (const { name, source } of telling)
      expect(source, name).toMatch(/pg_notify\('berth_[a-z_]+', (''|guard\.live_tag\(|encode\(sha256)/);
    const lockers = await guard<{ source: string }[]>`
      select prosrc as source from pg_proc p where p.pronamespace = 'guard'::regnamespace and prosrc ~ 'advisory'`;
    for (const { source } of lockers) expect(source).toMatch(/advisory_xact_lock\(hashtext/);
  });
});
