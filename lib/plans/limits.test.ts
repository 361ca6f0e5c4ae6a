import { describe, expect, it } from "vitest";
import { assignInGroup } from "@/lib/groups/operations";
import { encodeId } from "@/lib/ids";
import {
  acceptInvitation,
  acceptInvitationWithAccount,
  acceptMyInvitation,
  listInvitations,
} from "@/lib/invitations/operations";
import { createKey } from "@/lib/keys/operations";
import { restoreMember, suspendMember } from "@/lib/members/operations";
import { operations } from "@/lib/operations";
import { listMyOrganizations } from "@/lib/organizations/operations";
import { activate } from "@/lib/registrations/asking-operations";
import { approveRegistration, approveRegistrations, resendActivation } from "@/lib/registrations/operations";
import { outcomeInWords, waitingInWords } from "@/lib/registrations/rules";
import { createRole } from "@/lib/roles/operations";
import { activationToken, asked, signUp } from "@/lib/testing/asking";
import { joinGroup, memberId } from "@/lib/testing/groups";
import { address, invite, newCodeOf } from "@/lib/testing/inviting";
import { createKey as anyKey } from "@/lib/testing/keys";
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
  unique,
} from "@/lib/testing/world";
import { createWebhook } from "@/lib/webhooks/operations";
import { findPlan, findRoom } from "./operations";
import type { LimitName } from "./words";

const operation = (name: string) => {
  const found = operations.find((each) => each.name === name);
  if (!found) throw new Error(`no operation ${name}`);
  return found;
};

const used = async ({ id }: Organization, limit: LimitName) => {
  const [row] = await guard<{ used: number }[]>`select guard.limit_used(${id}, ${limit}) as used`;
  return row?.used ?? -1;
};

const branchCode = () => unique("D").toUpperCase().slice(0, 12);

type Way = (organization: Organization) => Promise<() => Promise<unknown>>;

/** Every way in: what is prepared while there is room, and the act that takes it. */
const waysIn: [LimitName, string, Way][] = [
  [
    "max_users",
    "an invitation by link",
    async (organization) => {
      const person = await createPerson();
      const { token } = await invite(organization, person.email);
      return () => accountHandle(person).run(acceptInvitation, { secret: token });
    },
  ],
  [
    "max_users",
    "a code",
    async (organization) => {
      const [person, { secret }] = [await createPerson(), await newCodeOf(organization)];
      return () => accountHandle(person).run(acceptInvitation, { secret });
    },
  ],
  [
    "max_users",
    "an invitation found in the account",
    async (organization) => {
      const person = await createPerson();
      const { id } = await invite(organization, person.email);
      return () => accountHandle(person).run(acceptMyInvitation, { id });
    },
  ],
  [
    "max_users",
    "an invitation of somebody without an account",
    async (organization) => {
      const { token } = await invite(organization, address());
      return () =>
        publicHandle().run(acceptInvitationWithAccount, { secret: token, name: "Ada", password: testPassword });
    },
  ],
  [
    "max_users",
    "an approval",
    async (organization) => {
      const { email } = await createPerson();
      const { id } = await asked(organization, { email });
      return () => organization.owner.handle.run(approveRegistration, { id });
    },
  ],
  [
    "max_users",
    "the activation of somebody who was approved",
    async (organization) => {
      const { id, email } = await asked(organization);
      await organization.owner.handle.run(approveRegistration, { id });
      const token = await activationToken(email);
      return () => publicHandle().run(activate, { token, name: "Ada", password: testPassword });
    },
  ],
  [
    "max_users",
    "an activation that is sent again after the address was proved",
    async (organization) => {
      const { id, email } = await asked(organization);
      await organization.owner.handle.run(approveRegistration, { id });
      const filled = await fill(organization);
      await signUp(email);
      await filled.make();
      return () => organization.owner.handle.run(resendActivation, { id });
    },
  ],
  [
    "max_users",
    "the restoring of somebody suspended",
    async (organization) => {
      const { membershipId } = await addMember(organization);
      const id = encodeId("mem", membershipId);
      await organization.owner.handle.run(suspendMember, { id });
      return () => organization.owner.handle.run(restoreMember, { id });
    },
  ],
  [
    "max_users",
    "an assignment by the head of the group",
    async (organization) => {
      const head = await createOrganization();
      const link = await joinGroup(head, organization);
      const members = [memberId((await addMember(head)).membershipId)];
      return () => head.owner.handle.run(assignInGroup, { members, targets: [{ id: link, role: "user" }] });
    },
  ],
  [
    "keys",
    "a new key",
    async ({ owner }) =>
      () =>
        owner.handle.run(createKey, { label: "Scanner" }),
  ],
  [
    "webhooks",
    "a new webhook",
    async ({ owner }) =>
      () =>
        owner.handle.run(createWebhook, { url: "https://hooks.example/in", events: ["order.created"] }),
  ],
  [
    "branches",
    "a new branch",
    async ({ owner }) =>
      () =>
        owner.handle.run(operation("branches.create"), { name: unique("Depot"), code: branchCode(), kind: "depot" }),
  ],
  [
    "branches",
    "a branch that comes back",
    async ({ id, owner }) => {
      const [made] = await guard<
        { id: string }[]
      >`insert into public.branches (organization_id, id, name, code, archived_at)
        values (${id}, guard.uuid7(), 'Old depot', ${branchCode()}, now()) returning id`;
      return () => owner.handle.run(operation("branches.restore"), { id: encodeId("brn", made?.id ?? "") });
    },
  ],
  [
    "roles",
    "a role of its own",
    async ({ owner }) =>
      () =>
        owner.handle.run(createRole, { name: unique("Clerk"), permissions: [], inherits: [] }),
  ],
];

