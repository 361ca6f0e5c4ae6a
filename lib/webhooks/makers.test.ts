import { describe, expect, it } from "vitest";
import { decodeId, encodeId } from "@/lib/ids";
import { updateKeyPolicy } from "@/lib/keys/policy-operations";
import { removeMember, setMemberRole } from "@/lib/members/operations";
import { addMember, createOrganization, guard, type Organization } from "@/lib/testing/world";
import { createWebhook, enableWebhook, findWebhook, updateWebhook } from "./operations";

/** A webhook of keys' events that a developer made, with one such event waiting for it. */
async function madeByDeveloper() {
  const organization = await createOrganization();
  const developer = await addMember(organization, { role: "developer" });
  const { id } = await developer.handle.run(createWebhook, { url: "https://example.com/", events: ["key.created"] });
  return { organization, developer, id, member: { id: encodeId("mem", developer.membershipId) } };
}

async function claimed({ id }: Organization, webhook: string): Promise<number> {
  const endpoint = decodeId("whk", webhook) ?? "";
  await guard`insert into public.webhook_deliveries (organization_id, id, endpoint_id, event_id, event, due_at, created_at)
    values (${id}, guard.uuid7(), ${endpoint}, guard.uuid7(), 'key.created', now(), now())`;
  await guard`select guard.lease_deliveries(64, 64, 60, array[${id}, '00000000-0000-0000-0000-000000000000']::uuid[])`;
  return (await guard`select from public.webhook_deliveries where endpoint_id = ${endpoint} and state = 'sending'`)
    .length;
}

describe("a webhook whose maker", () => {
  it("holds what it is sent goes on", async () => {
    const { organization, id } = await madeByDeveloper();
    expect(await claimed(organization, id)).toBe(1);
  });

  it.each(["left", "lost rights"] as const)(
    "%s pauses with a notice, and is whose who enables it [S89]",
    async (how) => {
      const { organization, id, member } = await madeByDeveloper();
      const { handle } = organization.owner;
      if (how === "left") await handle.run(removeMember, member);
      else await handle.run(setMemberRole, { ...member, role: "staff" });
      expect(await claimed(organization, id)).toBe(0);
      expect(await handle.run(findWebhook, { id })).toMatchObject({ state: "disabled", disabledAs: "maker" });
      const told = await guard<{ body: string }[]>`
      select body from public.notices where organization_id = ${organization.id} and kind = 'webhook.disabled'`;
      expect(told[0]?.body).toMatch(/made by somebody who left/);
      await handle.run(enableWebhook, { id });
      expect(await claimed(organization, id)).toBe(1);
    },
  );

  it("does not hold what others had it sent too is theirs from then on [S89]", async () => {
    const { organization, id, member } = await madeByDeveloper();
    const { handle } = organization.owner;
    const made = await handle.run(findWebhook, { id });
    await handle.run(updateWebhook, { id, description: "Of keys" });
    expect((await handle.run(findWebhook, { id })).createdBy).toBe(made.createdBy);
    const { createdBy } = await handle.run(updateWebhook, { id, events: ["key.created", "shipment.created"] });
    expect(createdBy).not.toBe(made.createdBy);
    await handle.run(removeMember, member);
    expect(await claimed(organization, id)).toBe(1);
  });

  it("left goes on as the organization's where its keys do", async () => {
    const { organization, id, member } = await madeByDeveloper();
    const { handle } = organization.owner;
    await handle.run(updateKeyPolicy, { whenMakerLeaves: "stay" });
    await handle.run(removeMember, member);
    expect(await claimed(organization, id)).toBe(1);
    expect(await handle.run(findWebhook, { id })).toMatchObject({ state: "active", createdBy: null });
  });
});
