import { describe, expect, it } from "vitest";
import { settled } from "@/lib/access/after";
import { confirmPassword } from "@/lib/access/confirm-password";
import { Handle } from "@/lib/access/handle";
import { listAudit } from "@/lib/audit/operations";
import { encodeId } from "@/lib/ids";
import { listMembers } from "@/lib/members/operations";
import { listNotices } from "@/lib/notices/operations";
import { viewShell } from "@/lib/shell/operations";
import { createShipment } from "@/lib/shipments/operations";
import { actAs, enterAs, supportReason } from "@/lib/testing/impersonation";
import { sentMails } from "@/lib/testing/mails";
import { someShipment } from "@/lib/testing/work-records";
import {
  addMember,
  createOrganization,
  createSuperAdmin,
  guard,
  type Person,
  platformHandle,
  request,
  testPassword,
} from "@/lib/testing/world";
import { impersonate, listImpersonations, stopImpersonationFromConsole } from "./console-operations";
import { endSupportSession, listSupportSessions, raiseImpersonation, stopImpersonation } from "./operations";

const reason = supportReason;

function begin(admin: Person, organization: { id: string }, member: { membershipId: string }, more: object = {}) {
  const input = { organizationId: encodeId("org", organization.id), id: encodeId("mem", member.membershipId), reason };
  return platformHandle(admin).run(impersonate, { ...input, ...more });
}