/** Nobody else fits in; `make` lets one more in again. */
async function fill(organization: Organization) {
  await putOnPlan(organization, { limits: { max_users: await used(organization, "max_users") } });
  return { make: () => guard`update public.organizations set plan = 'business' where id = ${organization.id}` };
}

describe("no way in passes a limit", () => {
  it.each(waysIn)("of %s: %s", async (limit, _, prepare) => {
    const organization = await createOrganization();
    if (limit === "keys") await anyKey(organization);
    const take = await prepare(organization);
    const before = await used(organization, limit);
    await putOnPlan(organization, { limits: { [limit]: before } });
    await expect(take()).rejects.toMatchObject({ code: "plan_limit", reason: "limit_reached", room: { name: limit } });
    expect(await used(organization, limit)).toBe(before);
    await putOnPlan(organization, { limits: { [limit]: before + 1 } });
    await take();
    expect(await used(organization, limit)).toBe(before + 1);
  });

  it("and members read how much there is, and who can change it", async () => {
    const organization = await createOrganization();
    await putOnPlan(organization, { limits: { keys: 1 } });
    await organization.owner.handle.run(createKey, { label: "One" });
    await expect(organization.owner.handle.run(createKey, { label: "Two" })).rejects.toMatchObject({
      status: 403,
      message:
        "No API key is left: 1 of 1 in use. Revoke one to make room. The operators of this installation can raise the limit.",
      room: { name: "keys", most: 1, used: 1 },
    });
  });

  it("and how many have to go after a limit was lowered", async () => {
    const organization = await createOrganization();
    for (const label of ["One", "Two", "Three"]) await organization.owner.handle.run(createKey, { label });
    await putOnPlan(organization, { limits: { keys: 1 } });
    await expect(organization.owner.handle.run(createKey, { label: "Four" })).rejects.toThrow(
      "No API key is left: 3 of 1 in use. Revoke 3 to make room.",
    );
  });
});

