import { describe, expect, it } from "vitest";
import { settled } from "@/lib/access/after";
import { encodeId } from "@/lib/ids";
import { listMembers, suspendMember } from "@/lib/members/operations";
import { updatePolicy } from "@/lib/policy/operations";
import { noPolicy } from "@/lib/testing/factors";
import { createRole } from "@/lib/testing/roles";
import { createTokens, tokenHandle } from "@/lib/testing/tokens";
import { addMember, createOrganization, guard, type Organization, request } from "@/lib/testing/world";

const refusals = ({ id }: Organization) => guard`
  select operation, after, actor_user_id, actor_kind, credential_id from audit.entries
  where organization_id = ${id} and action = 'refused' order by id`;

async function refused(work: Promise<unknown>): Promise<void> {
  await expect(work).rejects.toMatchObject({ name: "BerthError" });
  await settled();
}

describe("a refusal by access token", () => {
  it("is told once and then counted, with the token's session", async () => {
    const organization = await createOrganization();
    const driver = await addMember(organization, { role: "driver" });
    const tokens = await createTokens(driver);
    const program = tokenHandle(tokens);
    for (let n = 0; n < 65; n += 1) await refused(program.run(listMembers, {}));
    expect(await refusals(organization)).toEqual([
      {
        operation: "members.list",
        after: { permission: "members.view", why: "permission_missing" },
        actor_user_id: driver.userId,
        actor_kind: "token",
        credential_id: tokens.sessionId,
      },
    ]);
    const [tally] =
      await guard`select actor, untold::int from guard.refusal_tallies where organization_id = ${organization.id}`;
    expect(tally).toEqual({ actor: driver.userId, untold: 64 });
  });

  it("is told where a rule or the organization's policy refused, too", async () => {
    const organization = await createOrganization();
    const role = await createRole(organization, ["members.view", "members.manage"]);
    const clerk = tokenHandle(await createTokens(await addMember(organization, { role })));
    await refused(clerk.run(suspendMember, { id: encodeId("mem", organization.owner.membershipId) }));
    const admin = tokenHandle(await createTokens(await addMember(organization, { role: "admin" })));
    await organization.owner.handle.run(updatePolicy, { ...noPolicy, factorFor: "powerful" });
    await refused(admin.run(listMembers, {}));
    expect((await refusals(organization)).map(({ after, actor_kind }) => [after, actor_kind])).toEqual([
      [{ why: "owner_protected" }, "token"],
      [{ why: "factor_required" }, "token"],
    ]);
  });

  it("stands where it was asked: in the organization that was named", async () => {
    const [first, second] = [await createOrganization(), await createOrganization()];
    const driver = await addMember(first, { role: "driver" });
    await addMember(second, { person: driver, role: "driver" });
    await refused(tokenHandle(await createTokens(driver), second).run(listMembers, {}));
    expect([await refusals(first), await refusals(second)].map(({ length }) => length)).toEqual([0, 1]);
  });

  it("writes nothing into an organization that is no live membership of the person's", async () => {
    const [own, foreign] = [await createOrganization(), await createOrganization()];
    const driver = await addMember(own, { role: "driver" });
    const tokens = await createTokens(driver);
    const record = (audience: string, named: string | null) => guard`
      select guard.record_refusal(${tokens.access}, ${audience}, 'members.list', ${guard.json(request())}, '{}', ${named})`;
    await refused(tokenHandle(tokens, foreign).run(listMembers, {}));
    await record("", foreign.id);
    await record(foreign.slug, null);
    await guard`update public.memberships set status = 'suspended' where id = ${driver.membershipId}`;
    await record("", own.id);
    await record("", null);
    expect([...(await refusals(own)), ...(await refusals(foreign))]).toEqual([]);
  });
});
