import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { appPool } from "@/db/connection";
import {
  confirmAddressChange,
  requestAddressChange,
  requestReset,
  resetPassword,
  signIn,
} from "@/lib/accounts/operations";
import { encodeId } from "@/lib/ids";
import { createKey, listKeys } from "@/lib/keys/operations";
import { removeMember } from "@/lib/members/operations";
import { mailedToken } from "@/lib/testing/mails";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  guard,
  keyHandle,
  publicHandle,
  testPassword,
  unique,
} from "@/lib/testing/world";

const guess = { password: "a guess that is wrong" };

describe("an account that somebody else held", () => {
  it("is not moved to the intruder's address after its password was reset", async () => {
    const victim = await createPerson();
    const email = `${unique("intruder")}@people.example`;
    await accountHandle(victim).run(requestAddressChange, { email });
    const planted = await mailedToken(email, "verify-address");
    await publicHandle().run(requestReset, { email: victim.email });
    const token = await mailedToken(victim.email, "reset-password");
    await publicHandle().run(resetPassword, { token, newPassword: `${testPassword} again` });
    await expect(publicHandle().run(confirmAddressChange, { token: planted })).rejects.toMatchObject({
      reason: "token_dead",
    });
  });
});

describe("stuffing [S56]", () => {
  it("of one network never locks the person out elsewhere, however long it goes on", async () => {
    const person = await createPerson();
    const attacker = publicHandle();
    for (let round = 0; round < 25; round++)
      await Promise.allSettled(
        Array.from({ length: 10 }, () => attacker.run(signIn, { email: person.email, ...guess })),
      );
    await expect(attacker.run(signIn, { email: person.email, ...guess })).rejects.toMatchObject({ code: "limited" });
    const { session } = await publicHandle().run(signIn, { email: person.email, password: testPassword });
    expect(session).not.toBe("");
  });

  it("learns nothing from the statements that an answer takes", async () => {
    const known = await createPerson();
    const unknown = `${unique("nobody")}@people.example`;
    for (const work of [
      (email: string) => publicHandle().run(signIn, { email, ...guess }),
      (email: string) => publicHandle().run(requestReset, { email }),
    ]) {
      await work(`${unique("first")}@people.example`); // makes the limiters
      expect(await statements(() => work(known.email))).toEqual(await statements(() => work(unknown)));
    }
  });
});

describe("a browser that signed in with an old password", () => {
  it("is a stranger to the new one", async () => {
    const person = await createPerson();
    const known = () =>
      guard<{ as: string }[]>`select guard.acquaintance(${person.email}, 'a-mark', '10.9.8.7') as as`.then(
        ([row]) => row?.as,
      );
    await guard`update guard.sessions set device_hash = guard.secret_hash('a-mark') where user_id = ${person.userId}`;
    expect(await known()).toBe("device");
    await guard`update guard.credentials set changed_at = clock_timestamp() where user_id = ${person.userId}`;
    expect(await known()).toBe("stranger");
  });
});

describe("a key", () => {
  it("opens nothing any more when the person who made it is gone [S76]", async () => {
    const organization = await createOrganization();
    const developer = await addMember(organization, { role: "developer" });
    const { key } = await developer.handle.run(createKey, { label: "Mine" });
    await keyHandle(key).run(listKeys, {});
    await organization.owner.handle.run(removeMember, { id: encodeId("mem", developer.membershipId) });
    await expect(keyHandle(key).run(listKeys, {})).rejects.toMatchObject({ reason: "key_maker_left" });
  });
});

describe("the application's role", () => {
  it("queues nothing without a credential", async () => {
    const mail = { template: "reset-password", to: "victim@people.example", props: { link: "https://evil.example" } };
    for (const opening of [
      ["select guard.open_public('account.sign_in', '{}')"],
      ["select guard.open_account($1, 'account.show', '{}')", (await createPerson()).session],
    ] as const)
      await expect(
        asApp(async (client) => {
          await client.query(opening[0], opening.slice(1));
          await client.query("select guard.enqueue('mail.send', $1)", [JSON.stringify(mail)]);
        }),
      ).rejects.toMatchObject({ code: "42501" });
  });

  it("wakes no session that was idle for too long", async () => {
    const { owner } = await createOrganization();
    await guard`update guard.sessions set idle_until = now() - interval '1 second', last_used_at = now() - interval '1 hour'
      where user_id = ${owner.userId}`;
    await appPool().query("select guard.touch($1, '', '{}')", [owner.session]);
    await expect(
      asApp((client) => client.query("select guard.open_account($1, 'account.show', '{}')", [owner.session])),
    ).rejects.toMatchObject({ code: "BE001" });
  });
});

async function asApp(work: (client: pg.PoolClient) => Promise<unknown>): Promise<void> {
  const client = await appPool().connect();
  try {
    await client.query("begin");
    await work(client);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

/** What is sent to the database meanwhile, without its parameters. */
async function statements(work: () => Promise<unknown>): Promise<string[]> {
  const spy = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return spy.mock.calls.map(([query]: unknown[]) =>
      typeof query === "object" && query !== null && "text" in query ? String(query.text) : String(query),
    );
  } finally {
    spy.mockRestore();
  }
}
