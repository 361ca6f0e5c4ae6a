import { beforeEach, describe, expect, it } from "vitest";
import { appPool } from "@/db/connection";
import { signUp, verifySignUp } from "@/lib/accounts/operations";
import { viewAccountShell, viewShell } from "@/lib/shell/operations";
import { mailedToken } from "@/lib/testing/mails";
import { publishTerms as publish } from "@/lib/testing/terms";
import {
  accountHandle,
  createOrganization,
  createPerson,
  createSuperAdmin,
  guard,
  platformHandle,
  publicHandle,
  testPassword,
  unique,
} from "@/lib/testing/world";
import { listTerms, publishTerms } from "./console-operations";
import { acceptTerms, readMyTerms, readTerms } from "./operations";

let version = 0;
const nonce = "a-nonce";
const asked = (more: object) => ({
  name: "Nora New",
  email: `${unique("new")}@people.example`,
  password: testPassword,
  nonce,
  ...more,
});

beforeEach(async () => {
  version = await publish();
});

describe("the terms of the installation", () => {
  it("are accepted at a sign-up, in the version that holds, and kept once the address is proved", async () => {
    const older = version;
    version = await publish();
    for (const terms of [undefined, older, version + 1])
      await expect(publicHandle().run(signUp, asked(terms === undefined ? {} : { terms }))).rejects.toMatchObject({
        fields: { terms: [expect.stringContaining("accept the terms")] },
      });
    const given = asked({ terms: version });
    await publicHandle().run(signUp, given);
    expect(await acceptances(given.email)).toEqual([]);
    await publicHandle().run(verifySignUp, { token: await mailedToken(given.email, "verify-address"), nonce });
    expect(await acceptances(given.email)).toEqual([version]);
  });

  it("are asked for again at a new version, around every page, until they are accepted", async () => {
    const { owner } = await createOrganization();
    const pending = async () => [
      (await owner.handle.run(viewShell, {})).me.terms,
      (await accountHandle(owner).run(viewAccountShell, {})).me.terms,
    ];
    expect(await pending()).toEqual([version, version]);
    await accountHandle(owner).run(acceptTerms, { version });
    expect(await pending()).toEqual([null, null]);
    const older = version;
    version = await publish();
    expect(await pending()).toEqual([version, version]);
    await expect(accountHandle(owner).run(acceptTerms, { version: older })).rejects.toMatchObject({
      reason: "terms_changed",
    });
    await accountHandle(owner).run(acceptTerms, { version });
    await accountHandle(owner).run(acceptTerms, { version });
    expect(await acceptances(owner.email)).toEqual([older, version]);
    expect((await accountHandle(owner).run(readMyTerms, {}))?.accepted_at).toBeInstanceOf(Date);
    const entries = await guard`select after from audit.entries where operation = 'account.accept_terms'
      and actor_user_id = ${owner.userId} order by id`;
    expect(entries.map(({ after }) => after)).toEqual([{ terms: older }, { terms: version }]);
  });

  it("are published in the console, on its record, and read by everybody", async () => {
    const superAdmin = platformHandle(await createSuperAdmin());
    const made = await superAdmin.run(publishTerms, { body: "Be fair.", url: "https://berth.example/terms" });
    expect(await publicHandle().run(readTerms, {})).toMatchObject({
      version: made.version,
      body: "Be fair.",
      adds_members: false,
      accepted_at: null,
    });
    const rows = await superAdmin.run(listTerms, {});
    expect(rows.map((each) => each.version)).toEqual(Array.from(rows, (_, index) => made.version - index));
    const [entry] =
      await guard`select operation, after from audit.entries where record_type = 'terms' order by id desc limit 1`;
    expect(entry).toMatchObject({ operation: "platform.publish_terms", after: { version: made.version } });
    await expect(superAdmin.run(publishTerms, { body: "x", url: "javascript:alert(1)" })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("and what was accepted nobody changes or takes away, and the application's role neither sees nor forges it", async () => {
    const person = await createPerson();
    await accountHandle(person).run(acceptTerms, { version });
    for (const statement of [
      "update guard.terms set body = 'Other'",
      "delete from guard.terms_acceptances",
      "update guard.terms_acceptances set accepted_at = now()",
      "truncate guard.terms cascade",
    ]) {
      await expect(guard.unsafe(statement), statement).rejects.toThrow();
      await expect(appPool().query(statement), statement).rejects.toMatchObject({ code: "42501" });
    }
    for (const statement of [
      "select * from guard.terms_acceptances",
      `select guard.keep_acceptance('${person.userId}', 1, '{}')`,
      "select guard.accept_terms(1)",
      "select guard.publish_terms('x', '', true)",
    ])
      await expect(appPool().query(statement), statement).rejects.toMatchObject({ code: "42501" });
  });
});

async function acceptances(email: string): Promise<number[]> {
  const rows = await guard<{ version: number }[]>`select a.version from guard.terms_acceptances a
    join public.users u on u.id = a.user_id where u.email = ${email} order by a.version`;
  return rows.map((row) => row.version);
}
