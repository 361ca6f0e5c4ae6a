import { describe, expect, it } from "vitest";
import { approveRegistration } from "@/lib/registrations/operations";
import { createShipment } from "@/lib/shipments/operations";
import { makeRequest } from "@/lib/testing/records";
import { someShipment } from "@/lib/testing/work-records";
import { addMember, createOrganization, guard, type Organization } from "@/lib/testing/world";
import { viewActivity } from "./operations";

const today = new Date().toISOString().slice(0, 10);
const view = ({ owner }: Organization, range = { from: today, to: today }) => owner.handle.run(viewActivity, range);

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

  it("measures how fast people get in, from the decision to the first page", async () => {
    const organization = await createOrganization();
    await guard`update public.organizations set time_zone = 'UTC' where id = ${organization.id}`;
    const member = await addMember(organization);
    await guard`update public.memberships set origin = 'invitation' where organization_id = ${organization.id} and user_id = ${member.userId}`;
    const { provisioning } = await view(organization);
    const mine = provisioning.joinings.find(({ name }) => name === member.name);
    expect(mine).toMatchObject({ how: "Accepted an invitation", people: 0 });
    expect(mine?.system).toBeGreaterThanOrEqual(0);
    expect(mine?.system).toBeLessThan(120_000);
    expect(provisioning).toMatchObject({ unopened: 0 });
    expect(provisioning.median).not.toBeNull();
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
