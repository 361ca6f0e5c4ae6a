import { expect, it } from "vitest";
import { dateText, exactText } from "./time-text";

const moment = new Date("2026-11-21T14:04:09Z");

it.each([
  ["day-month-year", "24", "21 Nov 2026, 15:04 CET"],
  ["month-day-year", "12", "Nov 21, 2026, 03:04 PM GMT+1"],
  ["year-month-day", "24", "2026-11-21, 15:04 CET"],
] as const)("a moment as %s with %s hours", (dates, clock, written) => {
  const text = dateText(moment, "Europe/Amsterdam", { dates, clock }, true);
  expect(text.replace(/\s/g, " ").replace(/GMT\+1|CET/, "ZONE")).toBe(written.replace(/GMT\+1|CET/, "ZONE"));
  expect(exactText(moment, "Europe/Amsterdam", { dates, clock })).toContain(":04:09");
});

it("a day alone has no hours", () => {
  expect(dateText(moment, "UTC", { dates: "day-month-year", clock: "12" }, false)).toBe("21 Nov 2026");
});
