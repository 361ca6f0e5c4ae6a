import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brandValue, buttonColours, colourPattern, contrast, themeColours, tileColour } from "./colour";

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("the colour of an organization", () => {
  it("has the contrast that WCAG computes", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrast("#0b5cad", "#0b5cad")).toBe(1);
  });

  it("stands out in both themes, whatever was chosen", () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const { light, dark } = themeColours(colour);
        expect(contrast(light, "#f8fafc")).toBeGreaterThanOrEqual(3);
        expect(contrast(dark, "#1e242f")).toBeGreaterThanOrEqual(3);
        expect(contrast(tileColour(colour), "#ffffff")).toBeGreaterThanOrEqual(4.5);
        const button = buttonColours(colour);
        expect(contrast(button.background, button.text)).toBeGreaterThanOrEqual(4.5);
        for (const shade of [light, dark, button.background, button.text]) expect(shade).toMatch(colourPattern);
      }),
    );
  });

  it("stays as it was chosen where that is enough, and moves as little as it must", () => {
    expect(themeColours("#b0478a")).toEqual({ light: "#b0478a", dark: "#b0478a" });
    const yellow = themeColours("#ffd400");
    expect(yellow.dark).toBe("#ffd400");
    expect(yellow.light).not.toBe("#ffd400");
    expect(contrast(yellow.light, "#f8fafc")).toBeLessThan(3.3);
    expect(brandValue("#ffd400")).toBe(`light-dark(${yellow.light}, #ffd400)`);
  });
});