describe("impersonation begins", () => {
  it("with a fresh password, a reason and the right alone [S105]", async () => {
    const organization = await createOrganization();
    const admin = await createSuperAdmin();
    await expect(begin(organization.owner, organization, organization.owner)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(begin(admin, organization, organization.owner, { reason: "x" })).rejects.toMatchObject({
      fields: { reason: [expect.any(String)] },
    });
    await expect(begin(admin, organization, organization.owner, { minutes: "61" })).rejects.toMatchObject({
      code: "invalid",
    });
    await guard`update guard.sessions set confirmed_at = now() - interval '11 minutes' where user_id = ${admin.userId}`;
    await expect(begin(admin, organization, organization.owner)).rejects.toMatchObject({ code: "confirm_password" });
  });

  it("never as another super admin, as oneself, as somebody suspended or of another organization", async () => {
    const [organization, other] = [await createOrganization(), await createOrganization()];
    const [admin, second] = [await createSuperAdmin(), await createSuperAdmin()];
    const theirs = await addMember(organization, { person: second });
    await expect(begin(admin, organization, theirs)).rejects.toMatchObject({ reason: "not_to_be_impersonated" });
    const own = await addMember(organization, { person: admin });
    await expect(begin(admin, organization, own)).rejects.toMatchObject({ reason: "not_to_be_impersonated" });
    const away = await addMember(organization);
    await guard`update public.memberships set status = 'suspended' where id = ${away.membershipId}`;
    await expect(begin(admin, organization, away)).rejects.toMatchObject({ reason: "not_to_be_impersonated" });
    await expect(begin(admin, other, organization.owner)).rejects.toMatchObject({ code: "not_found" });
  });

  it("shows what the member sees, in this organization alone", async () => {
    const [organization, other] = [await createOrganization(), await createOrganization()];
    const maria = await addMember(organization, { role: "dispatcher" });
    await addMember(other, { person: maria });
    const support = await actAs(organization, maria);
    const shell = await support.handle.run(viewShell, {});
    expect(shell.me).toMatchObject({ email: maria.email, superAdmin: false });
    expect(shell.organizations.map(({ id }) => id)).toEqual([organization.id]);
    expect(shell.invitations).toEqual([]);
    expect(shell.support).toMatchObject({ name: maria.name, organization: organization.name, raised: false });
    expect(shell.support?.seconds_left).toBeGreaterThan(29 * 60);
    expect(shell.permissions).not.toContain("shipments.create");
    expect((await maria.handle.run(viewShell, {})).support).toBeNull();
    await expect(support.handle.run(listAudit, {})).rejects.toMatchObject({ permission: "audit.view" });
    const elsewhere = new Handle({ kind: "session", secret: support.session, audience: other.slug }, request());
    await expect(elsewhere.run(viewShell, {})).rejects.toMatchObject({ code: "unauthenticated" });
    const lied = { kind: "session", secret: support.session, audience: organization.slug, organizationId: other.id };
    await expect(new Handle(lied as Handle["credential"], request()).run(viewShell, {})).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("takes the place of the super admin's own membership until it ends", async () => {
    const organization = await createOrganization();
    const admin = await createSuperAdmin();
    const own = await addMember(organization, { person: admin, role: "admin" });
    const support = await actAs(organization, organization.owner, { admin });
    await expect(own.handle.run(viewShell, {})).rejects.toMatchObject({ code: "unauthenticated" });
    const again = await enterAs(admin, organization.slug);
    expect(again.code).toMatch(/^hi_/);
    await platformHandle(admin).run(stopImpersonationFromConsole, { id: support.id });
    const back = await enterAs(admin, organization.slug);
    expect(back.code).toMatch(/^ho_/);
    const handle = new Handle({ kind: "session", secret: back.session, audience: organization.slug }, request());
    expect((await handle.run(viewShell, {})).me.email).toBe(admin.email);
  });

  it("tells the owner by mail and the member in the bell", async () => {
    const organization = await createOrganization();
    const maria = await addMember(organization);
    await actAs(organization, maria);
    const title = `Berth support looks at your organization as ${maria.name}`;
    for (const who of [maria, organization.owner])
      expect((await who.handle.run(listNotices, {})).data).toMatchObject([{ kind: "support", title }]);
    expect(await sentMails(organization.owner.email)).toMatchObject([{ template: "support" }]);
  });
});

describe("impersonation ends with the next request", () => {
  const ends: [string, (given: { admin: Person; id: string; membershipId: string }) => Promise<unknown>][] = [
    [
      "when its time is over",
      () => guard`update guard.impersonations set started_at = now() - interval '2 hours',
      expires_at = now() - interval '61 minutes' where ended_at is null`,
    ],
    [
      "when the super admin loses the right",
      ({ admin }) => guard`update guard.super_admins set revoked_at = now() where user_id = ${admin.userId}`,
    ],
    [
      "when the root session ends",
      ({ admin }) =>
        guard`update guard.sessions set revoked_at = now() where user_id = ${admin.userId} and parent_id is null`,
    ],
    [
      "when the root session was not used for long",
      ({ admin }) =>
        guard`update guard.sessions set idle_until = now() - interval '1 second' where user_id = ${admin.userId} and parent_id is null`,
    ],
    [
      "when the member is suspended",
      ({ membershipId }) => guard`update public.memberships set status = 'suspended' where id = ${membershipId}`,
    ],
    [
      "when the member is removed",
      ({ membershipId }) => guard`delete from public.memberships where id = ${membershipId}`,
    ],
    [
      "when the member becomes a super admin",
      ({ membershipId }) =>
        guard`insert into guard.super_admins (user_id) select user_id from public.memberships where id = ${membershipId}`,
    ],
    [
      "when it is stopped in the console",
      async ({ id }) => platformHandle(await createSuperAdmin()).run(stopImpersonationFromConsole, { id }),
    ],
  ];
  it.each(ends)("%s", async (_, end) => {
    const organization = await createOrganization();
    const maria = await addMember(organization, { role: "dispatcher" });
    const support = await actAs(organization, maria);
    await support.handle.run(viewShell, {});
    await end({ admin: support.admin, id: support.id, membershipId: maria.membershipId });
    await expect(support.handle.run(viewShell, {})).rejects.toMatchObject({ code: "unauthenticated" });
    // Nothing leads back in: no loop between the hosts.
    await expect(enterAs(support.admin, organization.slug)).rejects.toThrow();
  });

  it("when it is stopped from inside, and the organization says so", async () => {
    const organization = await createOrganization();
    const one = await actAs(organization, organization.owner);
    await one.handle.run(stopImpersonation, {});
    await expect(one.handle.run(viewShell, {})).rejects.toMatchObject({ code: "unauthenticated" });
    const two = await actAs(organization, await addMember(organization));
    const { handle } = organization.owner;
    const [seen, ...more] = await handle.run(listSupportSessions, {});
    expect(more).toEqual([]);
    expect(seen).toMatchObject({ support: two.admin.name, reason, raised: false });
    await handle.run(endSupportSession, { id: two.id });
    await expect(two.handle.run(viewShell, {})).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await handle.run(listSupportSessions, {})).toEqual([]);
  });

  it("when another one begins in the same browser", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const first = await actAs(a, a.owner);
    await actAs(b, b.owner, { admin: first.admin });
    await expect(first.handle.run(viewShell, {})).rejects.toMatchObject({ code: "unauthenticated" });
    const all = await platformHandle(first.admin).run(listImpersonations, {});
    const mine = all.filter((each) => each.mine);
    expect(mine.map(({ running, ended_as }) => [running, ended_as])).toEqual([
      [true, null],
      [false, "replaced"],
    ]);
  });

  it("at an hour, whatever is stored", async () => {
    const organization = await createOrganization();
    await actAs(organization, organization.owner);
    const longer = guard`update guard.impersonations set expires_at = started_at + interval '61 minutes'
      where organization_id = ${organization.id}`;
    await expect(longer).rejects.toMatchObject({ code: "23514" });
  });
});

describe("raising", () => {
  it("wants the super admin's password, typed here, and a reason [S105]", async () => {
    const organization = await createOrganization();
    const { handle } = await actAs(organization, organization.owner);
    const why = { reason: "The address has a typo" };
    await expect(handle.run(createShipment, someShipment)).rejects.toMatchObject({ reason: "impersonation_read_only" });
    await expect(handle.run(raiseImpersonation, why)).rejects.toMatchObject({ code: "confirm_password" });
    await expect(confirmPassword(handle, "not the password")).rejects.toMatchObject({ code: "invalid" });
    await confirmPassword(handle, testPassword);
    await handle.run(raiseImpersonation, why);
    await handle.run(createShipment, someShipment);
    expect((await handle.run(viewShell, {})).support).toMatchObject({ raised: true });
  });

  it("is nobody else's", async () => {
    const { owner } = await createOrganization();
    await expect(owner.handle.run(raiseImpersonation, { reason })).rejects.toMatchObject({
      reason: "not_impersonating",
    });
    await expect(owner.handle.run(stopImpersonation, {})).rejects.toMatchObject({ reason: "not_impersonating" });
  });
});

it("is bound by the networks that the organization allows, before it begins and while it lasts", async () => {
  const organization = await createOrganization();
  const { admin, handle } = await actAs(organization, organization.owner);
  await handle.run(viewShell, {});
  await guard`update public.organizations set allowed_networks = '{203.0.113.0/24}' where id = ${organization.id}`;
  await expect(handle.run(viewShell, {})).rejects.toMatchObject({ code: "policy", reason: "network_refused" });
  await expect(actAs(organization, organization.owner, { admin })).rejects.toMatchObject({
    reason: "not_to_be_impersonated",
  });
});

describe("the record of the organization", () => {
  it("holds start, raise, acts, refusals and stop with both names [S104]", async () => {
    const organization = await createOrganization();
    const maria = await addMember(organization, { role: "member" });
    const { handle, admin } = await actAs(organization, maria);
    await handle.run(createShipment, someShipment).catch(() => undefined);
    await confirmPassword(handle, testPassword);
    await handle.run(raiseImpersonation, { reason: "The address has a typo" });
    await handle.run(createShipment, someShipment);
    await handle.run(stopImpersonation, {});
    await settled();
    const both = `${admin.name} <${admin.email}> as ${maria.name} <${maria.email}>`;
    const rows = await guard<{ operation: string; action: string; actor_label: string; acting_as: string | null }[]>`
      select operation, action, actor_label, acting_as from audit.entries
      where organization_id = ${organization.id} and actor_user_id = ${admin.userId} order by id`;
    const of = (operation: string) => rows.filter((row) => row.operation === operation);
    expect(of("platform.impersonate").length).toBeGreaterThan(0);
    for (const operation of [
      "platform.impersonate",
      "shipments.create",
      "impersonation.raise",
      "impersonation.stop",
      "session.open",
    ]) {
      expect(of(operation).length, operation).toBeGreaterThan(0);
      for (const row of of(operation)) expect(row).toMatchObject({ actor_label: both, acting_as: maria.userId });
    }
    expect(of("shipments.create").map(({ action }) => action)).toEqual(expect.arrayContaining(["refused", "insert"]));
    const [first] = (await organization.owner.handle.run(listAudit, { operation: "impersonation.raise" })).data;
    expect(first).toMatchObject({ actor: both, via: "impersonation" });
    expect(
      await guard`select 1 from audit.entries where organization_id = ${organization.id}
      and actor_user_id = ${maria.userId} and operation = 'shipments.create'`,
    ).toHaveLength(0);
  });

  it("does not say that the member was there", async () => {
    const organization = await createOrganization();
    const maria = await addMember(organization);
    const { handle } = await actAs(organization, maria);
    await handle.run(listMembers, {}).catch(() => undefined);
    await handle.run(viewShell, {});
    await settled();
    const [row] = await guard`select last_active_at from public.memberships where id = ${maria.membershipId}`;
    expect(row).toEqual({ last_active_at: null });
  });
});