describe("what counts", () => {
  it("is no invitation that nobody accepted, and nobody who is suspended", async () => {
    const organization = await createOrganization();
    const { membershipId } = await addMember(organization);
    await putOnPlan(organization, { limits: { max_users: 2 } });
    await invite(organization, address());
    expect((await organization.owner.handle.run(listInvitations, {})).data).toHaveLength(1);
    expect(await organization.owner.handle.run(findRoom, { limit: "max_users" })).toEqual({ most: 2, used: 2 });
    await organization.owner.handle.run(suspendMember, { id: encodeId("mem", membershipId) });
    expect(await organization.owner.handle.run(findRoom, { limit: "max_users" })).toEqual({ most: 2, used: 1 });
    const cards = () => accountHandle(organization.owner).run(listMyOrganizations, {});
    expect(await cards()).toMatchObject([{ members: 2, seats: 2, seatsUsed: 1 }]);
    await putOnPlan(organization, {});
    expect(await cards()).toMatchObject([{ members: 2, seats: null, seatsUsed: null }]);
  });

  it("stays when a limit is lowered, and nothing more comes", async () => {
    const organization = await createOrganization();
    for (let n = 0; n < 3; n += 1) await addMember(organization);
    await putOnPlan(organization, { limits: { max_users: 2 } });
    const found = await organization.owner.handle.run(findPlan, {});
    expect(found.limits.max_users).toEqual({ most: 2, plan: 2, used: 4 });
    const person = await createPerson();
    const { token } = await invite(organization, person.email);
    const refused: unknown = await accountHandle(person)
      .run(acceptInvitation, { secret: token })
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "plan_limit" });
    // A stranger learns that there is no seat, and not how many there are and are taken.
    expect(String(refused)).not.toMatch(/\d/);
    expect(JSON.stringify(refused)).not.toMatch(/"(most|used)"/);
  });

  it("does not keep somebody from proving an address: they wait for a seat, and who decides is told", async () => {
    const organization = await createOrganization();
    const { id, email } = await asked(organization);
    expect(await organization.owner.handle.run(approveRegistration, { id })).toMatchObject({ noSeat: false });
    await fill(organization);
    await signUp(email);
    const [person] = await guard`select email_verified_at from public.users where email = ${email}`;
    expect(person?.email_verified_at).not.toBeNull();
    expect(await used(organization, "max_users")).toBe(1);
    expect(
      await guard`select 1 from public.notices where organization_id = ${organization.id} and title = 'Ada Asker finds no seat'`,
    ).toHaveLength(1);
  });
});

describe("whoever approves where seats are few", () => {
  const seats = (organization: Organization, n: number) => putOnPlan(organization, { limits: { max_users: n } });
  const askedWithAccount = async (organization: Organization) =>
    (await asked(organization, { email: (await createPerson()).email })).id;

  it("is told that somebody without an account finds none, and that this changes nothing yet", async () => {
    const organization = await createOrganization();
    await seats(organization, 1);
    const { id } = await asked(organization);
    const made = await organization.owner.handle.run(approveRegistration, { id });
    expect(made).toMatchObject({ outcome: "waiting", state: "approved", noSeat: true });
    expect(outcomeInWords(made)).toContain("no seat is left");
    expect(waitingInWords(await organization.owner.handle.run(findRoom, { limit: "max_users" }))).toContain(
      "no seat is left",
    );
    await seats(organization, 2);
    expect(waitingInWords(await organization.owner.handle.run(findRoom, { limit: "max_users" }))).not.toContain("seat");
  });

  it("is told for how many of several there is one, where that is not all, and none comes in", async () => {
    const organization = await createOrganization();
    await seats(organization, 3);
    const ids = [];
    for (let n = 0; n < 3; n++) ids.push(await askedWithAccount(organization));
    const refused = organization.owner.handle.run(approveRegistrations, { ids });
    await expect(refused).rejects.toMatchObject({
      code: "plan_limit",
      reason: "limit_reached",
      room: { name: "max_users", most: 3, used: 1 },
      message:
        "2 seats are left for 3 requests, so none was approved. Choose fewer, or suspend or remove somebody to make room.",
    });
    expect(await used(organization, "max_users")).toBe(1);
    const some = await organization.owner.handle.run(approveRegistrations, { ids: ids.slice(0, 2) });
    expect(some.map(({ outcome }) => outcome)).toEqual(["joined", "joined"]);
  });
});

describe("the owner is told", () => {
  it("once at four fifths and once when nothing is left, whatever comes and goes", async () => {
    const organization = await createOrganization();
    await putOnPlan(organization, { limits: { max_users: 5 } });
    const told = async () =>
      (
        await guard<{ title: string }[]>`select title from public.notices
          where organization_id = ${organization.id} and kind = 'plan.limit' order by id`
      ).map(({ title }) => title);
    await addMember(organization);
    await addMember(organization);
    expect(await told()).toEqual([]);
    const { membershipId } = await addMember(organization);
    expect(await told()).toEqual(["Nearly every seat is in use"]);
    await addMember(organization);
    expect(await told()).toEqual(["Nearly every seat is in use", "No seat is left"]);
    await guard`update public.memberships set status = 'suspended' where id = ${membershipId}`;
    await guard`update public.memberships set status = 'active' where id = ${membershipId}`;
    expect(await told()).toHaveLength(2);
  });
});
