import fc from "fast-check";
import { expect, it } from "vitest";
import { fromGrams, fromMillimetres, majorText, toGrams, toMillimetres, toMinor } from "./words";

it("gives back what was typed, in every unit", () => {
  const digits = { kg: 3, g: 0, lb: 2, oz: 1 } as const;
  for (const unit of ["kg", "g", "lb", "oz"] as const)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (number) => {
        const typed = number / 10 ** digits[unit];
        expect(fromGrams(toGrams(typed, unit), unit)).toBe(typed);
      }),
    );
  for (const unit of ["cm", "in"] as const)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (number) => {
        expect(fromMillimetres(toMillimetres(number / 10, unit), unit)).toBe(number / 10);
      }),
    );
});

it("keeps to the gram what comes back as it was shown", () => {
  for (const unit of ["kg", "lb", "oz"] as const)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (grams) => {
        expect(toGrams(fromGrams(grams, unit), unit, grams)).toBe(grams);
      }),
    );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (size) => {
      expect(toMillimetres(fromMillimetres(size, "in"), "in", size)).toBe(size);
    }),
  );
  expect(toGrams(1.38, "lb", 620)).toBe(626);
});

it("keeps amounts exact, by the digits of the currency", () => {
  for (const currency of ["EUR", "JPY", "KWD"])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (minor) => {
        expect(toMinor(majorText(minor, currency), currency)).toBe(minor);
      }),
    );
  expect(toMinor("1,234.5", "EUR")).toBe(123_450);
  expect(toMinor("12,50", "EUR")).toBe(1250);
  for (const wrong of ["12.345", "-1", "1e3", "", "12,5,", "1,23,456", ".5", "NaN"])
    expect(toMinor(wrong, "EUR"), wrong).toBeUndefined();
  expect(toMinor("12.5", "JPY")).toBeUndefined();
});
