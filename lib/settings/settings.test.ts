import { describe, expect, it } from "vitest";
import { addMember, createOrganization, guard, type Member, type Organization, unique } from "@/lib/testing/world";
import * as op from "./operations";

const general = {
  name: "Acme Shipping",
  company_name: "Acme Ltd",
  industry: "parcel",
  company_size: "11-50",
  city: "Bremen",
  country: "DE",
  currency: "EUR",
  time_zone: "Europe/Berlin",
  weight_unit: "kg",
  dimension_unit: "cm",
} as const;
const fleet = { role_template: "fleet", default_role: "user", strict_ladder: false } as const;

describe("settings", () => {
  it("are saved and on the record", async () => {
    const { owner, id } = await createOrganization();
    await owner.handle.run(op.updateSettings, general);
    expect(await owner.handle.run(op.readSettings, {})).toMatchObject(general);
    await owner.handle.run(op.updateSettings, { ...general, city: "", industry: "" });
    expect(await owner.handle.run(op.readSettings, {})).toMatchObject({ city: null, industry: null });
    const entries =
      await guard`select after from audit.entries where organization_id = ${id} and operation = 'settings.update'`;
    expect(entries).toHaveLength(2);
  });

  it("name the field that is wrong", async () => {
    const { owner } = await createOrganization();
    const save = (change: object) => owner.handle.run(op.updateSettings, { ...general, ...change });
    await expect(save({ currency: "XXQ" })).rejects.toMatchObject({ fields: { currency: [expect.any(String)] } });
    await expect(save({ time_zone: "Mars/Base" })).rejects.toMatchObject({
      fields: { time_zone: [expect.any(String)] },
    });
    await expect(save({ country: "ZZ", name: "A" })).rejects.toMatchObject({ fields: { name: [expect.any(String)] } });
    await expect(save({ name: "A\u0000B" })).rejects.toMatchObject({ code: "invalid" });
    await expect(save({ plan: "gold" })).rejects.toMatchObject({ fields: { plan: [expect.any(String)] } });
  });

  it("take a default role that exists, is not the owner's and not above one's own rights", async () => {
    const organization = await createOrganization();
    const { owner } = organization;
    const save = (member: Member, change: object) => member.handle.run(op.updateRoleSettings, { ...fleet, ...change });
    await save(owner, { default_role: "buyer", role_template: "procurement" });
    await save(owner, { default_role: "ROLE_DRIVER" });
    for (const default_role of ["owner", "nobody"])
      await expect(save(owner, { default_role })).rejects.toMatchObject({
        fields: { default_role: [expect.any(String)] },
      });
    const small = await memberWith(organization, ["settings.view", "settings.manage"]);
    await save(small, { default_role: "staff" });
    await expect(save(small, { default_role: "admin" })).rejects.toMatchObject({ reason: "above_own_rights" });
    expect(await owner.handle.run(op.readSettings, {})).toMatchObject({ default_role: "staff" });
  });

  it("switch the strict ladder for everybody at once, and only with the right", async () => {
    const organization = await createOrganization();
    const { owner, id } = organization;
    const dispatcher = await addMember(organization, { role: "dispatcher" });
    const holds = async () => {
      const [row] = await guard<{ yes: boolean }[]>`
        select get_bit(permissions, (select position from guard.permissions where key = 'routes.view_own')) = 1 as yes
        from guard.rights where membership_id = ${dispatcher.membershipId}`;
      return row?.yes;
    };
    expect(await holds()).toBe(false);
    await owner.handle.run(op.updateRoleSettings, { ...fleet, strict_ladder: true });
    await owner.handle.run(op.updateRoleSettings, { ...fleet, strict_ladder: true });
    expect(await holds()).toBe(true);
    await owner.handle.run(op.updateRoleSettings, fleet);
    expect(await holds()).toBe(false);
    expect(await guard`select * from guard.rights_drift() where organization_id = ${id}`).toEqual([]);
    await expect(dispatcher.handle.run(op.updateRoleSettings, fleet)).rejects.toMatchObject({
      permission: "settings.manage",
    });
  });

  it("move the address: the old one opens nothing and stays reserved [S38 S39]", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    await expect(a.owner.handle.run(op.changeAddress, { slug: b.slug })).rejects.toMatchObject({
      code: "conflict",
      fields: { slug: [expect.any(String)] },
    });
    for (const slug of ["www", "a--b", "-ab", "xn--abc", "ab", "Ümlaut"])
      await expect(a.owner.handle.run(op.changeAddress, { slug })).rejects.toMatchObject({ code: "invalid" });
    await a.owner.handle.run(op.changeAddress, { slug: unique("moved") });
    await expect(a.owner.handle.run(op.readSettings, {})).rejects.toMatchObject({ code: "not_found" });
    await expect(b.owner.handle.run(op.changeAddress, { slug: a.slug })).rejects.toMatchObject({
      reason: "slug_taken",
    });
  });

  it("delete only with the name and a fresh password; then nothing opens [S39 S105]", async () => {
    const organization = await createOrganization();
    const { owner, name, id } = organization;
    const admin = await addMember(organization, { role: "admin" });
    await expect(owner.handle.run(op.deleteOrganization, { name: "Another" })).rejects.toMatchObject({
      fields: { name: [expect.any(String)] },
    });
    await expect(admin.handle.run(op.deleteOrganization, { name })).rejects.toMatchObject({
      permission: "organization.delete",
    });
    await guard`update guard.sessions set confirmed_at = now() - interval '11 minutes' where user_id = ${owner.userId}`;
    await expect(owner.handle.run(op.deleteOrganization, { name })).rejects.toMatchObject({ code: "confirm_password" });
    await guard`update guard.sessions set confirmed_at = now() where user_id = ${owner.userId}`;
    await owner.handle.run(op.deleteOrganization, { name });
    await expect(admin.handle.run(op.readSettings, {})).rejects.toMatchObject({ code: "unauthenticated" });
    const [row] = await guard`select state from public.organizations where id = ${id}`;
    expect(row?.state).toBe("deleted");
  });
});

