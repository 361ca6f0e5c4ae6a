import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { BerthError } from "@/lib/errors";
import { encodeId } from "@/lib/ids";
import { setMemberRole } from "@/lib/members/operations";
import { addMember, createOrganization, guard, type Member, type Organization, request } from "@/lib/testing/world";
import { acceptOwnership, cancelOwnership, offerOwnership, readOwnership } from "./operations";

const rounds = 100;
const app = postgres(process.env.DATABASE_URL ?? "", { max: 4, onnotice: () => undefined });

afterAll(() => app.end());

type Round = { organization: Organization; heir: Member; admin: Member; transfer: string };

async function offered(organization: Organization, heir: Member, admin: Member): Promise<Round> {
  await organization.owner.handle.run(offerOwnership, { member: encodeId("mem", heir.membershipId) });
  const { offer } = await heir.handle.run(readOwnership, {});
  return { organization, heir, admin, transfer: offer?.id ?? "" };
}

/** The same three people again: whoever owns gives it back, so that a round costs no new world. */
async function world() {
  const organization = await createOrganization();
  const heir = await addMember(organization, { role: "user" });
  const admin = await addMember(organization, { role: "admin" });
  return {
    next: async () => {
      await app`delete from limits`;
      await guard.begin(async (sql) => {
        await sql`update public.memberships set role_key = 'user' where id = ${heir.membershipId}`;
        await sql`update public.memberships set role_key = 'owner' where id = ${organization.owner.membershipId}`;
      });
      return offered(organization, heir, admin);
    },
  };
}

async function owners(organization: Organization): Promise<string[]> {
  const rows = await guard<{ id: string }[]>`select id from public.memberships
    where organization_id = ${organization.id} and role_key = 'owner' and status = 'active'`;
  return rows.map(({ id }) => id);
}

/** What became of each: "done", or the code of a refusal. Anything else is a fault. */
async function together(...acts: (() => Promise<unknown>)[]): Promise<string[]> {
  const ended = await Promise.allSettled(acts.map((act) => act()));
  return ended.map((each) => {
    if (each.status === "fulfilled") return "done";
    if (each.reason instanceof BerthError && each.reason.code !== "internal")
      return each.reason.reason ?? each.reason.code;
    throw each.reason;
  });
}

describe("ownership under races", () => {
  it("is accepted once by two acceptances", async () => {
    const { next } = await world();
    for (let round = 0; round < rounds; round += 1) {
      const { organization, heir, transfer } = await next();
      const accept = () => heir.handle.run(acceptOwnership, { id: transfer });
      expect((await together(accept, accept, accept)).sort()).toEqual(["done", "transfer_closed", "transfer_closed"]);
      expect(await owners(organization)).toEqual([heir.membershipId]);
    }
  });

  it("is accepted or withdrawn, never both", async () => {
    const { next } = await world();
    for (let round = 0; round < rounds; round += 1) {
      const { organization, heir, transfer } = await next();
      const [accepted, withdrawn] = await together(
        () => heir.handle.run(acceptOwnership, { id: transfer }),
        () => organization.owner.handle.run(cancelOwnership, { id: transfer }),
      );
      expect([accepted, withdrawn].filter((each) => each === "done")).toHaveLength(1);
      expect(await owners(organization)).toEqual([
        accepted === "done" ? heir.membershipId : organization.owner.membershipId,
      ]);
    }
  });

  it("has exactly one holder while roles of both sides are changed", async () => {
    const { next } = await world();
    for (let round = 0; round < rounds; round += 1) {
      const { organization, heir, admin, transfer } = await next();
      const change = (member: Member, role: string) => () =>
        admin.handle.run(setMemberRole, { id: encodeId("mem", member.membershipId), role });
      const [accepted] = await together(
        () => heir.handle.run(acceptOwnership, { id: transfer }),
        change(heir, "driver"),
        change(organization.owner, "staff"),
        change(heir, "buyer"),
      );
      expect(accepted).toBe("done");
      expect(await owners(organization)).toEqual([heir.membershipId]);
    }
    expect(await guard`select * from guard.rights_drift()`).toEqual([]);
  });
});

describe("with the application's checks taken away [S66]", () => {
  it("the application's role neither makes, changes nor removes an owner", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const user = await addMember(organization, { role: "user" });
    const as = (member: Member, statement: (sql: postgres.TransactionSql) => Promise<unknown>) =>
      state(
        app.begin(async (sql) => {
          await sql`select guard.open(${member.hostSession}, ${organization.slug}, null, 'members.set_role', ${sql.json(request())})`;
          await statement(sql);
        }),
      );
    for (const member of [admin, organization.owner]) {
      expect(
        await as(member, (sql) => sql`update memberships set role_key = 'owner' where id = ${user.membershipId}`),
      ).toBe("BE022");
      expect(await as(member, (sql) => sql`update memberships set role_key = 'user' where role_key = 'owner'`)).toBe(
        "BE022",
      );
      expect(await as(member, (sql) => sql`update memberships set status = 'suspended' where role_key = 'owner'`)).toBe(
        "BE022",
      );
      expect(await as(member, (sql) => sql`delete from memberships where role_key = 'owner'`)).toBe("BE022");
      expect(await as(member, (sql) => sql`update ownership_transfers set state = 'accepted'`)).toBe("42501");
      expect(await as(member, (sql) => sql`update organizations set strict_ladder = true`)).toBe("42501");
      expect(await as(member, (sql) => sql`update organizations set default_role_key = 'owner'`)).toBe("BE022");
      expect(await as(member, (sql) => sql`update organizations set default_role_key = 'nobody'`)).toBe("BE022");
      expect(
        await as(member, (sql) => sql`insert into role_inheritance (role_key, inherits_key) values ('staff', 'admin')`),
      ).toBe("BE022");
    }
    expect(await as(user, (sql) => sql`update organizations set name = 'Mine now'`)).toBe("BE003");
    expect(await owners(organization)).toEqual([organization.owner.membershipId]);
  });

  it("even the wall's own role cannot leave two owners or none", async () => {
    const organization = await createOrganization();
    const { membershipId } = await addMember(organization);
    const { id } = organization;
    expect(await state(guard`update public.memberships set role_key = 'owner' where id = ${membershipId}`)).toBe(
      "23P01",
    );
    expect(
      await state(
        guard`update public.memberships set role_key = 'admin' where organization_id = ${id} and role_key = 'owner'`,
      ),
    ).toBe("BE022");
    expect(
      await state(guard`delete from public.memberships where organization_id = ${id} and role_key = 'owner'`),
    ).toBe("BE022");
    for (let round = 0; round < rounds; round += 1) {
      const swap = (to: string, from: string) =>
        state(
          guard.begin(async (sql) => {
            await sql`update public.memberships set role_key = 'owner' where id = ${to}`;
            await sql`update public.memberships set role_key = 'admin' where id = ${from}`;
          }),
        );
      const [now] = await owners(organization);
      const other = now === membershipId ? organization.owner.membershipId : membershipId;
      await Promise.all([
        swap(other, now ?? ""),
        state(guard`update public.memberships set role_key = 'owner' where id = ${other}`),
        state(guard`update public.memberships set role_key = 'user' where id = ${now ?? ""}`),
      ]);
      expect(await owners(organization)).toHaveLength(1);
    }
  });
});

/** SQLSTATE of a refused statement, or "done". */
async function state(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof postgres.PostgresError) return error.code;
    throw error;
  }
}
