import { describe, expect, it } from "vitest";
import { Handle } from "@/lib/access/handle";
import { encodeId } from "@/lib/ids";
import { acceptMyInvitation } from "@/lib/invitations/operations";
import { approveRegistration } from "@/lib/registrations/operations";
import { createShipment } from "@/lib/shipments/operations";
import { makeRequest } from "@/lib/testing/records";
import { createTokens, tokenHandle } from "@/lib/testing/tokens";
import { someShipment } from "@/lib/testing/work-records";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  guard,
  type Organization,
  type Person,
  request,
  unique,
} from "@/lib/testing/world";
import { viewActivity } from "./operations";

const today = new Date().toISOString().slice(0, 10);
const view = ({ owner }: Organization, range = { from: today, to: today }) => owner.handle.run(viewActivity, range);

async function invite({ id, owner }: Organization, { email }: Person): Promise<string> {
  const [made] = await guard<{ id: string }[]>`
    select guard.insert_invitation(${id}, 'link', ${email}, 'user', ${unique("token")}, ${owner.membershipId},
      ${owner.name}, false, null) as id`;
  return encodeId("inv", made?.id ?? "");
}

async function approve({ id, owner }: Organization, { email, name }: Person): Promise<void> {
  const [made] = await guard<{ id: string }[]>`
    insert into public.registration_requests (organization_id, id, email, name)
    values (${id}, guard.uuid7(), ${email}, ${name}) returning id`;
  await owner.handle.run(approveRegistration, { id: encodeId("reg", made?.id ?? ""), role: "user" });
}

describe("the activity of an organization", () => {
  it("counts what was done on each day and by whom, of its own only", async () => {
    const [organization, other] = [await createOrganization(), await createOrganization()];
    await guard`update public.organizations set time_zone = 'UTC' where id = any (${[organization.id, other.id]})`;
    const dispatcher = await addMember(organization, { role: "dispatcher" });
    await dispatcher.handle.run(createShipment, someShipment as never);
    await dispatcher.handle.run(createShipment, someShipment as never);
    await other.owner.handle.run(createShipment, someShipment as never);
    const id = await makeRequest(organization);
    await organization.owner.handle.run(approveRegistration, { id, role: "user" });
    const { days, people, open } = await view(organization);
    expect(days).toEqual([{ day: today, orders: 0, shipments: 2, approvals: 1, invitations: 0 }]);
    expect(people).toMatchObject([
      { name: dispatcher.name, shipments: 2 },
      { name: organization.owner.name, approvals: 1 },
    ]);
    expect(open).toEqual([{ day: today, count: 0 }]);
    await makeRequest(organization);
    expect((await view(organization)).open).toEqual([{ day: today, count: 1 }]);
  });

  it("measures how fast people get in, from the decision to the first page, and their own waiting apart", async () => {
    const organization = await createOrganization();
    await guard`update public.organizations set time_zone = 'UTC' where id = ${organization.id}`;
    const [invited, approved, program] = [
      await createPerson({ name: "Ines Invited" }),
      await createPerson({ name: "Anna Approved" }),
      await createPerson({ name: "Pia Program" }),
    ];
    await accountHandle(invited).run(acceptMyInvitation, { id: await invite(organization, invited) });
    await approve(organization, approved);
    await tokenHandle(await createTokens(program)).run(acceptMyInvitation, { id: await invite(organization, program) });
    const course = async ({ name }: Person) =>
      (await view(organization)).provisioning.joinings.find((joining) => joining.name === name);

    expect(await course(invited)).toMatchObject({ how: "Accepted an invitation", system: null, people: 0 });
    expect(await course(approved)).toMatchObject({ how: "Was approved", people: null });
    expect(await course(program)).toMatchObject({ how: "Accepted over the API", system: 0, people: null });
    expect((await view(organization)).provisioning.unopened).toBe(3);

    const took = (await course(approved))?.system;
    expect(took).toEqual(expect.any(Number));
    for (const person of [invited, approved, program]) await addMember(organization, { person });
    expect(await course(invited)).toMatchObject({ system: expect.any(Number), people: 0 });
    expect(await course(approved)).toMatchObject({ system: took, people: expect.any(Number) });
    expect(await course(program)).toMatchObject({ system: 0, people: expect.any(Number) });
    const { unopened, median, worst } = (await view(organization)).provisioning;
    expect({ unopened, median, worst }).toEqual({
      unopened: 0,
      median: expect.any(Number),
      worst: expect.any(Number),
    });
    const { provisioning } = await new Handle(organization.owner.handle.credential, { ...request(), test: true }).run(
      viewActivity,
      { from: today, to: today },
    );
    expect(provisioning.unopened).toBe(0);
  });

  it("is for those who hold the permission, and a year at most", async () => {
    const organization = await createOrganization();
    const driver = await addMember(organization, { role: "driver" });
    await expect(driver.handle.run(viewActivity, { from: today, to: today })).rejects.toMatchObject({
      code: "forbidden",
      permission: "activity.view",
    });
    await expect(view(organization, { from: "2020-01-01", to: today })).rejects.toMatchObject({ code: "invalid" });
    await expect(view(organization, { from: today, to: "2020-01-01" })).rejects.toMatchObject({ code: "invalid" });
  });
});
