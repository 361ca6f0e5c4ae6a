import { describe, expect, it } from "vitest";
import { operations } from "@/lib/operations";
import { unrouted, unroutedScopes } from "./unrouted";

describe("every operation", () => {
  const without = operations.filter(({ rest, scope }) => !rest && !(scope in unroutedScopes)).map(({ name }) => name);

  it("has a route or a written reason for none", () => {
    expect(without.filter((name) => !unrouted[name])).toEqual([]);
    expect(Object.keys(unrouted).filter((name) => !without.includes(name))).toEqual([]);
  });

  it("has an address of its own", () => {
    const addresses = operations.flatMap(({ rest, scope }) =>
      rest ? [`${scope} ${rest.method} ${rest.path.replace(/:\w+|\{\w+\}/g, "{}")}`] : [],
    );
    expect(addresses.filter((each, at) => addresses.indexOf(each) !== at)).toEqual([]);
  });
});
