import { expect, it } from "vitest";
import { rangeOf } from "./range";

it("shows the days of an address, and says why where it cannot", () => {
  const days = { from: "2026-01-01", to: "2026-01-31" };
  expect(rangeOf(days, "UTC")).toEqual({ range: expect.objectContaining(days), fault: undefined });
  expect(rangeOf({}, "UTC").fault).toBeUndefined();
  expect(rangeOf({ from: days.to, to: days.from }, "UTC").fault).toBe("The first day comes before the last.");
  expect(rangeOf({ from: "2020-01-01", to: "2026-01-01" }, "UTC").fault).toBe("Choose a year at most.");
  expect(rangeOf({ from: "nonsense" }, "UTC").fault).toBe("These are no days.");
});
