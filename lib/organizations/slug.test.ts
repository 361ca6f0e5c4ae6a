import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reservedSlugs } from "@/lib/hosts";
import { isAllowedSlug, slugCandidates, slugOf } from "./slug";

describe("slugs [S38]", () => {
  it.each([
    ["Acme Shipping", "acme-shipping"],
    ["AcmeShipping GmbH", "acmeshipping-gmbh"],
    ["Łódź Spedycja", "lodz-spedycja"],
    ["Groß & Söhne", "gross-and-soehne"],
    ["ООО Ромашка", "ooo-romashka"],
    ["a", "a-org"],
    ["xn--foo", "x-foo"],
  ])("%s becomes %s", (name, slug) => expect(slugOf(name)).toBe(slug));

  it("gives a name without letters the same word every time", () => {
    expect(slugOf("株式会社")).toMatch(/^org-[0-9a-z]{7}$/);
    expect(slugOf("株式会社")).toBe(slugOf("株式会社"));
    expect(slugOf("株式会社")).not.toBe(slugOf("北京物流"));
  });

  it("always finds addresses that can be taken, each once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }), (name) => {
        const candidates = [...slugCandidates(name, 12)];
        expect(candidates.length).toBeGreaterThanOrEqual(11);
        expect(new Set(candidates).size).toBe(candidates.length);
        expect(candidates.every(isAllowedSlug)).toBe(true);
      }),
    );
  });

  it("numbers reserved words", () => {
    for (const word of reservedSlugs) {
      const [first] = slugCandidates(word);
      expect(first).toBeDefined();
      expect(reservedSlugs.has(first ?? "")).toBe(false);
    }
  });
});
