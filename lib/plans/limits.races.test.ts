import { expect, it } from "vitest";
import { acceptInvitation } from "@/lib/invitations/operations";
import { createKey } from "@/lib/keys/operations";
import { approveRegistration } from "@/lib/registrations/operations";
import { asked } from "@/lib/testing/asking";
import { invite } from "@/lib/testing/inviting";
import { putOnPlan } from "@/lib/testing/plans";
import { accountHandle, addMember, createOrganization, createPerson, guard } from "@/lib/testing/world";

it("lets exactly as many in as there are seats, of 50 at once by different ways", { timeout: 600_000 }, async () => {
  const organization = await createOrganization();
  const tries: (() => Promise<unknown>)[] = [];
  for (let n = 0; n < 25; n += 1) {
    const [invited, asking] = [await createPerson(), await createPerson()];
    const { token } = await invite(organization, invited.email);
    const { id } = await asked(organization, { email: asking.email });
    tries.push(() => accountHandle(invited).run(acceptInvitation, { secret: token }));
    tries.push(() => organization.owner.handle.run(approveRegistration, { id }));
  }
  await putOnPlan(organization, { limits: { max_users: 18 } });
  const results = await Promise.allSettled(tries.map((each) => each()));
  const refused = results.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
  expect([results.length - refused.length, new Set(refused)]).toEqual([17, new Set(["plan_limit"])]);
  const members = await guard`select 1 from public.memberships where organization_id = ${organization.id}`;
  expect(members).toHaveLength(18);
});

it("makes exactly as many keys as there may be, of 20 at once", { timeout: 600_000 }, async () => {
  const organization = await createOrganization();
  const admins = [];
  for (let n = 0; n < 5; n += 1) admins.push(await addMember(organization, { role: "admin" }));
  await putOnPlan(organization, { limits: { keys: 7 } });
  const results = await Promise.allSettled(
    admins.flatMap(({ handle }) => Array.from({ length: 4 }, () => handle.run(createKey, { label: "Many" }))),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(7);
  const keys = await guard`select 1 from guard.api_keys where organization_id = ${organization.id}`;
  expect(keys).toHaveLength(7);
});
