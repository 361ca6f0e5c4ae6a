import { describe, expect, it } from "vitest";
import { daysBetween, openOn } from "./days";
import { type Course, summaryOf, timesOf } from "./provisioning";
import { lengthText } from "./words";

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000);
const course = (given: Partial<Course>): Course => ({
  id: "one",
  name: "Maria",
  origin: "invitation",
  decidedAt: null,
  enteredAt: at(0),
  firstPageAt: at(3),
  present: true,
  ...given,
});

describe("provisioning time", () => {
  it("of an accepted invitation is the way to the first page", () => {
    expect(timesOf(course({}))).toMatchObject({ system: 3000, people: 0, how: "Accepted an invitation" });
  });

  it("of somebody whom others or a program let in ends when they could enter; their way is theirs", () => {
    const approved = course({ origin: "registration", decidedAt: at(-1), firstPageAt: at(3600), present: false });
    expect(timesOf(approved)).toMatchObject({ system: 1000, people: 3_600_000 });
    expect(timesOf({ ...approved, firstPageAt: null })).toMatchObject({ system: 1000, people: null });
    const program = timesOf(course({ firstPageAt: at(3600), present: false }));
    expect(program).toMatchObject({ system: 0, people: 3_600_000, how: "Accepted over the API" });
    const added = timesOf(course({ origin: "platform", firstPageAt: null, present: false }));
    expect(added).toMatchObject({ system: 0, people: null, how: "Added over the API" });
  });

  it("of somebody who had to follow a mail first leaves the wait for them out", () => {
    const times = timesOf(course({ origin: "registration", decidedAt: at(-7200), firstPageAt: at(2) }));
    expect(times).toMatchObject({ system: 2000, people: 7_200_000 });
  });

  it("is not known before the first page", () => {
    const summary = summaryOf([course({ firstPageAt: null }), course({}), course({ firstPageAt: at(9) })]);
    expect(summary).toMatchObject({ median: 6000, worst: 9000, unopened: 1 });
    const waiting = summaryOf([course({ firstPageAt: null, present: false }), course({})]);
    expect(waiting).toMatchObject({ median: 1500, worst: 3000, medianOfPeople: 0, unopened: 1 });
    expect(summaryOf([])).toMatchObject({ median: null, worst: null });
  });

  it("is said in words", () => {
    expect([0, 480, 3200, 125_000, 7_200_000 * 2, 400_000_000].map(lengthText)).toEqual([
      "at once",
      "480 ms",
      "3.2 s",
      "2 min 5 s",
      "4 h",
      "5 days",
    ]);
  });
});

describe("open requests", () => {
  it("are what came and went, also before the first day", () => {
    const changes = [
      { day: "2025-12-01", change: 3 },
      { day: "2026-01-02", change: -2 },
    ];
    expect(openOn(daysBetween("2026-01-01", "2026-01-03"), changes).map(({ count }) => count)).toEqual([3, 1, 1]);
  });
});
