import fc from "fast-check";
import { expect, it } from "vitest";
import { severalOf, valuesOf } from "./several";

it("reads what it wrote, whatever stands in the values", () => {
  const value = fc.string({ unit: fc.constantFrom("a", ",", "\\", "𝒳", " "), minLength: 1 });
  fc.assert(
    fc.property(fc.array(value), (values) => {
      expect(valuesOf(severalOf(values))).toEqual(values);
    }),
  );
});

it.each([
  ["a,b", ["a", "b"]],
  [",a,,b,", ["a", "b"]],
  ["", []],
  ["Oak Street\\, 5,b", ["Oak Street, 5", "b"]],
  ["C:\\temp,b", ["C:\\temp", "b"]],
  ["a\\\\,b", ["a\\", "b"]],
  ["a\\", ["a\\"]],
])("reads %s", (text, values) => expect(valuesOf(text)).toEqual(values));
