import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { appPool } from "@/db/connection";
import { memberships } from "@/db/schema/memberships";
import { listMembers, setMemberRole } from "@/lib/members/operations";
import { membersRepository } from "@/lib/members/repository";
import { loadRoles } from "@/lib/members/roles";
import { delayingProxy } from "@/lib/testing/proxy";
import { addMember, createOrganization, guard, type Member, type Organization } from "@/lib/testing/world";
import { settled } from "./after";
import { defineOperation } from "./operation";

const delay = 30;
const proxy = await delayingProxy(process.env.DATABASE_URL ?? "", delay);
process.env.DATABASE_URL = proxy.url;

let organization: Organization;
let member: Member;

beforeAll(async () => {
  organization = await createOrganization();
  member = await addMember(organization);
});
afterAll(async () => {
  await settled();
  await proxy.close();
});

/** What one run on a warm connection costs in round trips. */
async function measure<T>(work: () => Promise<T>) {
  await settled();
  (await appPool().connect()).release();
  proxy.trips();
  const result = await work();
  await settled();
  return { trips: proxy.trips(), result };
}

const owner = () => organization.owner.handle;

const rename = defineOperation({
  name: setMemberRole.name,
  scope: "organization",
  permission: "members.set_role",
  access: "write",
  summary: "Write one row",
  input: z.strictObject({}),
  output: z.object({}),
  run: async ({ db }) => {
    await db.query
      .update(memberships)
      .set({ updatedAt: new Date() })
      .where(and(eq(memberships.organizationId, db.organizationId), eq(memberships.id, member.membershipId)));
    return {};
  },
});

describe("round trips", () => {
  it("a proven read that asks once is one: opening, questions and end are sent before the first answer", async () => {
    await owner().run(listMembers, {});
    const { trips, result } = await measure(() => owner().run(listMembers, {}));
    expect(result.data).toHaveLength(2);
    expect(trips).toBe(1);
  });

  it("general work is two: opening and first question, then the commit", async () => {
    await owner().run(rename, {});
    expect(await measure(() => owner().run(rename, {}))).toMatchObject({ trips: 2 });
  });

  it("a credential that was never seen waits for its answer first", async () => {
    const stranger = await addMember(organization, { role: "admin" });
    expect((await measure(() => stranger.handle.run(listMembers, {}))).trips).toBeGreaterThan(1);
    expect((await measure(() => stranger.handle.run(listMembers, {}))).trips).toBe(1);
  });

  it("asking once more after the one trip is a fault, not a second transaction", async () => {
    const twice = {
      ...listMembers,
      output: z.object({}),
      run: async ({ db }: Parameters<typeof listMembers.run>[0]) => {
        await loadRoles(db);
        await loadRoles(db);
        return {};
      },
    };
    await expect(owner().run(twice, {})).rejects.toThrow("asks once");
  });
});

describe("an expectation that does not hold", () => {
  const rightsSeen = {
    ...listMembers,
    output: z.object({ mayManage: z.boolean(), seen: z.number() }),
    run: async ({ db, actor }: Parameters<typeof listMembers.run>[0]) => ({
      mayManage: actor.rights.has("members.manage"),
      seen: await membersRepository(db).count(),
    }),
  };

  it("never reaches the answer: rights that changed meanwhile are the ones that count", async () => {
    const admin = await addMember(organization, { role: "admin" });
    expect(await admin.handle.run(rightsSeen, {})).toMatchObject({ mayManage: true });
    await guard`update public.memberships set role_key = 'manager' where id = ${admin.membershipId}`;
    expect(await admin.handle.run(rightsSeen, {})).toMatchObject({ mayManage: false });
    expect(await admin.handle.run(rightsSeen, {})).toMatchObject({ mayManage: false });
  });

  it("writes nothing: what was begun with it is rolled back and begun anew", async () => {
    const admin = await addMember(organization, { role: "admin" });
    await admin.handle.run(rename, {});
    await guard`update guard.rights set permissions = set_bit(permissions, 255, 1) where membership_id = ${admin.membershipId}`;
    const runs: boolean[] = [];
    const counted = {
      ...rename,
      run: async (context: Parameters<typeof rename.run>[0]) => {
        runs.push(context.actor.rights.has("members.manage"));
        return rename.run(context);
      },
    };
    const before = await entriesOf(member.membershipId);
    await admin.handle.run(counted, {});
    expect(runs).toHaveLength(2);
    expect(await entriesOf(member.membershipId)).toBe(before);
  });

  it("is no way in: a member who was suspended is refused, whatever was expected", async () => {
    const gone = await addMember(organization, { role: "admin" });
    await gone.handle.run(rightsSeen, {});
    await guard`update public.memberships set status = 'suspended' where id = ${gone.membershipId}`;
    await expect(gone.handle.run(rightsSeen, {})).rejects.toMatchObject({ code: "not_found" });
    await expect(
      gone.handle.run({ ...rightsSeen, run: async () => ({ mayManage: true, seen: 1 }) }, {}),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

async function entriesOf(record: string): Promise<number> {
  const [row] = await guard<{ count: number }[]>`
    select count(*)::int as count from audit.entries where record_id = ${record}`;
  return row?.count ?? 0;
}
