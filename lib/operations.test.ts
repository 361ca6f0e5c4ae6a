import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { type AnyOperation, permissionOf } from "@/lib/access/operation";
import { permissions } from "@/lib/access/permissions";
import { describeTenantResource } from "@/lib/testing/describe-tenant-resource";
import { tenantResources } from "@/lib/testing/tenant-resources";
import { operations } from "./operations";

describe("every operation", () => {
  it("has a name of its own, as noun.verb", () => {
    const names = operations.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z_]*\.[a-z][a-z_]*$/);
  });

  it("has the permission that its scope asks for", () => {
    const known = {
      organization: new Set<string>(permissions),
      platform: new Set([
        ...["platform.view", "platform.manage", "platform.impersonate"],
        ...["server.organizations.create", "server.members.invite"],
      ]),
    };
    for (const operation of operations) {
      const { name, scope } = operation;
      if (scope === "organization" || scope === "platform")
        expect(known[scope as keyof typeof known].has(permissionOf(operation) ?? ""), name).toBe(true);
    }
  });

  it("bounds what needs no permission", () => {
    for (const { name, scope, access, limits } of operations) {
      if (scope === "account" || scope === "public") expect(Array.isArray(limits), name).toBe(true);
      if (scope === "public" && access === "write") expect(limits?.length, name).toBeGreaterThan(0);
    }
  });

  it("refuses fields that it does not name", () => {
    for (const operation of operations)
      for (const input of inputsOf(operation.input)) {
        const parsed = input.safeParse({ nobody_named_this: 1 });
        const unknown = parsed.error?.issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys : []));
        expect(unknown, operation.name).toContain("nobody_named_this");
      }
  });

  it("that answers a secret over HTTP says so, so that no repeated answer holds it [S73]", () => {
    const named = operations
      .filter(({ rest, access }) => rest && access === "write")
      .flatMap(({ name, output, shownOnce = [] }) =>
        Object.keys("shape" in output ? output.shape : {})
          .filter((field) => /^(secret|token|link|password|seed|codes?|key)$/.test(field) && !shownOnce.includes(field))
          .map((field) => `${name}: ${field}`),
      );
    // What a role, a branch or an asset is called by.
    expect(named.filter((each) => !/^(roles\..*: key|(branches|assets)\..*: code)$/.test(each))).toEqual([]);
  });

  it("is called over HTTP only by credentials that HTTP has", () => {
    const isServers = (operation: AnyOperation) => permissionOf(operation)?.startsWith("server.") ?? false;
    for (const operation of operations.filter(({ rest }) => rest))
      expect(
        ["organization", "account", "public", ...(isServers(operation) ? ["platform"] : [])],
        operation.name,
      ).toContain(operation.scope);
  });
});

describe("the generated tests", () => {
  it("stand for every operation of an organization, once", () => {
    const wanted = operations.filter(({ scope }) => scope === "organization").map(({ name }) => name);
    const covered = tenantResources.flatMap((resource) => resource.operations.map(({ name }: AnyOperation) => name));
    expect(covered.sort()).toEqual(wanted.sort());
  });

  it("have no case for an operation that is not there", () => {
    for (const { operations: own, cases = {} } of tenantResources)
      for (const name of Object.keys(cases)) expect(own.map((each) => each.name)).toContain(name);
  });
});

for (const resource of tenantResources) describeTenantResource(resource);

/** The objects that an input may be: itself, or each branch of a union. */
function inputsOf(input: z.ZodType): z.ZodType[] {
  const { options } = input as z.ZodType & { options?: z.ZodType[] };
  return options ? options.flatMap(inputsOf) : [input];
}
