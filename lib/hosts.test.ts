import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  apiLink,
  classifyHost,
  isValidSlug,
  organizationHost,
  organizationLink,
  reservedSlugs,
  rootLink,
} from "./hosts";

const dev = new URL("http://berth.localhost:3000");
const live = new URL("https://berth.example");
const slugs = fc.stringMatching(/^[a-z0-9]{3,12}(-[a-z0-9]{1,8}){0,2}$/).filter(isValidSlug);

describe("classifyHost [S28]", () => {
  it.each([
    ["berth.localhost:3000", { kind: "root" }],
    ["acme-shipping.berth.localhost:3000", { kind: "organization", slug: "acme-shipping" }],
    ["localhost:3000", { kind: "api" }],
    ["127.0.0.1:3000", { kind: "api" }],
    ["www.berth.localhost:3000", { kind: "redirect", host: "berth.localhost:3000" }],
    ["BERTH.localhost:3000", { kind: "redirect", host: "berth.localhost:3000" }],
    ["berth.localhost.:3000", { kind: "redirect", host: "berth.localhost:3000" }],
    ["berth.localhost", { kind: "redirect", host: "berth.localhost:3000" }],
    ["acme.berth.localhost:8080", { kind: "redirect", host: "acme.berth.localhost:3000" }],
    ["a.acme.berth.localhost:3000", { kind: "unknown" }],
    ["10.0.0.1:3000", { kind: "unknown" }],
    ["[::2]:3000", { kind: "unknown" }],
    ["", { kind: "unknown" }],
    ["berth.localhost:3000, acme.berth.localhost:3000", { kind: "unknown" }],
    ["acme@berth.localhost:3000", { kind: "unknown" }],
    ["xn--acme-9ra.berth.localhost:3000", { kind: "unknown" }],
    ["ącme.berth.localhost:3000", { kind: "unknown" }],
    ["admin.berth.localhost:3000", { kind: "unknown" }],
    ["evilberth.localhost:3000", { kind: "unknown" }],
    [`${"a".repeat(300)}.berth.localhost:3000`, { kind: "unknown" }],
  ])("reads %j", (host, expected) => {
    expect(classifyHost(host, dev)).toEqual(expected);
  });

  it.each([
    ["berth.example", { kind: "root" }],
    ["berth.example:443", { kind: "redirect", host: "berth.example" }],
    ["acme.berth.example", { kind: "organization", slug: "acme" }],
    ["portal.acme.example", { kind: "custom", host: "portal.acme.example" }],
    ["xn--mnchen-3ya.example", { kind: "custom", host: "xn--mnchen-3ya.example" }],
    ["Portal.acme.example.", { kind: "redirect", host: "portal.acme.example" }],
    ["portal.acme.example:8443", { kind: "unknown" }],
    ["192.168.1.1", { kind: "unknown" }],
    ["intranet", { kind: "unknown" }],
  ])("reads %j in production", (host, expected) => {
    expect(classifyHost(host, live)).toEqual(expected);
  });

  it("maps every spelling of an organization's host to it or to nothing", () => {
    const spelled = fc.tuple(
      slugs,
      fc.boolean(),
      fc.constantFrom("", "."),
      fc.constantFrom("", ":443", ":80", ":8080"),
    );
    fc.assert(
      fc.property(spelled, ([slug, upper, dot, port]) => {
        const host = `${upper ? slug.toUpperCase() : slug}.berth.example${dot}${port}`;
        const found = classifyHost(host, live);
        const target = found.kind === "redirect" ? classifyHost(found.host, live) : found;
        expect(target).toEqual({ kind: "organization", slug });
      }),
    );
  });

  it("never takes arbitrary text for the root or an organization unless it is spelled exactly so", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (host) => {
        const found = classifyHost(host, dev);
        if (found.kind === "root") expect(host).toBe("berth.localhost:3000");
        if (found.kind === "organization") expect(host).toBe(organizationHost(dev, found.slug));
      }),
    );
  });

  it("sends a redirect to a host that needs no further redirect", () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.webAuthority({ withPort: true })), (host) => {
        const found = classifyHost(host, live);
        if (found.kind === "redirect")
          expect(["redirect", "unknown"]).not.toContain(classifyHost(found.host, live).kind);
      }),
    );
  });
});

describe("slugs and links", () => {
  it("refuses what is reserved, too short, too long or not a plain label", () => {
    for (const slug of [
      ...reservedSlugs,
      "ab",
      "a".repeat(41),
      "-abc",
      "abc-",
      "a--b",
      "xn--abc",
      "Abc",
      "a.b",
      "żółw",
    ])
      expect(isValidSlug(slug)).toBe(false);
    for (const slug of ["abc", "acme-shipping", "3pl", "a".repeat(40)]) expect(isValidSlug(slug)).toBe(true);
  });

  it("builds links that stay on their host", () => {
    expect(rootLink(dev, "/sign-in")).toBe("http://berth.localhost:3000/sign-in");
    expect(rootLink(live, "sign-in")).toBe("https://berth.example/sign-in");
    expect(apiLink(dev, "/api/v1")).toBe("http://localhost:3000/api/v1");
    expect(apiLink(live, "/api/v1")).toBe("https://berth.example/api/v1");
    expect(organizationLink(live, "acme", "/members")).toBe("https://acme.berth.example/members");
    fc.assert(
      fc.property(slugs, fc.webPath(), (slug, path) => {
        expect(new URL(organizationLink(live, slug, path)).host).toBe(organizationHost(live, slug));
      }),
    );
  });
});
