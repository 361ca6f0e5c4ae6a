import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWellFormedKey, newApiKey } from "./key-format";

describe("API keys", () => {
  it("are well formed for every organization's name and never alike", () => {
    fc.assert(
      fc.property(fc.string(), (part) => {
        const key = newApiKey(part);
        expect(isWellFormedKey(key)).toBe(true);
        expect(newApiKey(part)).not.toBe(key);
      }),
    );
    expect(newApiKey("acme-shipping")).toMatch(/^key_acmesh[0-9A-Za-z]{59}$/);
  });

  it("with one wrong character are refused before any database", () => {
    const key = newApiKey("acme");
    for (let at = 4; at < key.length; at += 1) {
      const other = key[at] === "a" ? "b" : "a";
      expect(isWellFormedKey(key.slice(0, at) + other + key.slice(at + 1))).toBe(false);
    }
    for (const text of ["", "key_", `${key} `, key.slice(0, -1), `${key}0`, key.toUpperCase(), "Token abc"])
      expect(isWellFormedKey(text)).toBe(false);
  });
});
