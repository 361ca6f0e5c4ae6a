import { describe, expect, it } from "vitest";
import { beginVisit } from "@/lib/identities/operations";
import { comeBackBy, goThere, signInBy, somebody, type Way } from "@/lib/testing/social";
import { guard, publicHandle } from "@/lib/testing/world";

const failed = { outcome: "failed" };

describe("an answer of a provider [S99]", () => {
  it.each(["audience", "issuer", "nonce", "key", "expired"] as const)("is refused for a wrong %s", async (twist) => {
    const who = somebody();
    expect(await comeBackBy(await goThere({ ...who, twist }))).toEqual(failed);
    const rows = await guard`select from guard.identities where subject = ${who.sub}`;
    expect(rows).toHaveLength(0);
  });

  it("is refused in a browser that did not begin it", async () => {
    const [mine, theirs] = [await goThere(somebody()), await goThere(somebody())];
    const mixed: Way[] = [
      { ...mine, cookies: {} },
      { ...mine, cookies: theirs.cookies },
      { ...mine, query: { ...mine.query, state: theirs.query.state ?? "" } },
      { ...mine, query: { code: mine.query.code ?? "" } },
    ];
    for (const way of mixed) {
      const { visit } = await publicHandle().run(beginVisit, { provider: "oidc" });
      expect(await comeBackBy({ ...way, visit })).toEqual(failed);
    }
  });

  it("is refused with another verifier, nonce or state of the same browser", async () => {
    for (const name of ["__Host-berth-auth-pkce", "__Host-berth-auth-nonce", "__Host-berth-auth-state"]) {
      const [way, other] = [await goThere(somebody()), await goThere(somebody())];
      expect(await comeBackBy({ ...way, cookies: { ...way.cookies, [name]: other.cookies[name] ?? "" } })).toEqual(
        failed,
      );
    }
  });

  it("counts once: code, visit and cookies together open nothing again", async () => {
    const who = somebody();
    const way = await goThere(who);
    expect(await comeBackBy(way)).toMatchObject({ outcome: "signed_in" });
    expect(await comeBackBy(way)).toEqual(failed);
    const again = await goThere(who);
    expect(await comeBackBy({ ...again, visit: way.visit })).toEqual({ outcome: "over" });
    expect(await comeBackBy({ ...(await goThere(who)), visit: "" })).toEqual({ outcome: "over" });
  });

  it("is over after a quarter of an hour", async () => {
    const way = await goThere(somebody());
    await guard`update guard.provider_visits set expires_at = now() where hash = guard.secret_hash(${way.visit})`;
    expect(await comeBackBy(way)).toEqual({ outcome: "over" });
  });

  it("of one provider does not pass for another's", async () => {
    const way = await goThere({ ...somebody(), sub: "99" });
    expect(await comeBackBy({ ...way, provider: "github" })).toEqual(failed);
    const visit = await publicHandle().run(beginVisit, { provider: "github" });
    expect(await comeBackBy({ ...(await goThere(somebody())), ...visit })).toEqual({ outcome: "over" });
  });

  it("that is no is on the record, as every try is", async () => {
    const way = await goThere({ deny: true });
    expect(way.query).toMatchObject({ error: "access_denied" });
    expect(await comeBackBy(way)).toEqual({ outcome: "refused" });
    const [entry] = await guard`select actor_kind, after from audit.entries
      where operation = 'account.sign_in' and action = 'failed' and after ->> 'why' = 'refused' order by id desc limit 1`;
    expect(entry).toEqual({ actor_kind: "none", after: { method: "oidc", why: "refused" } });
    expect(await signInBy(somebody())).toMatch(/^bs_/);
  });
});
