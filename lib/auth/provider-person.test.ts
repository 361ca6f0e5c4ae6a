import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/env";
import { pagePolicy } from "@/lib/security-headers";
import { provenPerson } from "./provider-person";

const tenant = "11111111-2222-3333-4444-555555555555";
const other = "99999999-2222-3333-4444-555555555555";
const issuerOf = (id: string) => `https://login.microsoftonline.com/${id}/v2.0`;

function provider(id: string, more: Record<string, string> = {}) {
  const name = id.toUpperCase();
  const { base } = parseEnv({ [`${name}_CLIENT_ID`]: "client", [`${name}_CLIENT_SECRET`]: "secret", ...more });
  const found = base.providers.find((each) => each.id === id);
  if (!found) throw new Error(`${id} is not on`);
  return found;
}

const maria = { sub: "1", email: "Maria@Example.com", name: "Maria" };
const google = { iss: "https://accounts.google.com", ...maria };

describe("whom a provider proved [S106]", () => {
  it("has a verified address where Google says so, and in no other words", () => {
    const at = provider("google");
    expect(provenPerson(at, { ...google, email_verified: true })).toMatchObject({
      email: "maria@example.com",
      verified: true,
    });
    for (const email_verified of [false, undefined, null, "yes", "false", 0, {}])
      expect(provenPerson(at, { ...google, email_verified })).toMatchObject({ verified: false });
    expect(() => provenPerson(at, { ...google, iss: "https://accounts.google.com.evil.example" })).toThrow("issuer");
  });

  it("has none at Microsoft but where the tenant proved its domain", () => {
    const at = provider("microsoft", { MICROSOFT_TENANT_ID: tenant });
    const claims = { ...maria, iss: issuerOf(tenant), email_verified: true };
    expect(provenPerson(at, claims)).toMatchObject({ verified: false, issuer: issuerOf(tenant) });
    expect(provenPerson(at, { ...claims, xms_edov: true })).toMatchObject({ verified: true });
    expect(() => provenPerson(at, { ...claims, iss: issuerOf(other) })).toThrow("issuer");
  });

  it("belongs to the tenant that signed, where all tenants may", () => {
    const at = provider("microsoft");
    expect(provenPerson(at, { ...maria, iss: issuerOf(other) })).toMatchObject({ issuer: issuerOf(other) });
    for (const iss of [issuerOf("{tenantid}"), "https://login.microsoftonline.com.evil.example/x/v2.0"])
      expect(() => provenPerson(at, { ...maria, iss })).toThrow("issuer");
  });

  it("has one line for a name, whatever was sent", () => {
    const at = provider("google");
    const names = ["Eve\r\nBcc: x@evil.example", "  ", "\u202eevil", "x".repeat(400), 7, undefined];
    for (const name of names) {
      const person = provenPerson(at, { ...google, name });
      expect(person.name).toMatch(/^[^\p{C}]{1,100}$/u);
      expect(person.name).not.toBe("");
    }
  });

  it("has no address where it is none", () => {
    const at = provider("google");
    for (const email of ["a@b.example,c@d.example", "maria", "", null, 7, "a@b\r\n.example"])
      expect(provenPerson(at, { ...google, email, email_verified: true })).toMatchObject({
        email: null,
        verified: false,
      });
  });
});

describe("providers of the environment", () => {
  const faultsOf = (source: Record<string, string>) => {
    try {
      parseEnv(source);
      return [];
    } catch (error) {
      return (error as { faults: string[] }).faults;
    }
  };

  it("are none by default, and each is on where it is set up whole", () => {
    expect(parseEnv({}).base.providers).toEqual([]);
    expect(provider("oidc", { OIDC_ISSUER: "https://login.example.com/", OIDC_NAME: "Harbour" })).toMatchObject({
      label: "Harbour",
      issuer: "https://login.example.com",
    });
  });

  it("are named where they are set by half, or could be read on the way", () => {
    expect(faultsOf({ GOOGLE_CLIENT_ID: "x" })).toEqual([expect.stringContaining("GOOGLE_CLIENT_SECRET")]);
    expect(faultsOf({ OIDC_CLIENT_ID: "x", OIDC_CLIENT_SECRET: "y" })).toEqual([
      expect.stringContaining("OIDC_ISSUER"),
    ]);
    const open = { GITHUB_CLIENT_ID: "x", GITHUB_CLIENT_SECRET: "y", GITHUB_URL: "http://git.example" };
    const outside = { ROOT_URL: "https://berth.example", BERTH_SECRET: "a secret of 32 characters or more" };
    expect(faultsOf({ ...open, ...outside })).toEqual([expect.stringContaining("GITHUB_URL must be https")]);
    expect(faultsOf(open)).toEqual([]);
  });

  it("are where a form may lead, and nowhere else", () => {
    const rootUrl = new URL("https://berth.example");
    const policy = pagePolicy({ nonce: "n", rootUrl, development: false, providers: [provider("google").origin] });
    expect(policy).toContain(
      "form-action 'self' https://berth.example https://*.berth.example https://accounts.google.com;",
    );
  });
});
