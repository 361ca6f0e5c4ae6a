import { createHash } from "node:crypto";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { appPool } from "@/db/connection";
import { Handle } from "@/lib/access/handle";
import { createHandoff, redeemHandoff } from "@/lib/auth/handoff";
import { reservedSlugs } from "@/lib/hosts";
import { setLadder } from "@/lib/roles/operations";
import {
  addMember,
  createOrganization,
  guard,
  type Member,
  type Organization,
  type Person,
  request,
  unique,
} from "@/lib/testing/world";
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
const fleet = { role_template: "fleet", default_role: "user" } as const;

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
    await owner.handle.run(setLadder, { strict: true });
    await owner.handle.run(setLadder, { strict: true });
    expect(await holds()).toBe(true);
    await owner.handle.run(setLadder, { strict: false });
    expect(await holds()).toBe(false);
    expect(await guard`select * from guard.rights_drift() where organization_id = ${id}`).toEqual([]);
    await expect(dispatcher.handle.run(setLadder, { strict: true })).rejects.toMatchObject({
      permission: "roles.manage",
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
    await expect(a.owner.handle.run(op.readSettings, {})).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(b.owner.handle.run(op.changeAddress, { slug: a.slug })).rejects.toMatchObject({
      reason: "slug_taken",
    });
  });

  it("end every session of the old address at once, and none revives with it [S39]", async () => {
    const organization = await createOrganization();
    const [admin, other] = [await addMember(organization, { role: "admin" }), await createOrganization()];
    await addMember(other, { person: admin });
    const nonce = "n".repeat(43);
    const begun = { host: organization.slug, nonce: createHash("sha256").update(nonce).digest("hex") };
    const code = new URL(await createHandoff(admin.session, begun, request())).searchParams.get("code") ?? "";
    const moved = unique("moved");
    await organization.owner.handle.run(op.changeAddress, { slug: moved });
    const bound = await guard<{ live: boolean }[]>`
      select revoked_at is null as live from guard.sessions where organization_id = ${organization.id}`;
    expect(bound.length).toBeGreaterThan(1);
    expect(bound.filter(({ live }) => live)).toEqual([]);
    const roots = await guard`select 1 from guard.sessions where parent_id is null and revoked_at is null
      and user_id in (${admin.userId}, ${organization.owner.userId})`;
    expect(roots).toHaveLength(2);

    const back = await enterAgain(organization.owner, moved);
    await back.run(op.changeAddress, { slug: organization.slug });
    expect(await redeemHandoff(code, organization.slug, nonce, request())).toBeNull();
    for (const { handle } of [admin, organization.owner])
      await expect(handle.run(op.readSettings, {})).rejects.toMatchObject({ code: "unauthenticated" });
    await expect((await enterAgain(admin, organization.slug)).run(op.readSettings, {})).resolves.toMatchObject({
      id: expect.any(String),
    });
    await expect(other.owner.handle.run(op.changeAddress, { slug: moved })).rejects.toMatchObject({
      reason: "slug_taken",
    });
  });

  it("race: a handoff beside the change leaves no session on the old address", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    let { slug } = organization;
    let { handle } = organization.owner;
    for (let round = 0; round < 30; round += 1) {
      const nonce = "n".repeat(43);
      const begun = { host: slug, nonce: createHash("sha256").update(nonce).digest("hex") };
      const code = new URL(await createHandoff(admin.session, begun, request())).searchParams.get("code") ?? "";
      const next = unique("moving");
      await appPool().query("delete from limits"); // ten changes a day would be all
      await Promise.all([handle.run(op.changeAddress, { slug: next }), redeemHandoff(code, slug, nonce, request())]);
      const left =
        await guard`select 1 from guard.sessions where organization_id = ${organization.id} and revoked_at is null`;
      expect(left).toEqual([]);
      slug = next;
      handle = await enterAgain(organization.owner, slug);
    }
  });

  it("refuse a reserved word in the database too [S38]", async () => {
    const { owner, id } = await createOrganization();
    const [found] = await guard<{ free: boolean }[]>`select guard.slug_is_free('billing') as free`;
    expect(found?.free).toBe(false);
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    const [{ slug } = { slug: "" }] = await guard<
      { slug: string }[]
    >`select slug from public.organizations where id = ${id}`;
    for (const [word, code] of [
      ["billing", "BE022"],
      ["xn--billing", "23514"],
    ] as const) {
      await client.query("begin");
      await client.query("select guard.open($1, $2, null, 'settings.change_address', '{}')", [owner.hostSession, slug]);
      await expect(client.query("select guard.change_slug($1)", [word])).rejects.toMatchObject({ code });
      await client.query("rollback");
    }
    await client.query("begin");
    await client.query("select guard.open_account($1, 'organization.set_up', '{}')", [owner.session]);
    await expect(
      client.query("select guard.found_organization($1, 'www', $2)", [{ name: "Sly" }, `key_${"a".repeat(70)}`]),
    ).rejects.toMatchObject({ code: "BE022", detail: "slug_reserved" });
    await client.query("rollback");
    await client.end();
    const words = await guard<{ slug: string }[]>`select slug from guard.reserved_slugs`;
    expect(words.map((each) => each.slug).sort()).toEqual([...reservedSlugs].sort());
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

/** Through the handoff, as a browser goes by itself: no password. */
async function enterAgain(person: Person, slug: string): Promise<Handle> {
  const nonce = "m".repeat(43);
  const wanted = { host: slug, nonce: createHash("sha256").update(nonce).digest("hex") };
  const code = new URL(await createHandoff(person.session, wanted, request())).searchParams.get("code") ?? "";
  const secret = (await redeemHandoff(code, slug, nonce, request())) ?? "";
  return new Handle({ kind: "session", secret, audience: slug }, request());
}

function memberId({ candidates }: { candidates: { id: string; email: string }[] }, member: Member): string {
  return candidates.find(({ email }) => email === member.email)?.id ?? "";
}

async function memberWith(organization: Organization, permissions: string[]): Promise<Member> {
  await guard`insert into public.roles (organization_id, id, key, name, permissions)
    values (${organization.id}, guard.uuid7(), 'clerk', 'Clerk', ${permissions})`;
  return addMember(organization, { role: "clerk" });
}
