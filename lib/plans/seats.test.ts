import { describe, expect, it } from "vitest";
import { settled } from "@/lib/access/after";
import {
  acceptInvitation,
  acceptInvitationWithAccount,
  acceptMyInvitation,
  listMyInvitations,
  resendInvitation,
} from "@/lib/invitations/operations";
import { activate } from "@/lib/registrations/asking-operations";
import { approveRegistration } from "@/lib/registrations/operations";
import { activationToken, asked } from "@/lib/testing/asking";
import { address, invite } from "@/lib/testing/inviting";
import { putOnPlan } from "@/lib/testing/plans";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  guard,
  type Organization,
  publicHandle,
  testPassword,
} from "@/lib/testing/world";
import { findPlan } from "./operations";

describe("whoever can make room is told who found no seat", () => {
  const told = async ({ id, owner }: Organization) => {
    await settled();
    const notices = await guard<{ title: string }[]>`select title from public.notices
      where organization_id = ${id} and user_id = ${owner.userId} and title like '%finds no seat' order by id`;
    return notices.map(({ title }) => title);
  };
  const full = { code: "plan_limit", room: { name: "max_users" } };
  const fill = async (organization: Organization) => {
    const { limits } = await organization.owner.handle.run(findPlan, {});
    await putOnPlan(organization, { limits: { max_users: limits.max_users.used } });
  };

  it("of everybody with an invitation once, however often they try, and again when it is sent anew", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const driver = await addMember(organization, { role: "driver" });
    await fill(organization);
    const [known, mine, stranger] = [await createPerson(), await createPerson(), address()];
    const { token } = await invite(organization, known.email);
    const accept = () => accountHandle(known).run(acceptInvitation, { secret: token });
    for (let n = 0; n < 3; n++) await expect(accept()).rejects.toMatchObject(full);
    expect(await told(organization)).toEqual([`${known.email} finds no seat`]);
    const people = await guard`select distinct user_id from public.notices where organization_id = ${organization.id}
      and title like '%finds no seat'`;
    expect(people.map(({ user_id }) => user_id).sort()).toEqual([organization.owner.userId, admin.userId].sort());
    expect(people).not.toContainEqual({ user_id: driver.userId });

    await invite(organization, mine.email);
    const [{ id = "" } = {}] = await accountHandle(mine).run(listMyInvitations, {});
    for (let n = 0; n < 2; n++)
      await expect(accountHandle(mine).run(acceptMyInvitation, { id })).rejects.toMatchObject(full);
    await settled();
    const late = await invite(organization, stranger);
    const fields = { secret: late.token, name: "Nora New", password: testPassword };
    for (let n = 0; n < 2; n++)
      await expect(publicHandle().run(acceptInvitationWithAccount, fields)).rejects.toMatchObject(full);
    const each = [known.email, mine.email, stranger].map((email) => `${email} finds no seat`);
    expect(await told(organization)).toEqual(each);

    await organization.owner.handle.run(resendInvitation, { id });
    await expect(accountHandle(mine).run(acceptMyInvitation, { id })).rejects.toMatchObject(full);
    expect(await told(organization)).toEqual([...each, `${mine.email} finds no seat`]);
    await guard`update public.organizations set plan = 'business' where id = ${organization.id}`;
    await accept();
    expect(await told(organization)).toHaveLength(4);
  });

  it("of somebody who was approved, at the link of their activation", async () => {
    const organization = await createOrganization();
    const { id, email } = await asked(organization);
    await organization.owner.handle.run(approveRegistration, { id });
    await fill(organization);
    const token = await activationToken(email);
    for (let n = 0; n < 3; n++)
      await expect(publicHandle().run(activate, { token, name: "Ada", password: testPassword })).rejects.toMatchObject(
        full,
      );
    expect(await told(organization)).toEqual(["Ada Asker finds no seat"]);
  });

  it("and of nobody while there is room, or by a secret that opens nothing", async () => {
    const organization = await createOrganization();
    const { token } = await invite(organization, address());
    await guard`select guard.tell_no_seat('invitations.accept', ${token}, null, '{}')`;
    await fill(organization);
    await guard`select guard.tell_no_seat('invitations.accept', 'inv_nothing', ${crypto.randomUUID()}, '{}')`;
    expect(await told(organization)).toEqual([]);
    await guard`select guard.tell_no_seat('invitations.accept', ${token}, null, '{}')`;
    expect(await told(organization)).toHaveLength(1);
    const entries = await guard`select 1 from audit.entries where organization_id = ${organization.id}
      and record_type = 'invitations' and action = 'update'`;
    expect(entries).toEqual([]);
    const events = await guard`select type from public.events where organization_id = ${organization.id}
      and type like 'invitation.%'`;
    expect(events).toEqual([{ type: "invitation.created" }]);
  });
});