describe("ownership", () => {
  it("moves by offer and acceptance, and tells both", async () => {
    const organization = await createOrganization();
    const { owner, id } = organization;
    const heir = await addMember(organization, { role: "user" });
    const other = await addMember(organization, { role: "admin" });
    await owner.handle.run(op.offerOwnership, { member: memberId(await owner.handle.run(op.readOwnership, {}), heir) });
    expect((await other.handle.run(op.readOwnership, {})).offer).toBeNull();
    const offer = (await heir.handle.run(op.readOwnership, {})).offer;
    expect(offer).toMatchObject({ forMe: true, from: owner.name });
    const reference = { id: offer?.id ?? "" };
    await expect(other.handle.run(op.acceptOwnership, reference)).rejects.toMatchObject({ code: "not_found" });
    await guard`update guard.sessions set confirmed_at = null where user_id = ${heir.userId}`;
    await expect(heir.handle.run(op.acceptOwnership, reference)).rejects.toMatchObject({ code: "confirm_password" });
    await guard`update guard.sessions set confirmed_at = now() where user_id = ${heir.userId}`;
    await heir.handle.run(op.acceptOwnership, reference);
    expect(await heir.handle.run(op.readOwnership, {})).toMatchObject({ mine: true, owner: { email: heir.email } });
    await expect(
      owner.handle.run(op.offerOwnership, { member: "mem_00000000000000000000000000" }),
    ).rejects.toMatchObject({
      permission: "organization.transfer",
    });
    const mail = await guard<{ template: string; to: string }[]>`
      select payload ->> 'template' as template, payload ->> 'to' as to from guard.jobs
      where organization_id = ${id} and task = 'mail.send' order by created_at, payload ->> 'to'`;
    expect(mail.map(({ template }) => template)).toEqual(["ownership-offered", "ownership-moved", "ownership-moved"]);
    expect(
      mail
        .slice(1)
        .map(({ to }) => to)
        .sort(),
    ).toEqual([heir.email, owner.email].sort());
    const told = await guard`select user_id from public.notices where organization_id = ${id} and kind = 'ownership'`;
    expect(told.map((notice) => notice.user_id).sort()).toEqual([heir.userId, heir.userId, owner.userId].sort());
  });

  it("stays where the offer is declined, withdrawn or over", async () => {
    const organization = await createOrganization();
    const { owner } = organization;
    const heir = await addMember(organization, { role: "user" });
    const offered = async () => {
      await owner.handle.run(op.offerOwnership, {
        member: memberId(await owner.handle.run(op.readOwnership, {}), heir),
      });
      return { id: (await heir.handle.run(op.readOwnership, {})).offer?.id ?? "" };
    };
    const closed = { reason: "transfer_closed" };
    const declined = await offered();
    await heir.handle.run(op.declineOwnership, declined);
    await expect(heir.handle.run(op.acceptOwnership, declined)).rejects.toMatchObject(closed);
    const withdrawn = await offered();
    await expect(heir.handle.run(op.cancelOwnership, withdrawn)).rejects.toMatchObject({
      permission: "organization.transfer",
    });
    await owner.handle.run(op.cancelOwnership, withdrawn);
    await expect(heir.handle.run(op.acceptOwnership, withdrawn)).rejects.toMatchObject(closed);
    const late = await offered();
    await guard`update public.ownership_transfers set expires_at = now() where organization_id = ${organization.id}`;
    await expect(heir.handle.run(op.acceptOwnership, late)).rejects.toMatchObject(closed);
    expect(await owner.handle.run(op.readOwnership, {})).toMatchObject({ mine: true, offer: null });
  });
});

function memberId({ candidates }: { candidates: { id: string; email: string }[] }, member: Member): string {
  return candidates.find(({ email }) => email === member.email)?.id ?? "";
}

async function memberWith(organization: Organization, permissions: string[]): Promise<Member> {
  await guard`insert into public.roles (organization_id, id, key, name, permissions)
    values (${organization.id}, guard.uuid7(), 'clerk', 'Clerk', ${permissions})`;
  return addMember(organization, { role: "clerk" });
}
