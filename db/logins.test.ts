import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { catalogue } from "@/lib/catalogue";
import { scratchDatabase, testDatabase } from "@/lib/testing/database";
import { checkLogins } from "./logins";
import { migrate, migrationsCurrent } from "./migrate";

const logins = ["app", "auth", "worker"] as const;

async function asSuperuser(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  await sql.unsafe(statement);
  await sql.end();
}

describe("logins [S2]", () => {
  it.each(logins)("finds nothing too strong about %s, also in a clone", async (login) => {
    const urls = await testDatabase();
    expect(await checkLogins(urls[login], login)).toEqual([]);
  });

  it("names what is too strong", async () => {
    const urls = await testDatabase();
    expect(await checkLogins(urls.superuser, "app")).toContain(
      "The database login postgres may bypass row-level security.",
    );
    expect(await checkLogins(urls.owner, "app")).toContain(
      "The database login berth_owner is a member of berth_guard.",
    );
  });

  it.each([
    ["grant create on schema public to berth_app", "may create in the schema public"],
    ["create table public.loose (); alter table public.loose owner to berth_app", "owns 1 tables"],
    ["create schema loose authorization berth_app", "owns the schema loose"],
    [
      "do $$ begin execute format('grant temp on database %I to berth_app', current_database()); end $$",
      "temporary tables",
    ],
    ["grant execute on function lo_create(oid) to public", "large objects"],
  ])("sees %s", async (statement, fault) => {
    const urls = await scratchDatabase();
    await asSuperuser(urls.superuser, statement);
    expect((await checkLogins(urls.app, "app")).join()).toContain(fault);
  });
});

describe("migrations", () => {
  it("are current in a clone, as the application sees it, and can be run again", async () => {
    const urls = await scratchDatabase();
    expect(await migrationsCurrent(urls.app, catalogue)).toBe(true);
    const lines: string[] = [];
    await migrate({ catalogue, ownerUrl: urls.owner, workerUrl: urls.worker, log: (line) => lines.push(line) });
    expect(lines).toEqual([]);
  });

  it("refuses a database that a newer version migrated", async () => {
    const urls = await scratchDatabase();
    await asSuperuser(
      urls.superuser,
      "insert into berth_migrations.versioned (name, hash, created_at) values ('9999_later', 'x', 1)",
    );
    const again = migrate({ catalogue, ownerUrl: urls.owner, workerUrl: urls.worker, log: () => undefined });
    await expect(again).rejects.toThrow("does not know");
  });
});
