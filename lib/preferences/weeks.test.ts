import { describe, expect, it } from "vitest";
import { weeksOf } from "./weeks";

const at = (moment: string) => new Date(moment);

describe("weeks", () => {
  it.each([
    ["monday", "2026-11-16", "2026-11-22"],
    ["sunday", "2026-11-15", "2026-11-21"],
    ["saturday", "2026-11-21", "2026-11-27"],
  ] as const)("begin on %s where the organization says so", (week_start, from, to) => {
    const [this_] = weeksOf({ timeZone: "UTC", week_start }, at("2026-11-21T12:00:00Z"));
    expect(this_).toEqual({ label: "This week", from, to });
  });

  it("turn with the organization's day, not with the server's", () => {
    const sunday = at("2026-11-22T20:00:00Z");
    const begins = (timeZone: string) => weeksOf({ timeZone, week_start: "monday" }, sunday)[0]?.from;
    expect(begins("America/Chicago")).toBe("2026-11-16");
    expect(begins("Asia/Tokyo")).toBe("2026-11-23");
  });

  it("are seven days long over a change of the clock too", () => {
    const calendar = { timeZone: "Europe/Berlin", week_start: "monday" } as const;
    expect(weeksOf(calendar, at("2026-10-27T12:00:00Z"))).toEqual([
      { label: "This week", from: "2026-10-26", to: "2026-11-01" },
      { label: "Last week", from: "2026-10-19", to: "2026-10-25" },
    ]);
  });
});
