import { describe, expect, test } from "vitest";
import { SealError, seal, unseal } from "./seal";

const secret = "a-secret-for-the-tests-of-seal-0123456789";
const place = "mail|reset-password|ada@acme.example";

describe("seal [S108]", () => {
  test("opens with the same secret and place", () => {
    const text = "https://berth.localhost/reset?token=päss 🔑";
    expect(unseal(secret, place, seal(secret, place, text))).toBe(text);
    expect(unseal(secret, place, seal(secret, place, ""))).toBe("");
  });

  test("never makes the same text twice and shows nothing of the plain one", () => {
    const first = seal(secret, place, "the-link");
    expect(first).not.toBe(seal(secret, place, "the-link"));
    expect(first).not.toContain("the-link");
  });

  test("refuses a value moved to another place", () => {
    const sealed = seal(secret, place, "the-link");
    expect(() => unseal(secret, "mail|reset-password|eve@acme.example", sealed)).toThrow(SealError);
  });

  test("names the key where the secret is another one", () => {
    expect(() => unseal(`${secret}!`, place, seal(secret, place, "x"))).toThrow(/sealed with key [0-9a-f]{8}/);
  });

  test("refuses every changed byte", () => {
    const [version, keyId, encoded = ""] = seal(secret, place, "the-link").split(".");
    const body = Buffer.from(encoded, "base64url");
    for (let index = 0; index < body.length; index++) {
      const changed = Buffer.from(body);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      const sealed = `${version}.${keyId}.${changed.toString("base64url")}`;
      expect(() => unseal(secret, place, sealed)).toThrow(SealError);
    }
  });

  test.each(["", "plain text", "v1..", "v1.00000000.AAAA", "v2.a.b", "v1.a.b.c"])("refuses %j", (text) => {
    expect(() => unseal(secret, place, text)).toThrow(SealError);
  });
});
