import { createHash, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Handle } from "@/lib/access/handle";
import { showAccount } from "@/lib/accounts/operations";
import { listMembers } from "@/lib/members/operations";
import { addMember, createOrganization, createPerson, guard, request } from "@/lib/testing/world";
import { createHandoff, nonceOf, redeemHandoff } from "./handoff";

const hash = (nonce: string) => createHash("sha256").update(nonce).digest("hex");
const newNonce = () => randomBytes(32).toString("base64url");
const codeOf = (link: string) => new URL(link).searchParams.get("code") ?? "";

async function begun() {
  const organization = await createOrganization();
  const member = await addMember(organization, { role: "admin" });
  const nonce = newNonce();
  const link = await createHandoff(
    member.session,
    { host: organization.slug, nonce: hash(nonce), to: "/members" },
    request(),
  );
  return { organization, member, nonce, link, code: codeOf(link) };
}

describe("a handoff", () => {
  it("opens the host that asked, once", async () => {
    const { organization, nonce, link, code } = await begun();
    expect(new URL(link).hostname).toBe(`${organization.slug}.berth.localhost`);
    expect(new URL(link).searchParams.get("to")).toBe("/members");
    const session = (await redeemHandoff(code, organization.slug, nonce, request())) ?? "";
    const inside = new Handle({ kind: "session", secret: session, audience: organization.slug }, request());
    expect((await inside.run(listMembers, {})).data.length).toBe(2);
    expect(await redeemHandoff(code, organization.slug, nonce, request())).toBeNull();
  });

  it("opens nothing for another host, another browser, or after its minute", async () => {
    const { organization, nonce, code } = await begun();
    const other = await createOrganization();
    expect(await redeemHandoff(code, other.slug, nonce, request())).toBeNull();
    expect(await redeemHandoff(code, organization.slug, newNonce(), request())).toBeNull();
    await guard`update guard.handoffs set expires_at = now() - interval '1 second' where audience = ${organization.slug}`;
    expect(await redeemHandoff(code, organization.slug, nonce, request())).toBeNull();
  });

  it("dies with the session that made it", async () => {
    const { organization, member, nonce, code } = await begun();
    await guard`update guard.sessions set revoked_at = now() where user_id = ${member.userId} and parent_id is null`;
    expect(await redeemHandoff(code, organization.slug, nonce, request())).toBeNull();
  });

  it("is refused alike for an unknown, a foreign and a deleted organization", async () => {
    const [person, foreign, deleted] = [await createPerson(), await createOrganization(), await createOrganization()];
    await guard`update public.organizations set state = 'deleted' where id = ${deleted.id}`;
    const refusals = [];
    for (const [session, host] of [
      [person.session, "no-such-organization"],
      [person.session, foreign.slug],
      [deleted.owner.session, deleted.slug],
    ] as const)
      refusals.push(
        await createHandoff(session, { host, nonce: hash("x") }, request()).catch(({ code, message }) => ({
          code,
          message,
        })),
      );
    expect(refusals[0]).toMatchObject({ code: "not_found" });
    expect(refusals).toEqual([refusals[0], refusals[0], refusals[0]]);
  });

  it("is refused without a live root session; a host's session makes none", async () => {
    const { organization, member } = await begun();
    const wanted = { host: organization.slug, nonce: hash("x") };
    for (const session of ["", "bs_invented", member.hostSession])
      await expect(createHandoff(session, wanted, request())).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("a host's session [S30]", () => {
  it("is dead on another host, on the root, and for the account", async () => {
    const [one, two] = [await createOrganization(), await createOrganization()];
    const member = await addMember(one, { role: "admin" });
    await addMember(two, { role: "admin", person: member });
    for (const audience of [two.slug, ""])
      await expect(
        new Handle({ kind: "session", secret: member.hostSession, audience }, request()).run(listMembers, {}),
      ).rejects.toMatchObject({ code: "unauthenticated" });
    const root = new Handle({ kind: "account", secret: member.hostSession }, request());
    await expect(root.run(showAccount, {})).rejects.toMatchObject({ code: "unauthenticated" });
    const host = new Handle({ kind: "session", secret: member.session, audience: one.slug }, request());
    await expect(host.run(listMembers, {})).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("the nonce", () => {
  it("keeps what this browser holds, so that two tabs arrive, and replaces what it did not make", () => {
    const held = newNonce();
    expect(nonceOf(held)).toBe(held);
    for (const odd of [undefined, "", "short", `${held}x`, "<script>"]) expect(nonceOf(odd)).toMatch(/^[\w-]{43}$/);
  });
});
