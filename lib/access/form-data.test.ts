import { expect, it } from "vitest";
import { formValues } from "./form-data";

function valuesOf(fields: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return formValues(form, { keepPassword: false });
}

it("nests, repeats and lines up", () => {
  expect(
    valuesOf([
      ["parcels.1.weight", "2"],
      ["parcels.0.weight", "1"],
      ["parcels.10.weight", "3"],
      ["settings.currency", "EUR"],
      ["ids[]", "a"],
      ["ids[]", "b"],
      ["organization", "left out"],
    ]),
  ).toEqual({
    parcels: [{ weight: "1" }, { weight: "2" }, { weight: "3" }],
    settings: { currency: "EUR" },
    ids: ["a", "b"],
  });
});

it("names nothing of an object's own", () => {
  const values = valuesOf([
    ["__proto__.polluted", "yes"],
    ["a.constructor.prototype", "yes"],
  ]);
  expect({}).not.toHaveProperty("polluted");
  expect(Object.keys(values)).toEqual([]);
});
