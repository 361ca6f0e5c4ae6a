import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCode, newToken, readSecret, showCode } from "./secret";

describe("invitation secrets", () => {
  it("reads a code as people type it", () => {
    fc.assert(
      fc.property(fc.constantFrom("", " ", "\u2013", ". "), fc.boolean(), (gap, lower) => {
        const code = newCode();
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
        const typed = showCode(code).replace("-", gap).replace(/0/g, "o").replace(/1/g, "l");
        expect(readSecret(lower ? typed.toLowerCase() : typed)).toEqual({ kind: "code", secret: code });
      }),
    );
  });

  it("reads a link's token exactly, and nothing else", () => {
    const token = newToken();
    expect(readSecret(token)).toEqual({ kind: "link", secret: token });
    for (const wrong of [
      token.toUpperCase(),
      token.slice(1),
      `${token}a`,
      "",
      "ABCDE",
      "ABCDE-FGHJK-M",
      "UUUUU-UUUUU",
      "<b>",
    ])
      expect(readSecret(wrong)).toBeUndefined();
  });
});
