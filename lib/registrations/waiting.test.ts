import { describe, expect, it } from "vitest";
import { explainDeadInvitation } from "@/lib/invitations/operations";
import { newToken } from "@/lib/invitations/secret";
import { mailedToken } from "@/lib/testing/mails";
import { receiveNoted } from "@/lib/testing/requests";
import { createOrganization, guard, type Organization, publicHandle, unique } from "@/lib/testing/world";
import { peekRequest, requestAccess, withdrawByLink } from "./asking-operations";
import { approveRegistration, listRegistrations, rejectRegistration } from "./operations";
import { askerStatus } from "./rules";

async function ask(organization: Organization) {
  const email = `${unique("asker")}@asking.example`;
  await publicHandle().run(requestAccess, { slug: organization.slug, name: "Ada Asker", email });
  await receiveNoted();
  const { data } = await organization.owner.handle.run(listRegistrations, { q: email });
  return { email, id: data[0]?.id ?? "", token: await mailedToken(email, "request-received") };
}

async function seen(token: string) {
  const request = await publicHandle().run(peekRequest, { token });
  return request && { request, ...askerStatus(request) };
}

describe("the link in the mail", () => {
  it("shows where the request stands, at every step, and what to do next", async () => {
    const organization = await createOrganization();
    const { id, token } = await ask(organization);
    expect(token).toMatch(/^rq_[\w-]{43}$/);
    const waiting = await seen(token);
    expect(waiting).toMatchObject({ next: "withdraw", request: { organization: organization.name, state: "pending" } });
    expect(waiting?.request.dueAt).toBeInstanceOf(Date);
    await organization.owner.handle.run(approveRegistration, { id });
    expect(await seen(token)).toMatchObject({ next: "wait", label: "Approved as User, waiting for your address" });
    await guard`update public.registration_requests set joined_at = now() where organization_id = ${organization.id}`;
    expect(await seen(token)).toMatchObject({ next: "open" });

    const declined = await ask(organization);
    await organization.owner.handle.run(rejectRegistration, { id: declined.id, reason: "Not one of us." });
    expect(await seen(declined.token)).toMatchObject({
      next: "again",
      label: "Declined",
      request: { note: "Not one of us." },
    });
    await guard`update public.registration_requests set closed_as = 'overdue' where organization_id = ${organization.id}
      and state = 'rejected'`;
    expect(await seen(declined.token)).toMatchObject({ next: "again", label: "Closed, nobody decided in time" });
  });

  it("takes the request back, once, and settles the notices of those who decide", async () => {
    const organization = await createOrganization();
    const { token } = await ask(organization);
    expect(await publicHandle().run(withdrawByLink, { token })).toEqual({ withdrawn: true });
    expect(await publicHandle().run(withdrawByLink, { token })).toEqual({ withdrawn: false });
    expect(await seen(token)).toMatchObject({ label: "Withdrawn by you", next: "again" });
    const unread =
      await guard`select 1 from public.notices where organization_id = ${organization.id} and read_at is null`;
    expect(unread).toHaveLength(0);
  });

  it("is one request's: another token, an old link and a deleted organization show nothing", async () => {
    const organization = await createOrganization();
    const { token } = await ask(organization);
    expect(await seen(`${token.slice(0, -1)}_`)).toBeNull();
    await expect(publicHandle().run(withdrawByLink, { token: "rq_none" })).rejects.toMatchObject({
      reason: "token_dead",
    });
    await guard`update guard.request_links set expires_at = now() where organization_id = ${organization.id}`;
    expect(await seen(token)).toBeNull();
    await expect(publicHandle().run(withdrawByLink, { token })).rejects.toMatchObject({ reason: "token_dead" });
  });

  it("stands nowhere in the clear", async () => {
    const organization = await createOrganization();
    const { token } = await ask(organization);
    const [found] = await guard<{ jobs: number }[]>`
      select count(*)::int as jobs from guard.jobs where payload::text like ${`%${token}%`}`;
    expect(found?.jobs).toBe(0);
  });
});

describe("an invitation's link that opens nothing any more", () => {
  it.each([
    ["used", "accepted_at = now()"],
    ["revoked", "revoked_at = now()"],
    ["expired", "expires_at = now()"],
  ])("says that it is %s, to whoever holds it", async (state, change) => {
    const organization = await createOrganization();
    const token = newToken();
    const explain = (secret: string) => publicHandle().run(explainDeadInvitation, { secret });
    await guard`select guard.insert_invitation(${organization.id}, 'link', ${`${unique("guest")}@guests.example`}, 'user',
      ${token}, ${organization.owner.membershipId}, 'Olga Owner', false, null)`;
    expect(await explain(token)).toBeNull();
    await guard`update guard.invitations set ${guard.unsafe(change)} where organization_id = ${organization.id}`;
    expect(await explain(token)).toMatchObject({ state, organization: organization.name, inviter: "Olga Owner" });
    expect(await explain(newToken())).toBeNull();
    await guard`update guard.invitations set kind = 'code' where organization_id = ${organization.id}`;
    expect(await explain(token)).toBeNull();
  });
});
