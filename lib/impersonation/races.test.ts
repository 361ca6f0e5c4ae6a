import { expect, it } from "vitest";

import { actAs } from "@/lib/testing/impersonation";
import { resourceNamed } from "@/lib/testing/resource-cases";
import { createOrganization, createSuperAdmin, guard, platformHandle } from "@/lib/testing/world";
import { stopImpersonationFromConsole } from "./console-operations";
import { raiseImpersonation, stopImpersonation } from "./operations";

const rounds = 100;
const { create } = resourceNamed("customers").operations;

it("no act is finished after the stop", async () => {
  const organization = await createOrganization();
  const [admin, other] = [await createSuperAdmin(), await createSuperAdmin()];
  let [won, lost] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const { handle, id } = await actAs(organization, organization.owner, { admin, raised: true });
    const act = () => handle.run(create, { name: `Round ${round}`, kind: "company" });
    const stop =
      round % 2 === 0
        ? handle.run(stopImpersonation, {})
        : platformHandle(other).run(stopImpersonationFromConsole, { id });
    const [first, , second] = await Promise.allSettled([act(), stop, act()]);
    const done = [first, second].filter(({ status }) => status === "fulfilled").length;
    won += done;
    lost += 2 - done;
    await expect(act()).rejects.toMatchObject({ code: "unauthenticated" });
  }
  const late = await guard`select 1 from public.customers c
    join audit.entries e on e.organization_id = c.organization_id and e.record_id = c.id and e.action = 'insert'
    join guard.sessions s on s.id = e.credential_id
    join guard.impersonations i on i.organization_id = s.organization_id and i.id = s.impersonation_id
    where c.organization_id = ${organization.id} and e.at > i.ended_at`;
  expect(late).toHaveLength(0);
  const [made] =
    await guard`select count(*)::int as n from public.customers where organization_id = ${organization.id}`;
  expect(made).toEqual({ n: won });
  expect(Math.min(won, lost), `${won} won, ${lost} lost`).toBeGreaterThan(0);
}, 600_000);

it("two stops and a raise at once end in a stop", async () => {
  const organization = await createOrganization();
  const admin = await createSuperAdmin();
  for (let round = 0; round < 30; round += 1) {
    const { handle, id } = await actAs(organization, organization.owner, { admin });
    await guard`update guard.sessions set confirmed_at = now() where user_id = ${admin.userId}`;
    await Promise.allSettled([
      handle.run(stopImpersonation, {}),
      handle.run(raiseImpersonation, { reason: "The address has a typo" }),
      platformHandle(admin).run(stopImpersonationFromConsole, { id }),
    ]);
    const running =
      await guard`select 1 from guard.impersonations where organization_id = ${organization.id} and ended_at is null`;
    expect(running).toHaveLength(0);
  }
}, 600_000);
