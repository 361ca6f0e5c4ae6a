import { expect, it } from "vitest";
import { writeMoment } from "./moment";

const written = [
  "2026-11-22T16:43:40.123Z",
  "2026-01-02T03:04:05.006Z",
  "1970-01-01T00:00:00.000Z",
  "1969-12-31T23:59:59.999Z",
  "2024-02-29T23:59:59.090Z",
  "9999-12-31T23:59:59.999Z",
  "1000-01-01T00:00:00.000Z",
  "0999-12-31T23:59:59.999Z",
  "0001-01-01T00:00:00.000Z",
  "-000001-01-01T00:00:00.000Z",
  "+010000-01-01T00:00:00.000Z",
];

it.each(written)("spells %s as it is", (text) => {
  expect(writeMoment(new Date(text))).toBe(text);
});

it("refuses to spell what is no moment, as toISOString does", () => {
  expect(() => writeMoment(new Date(Number.NaN))).toThrow(RangeError);
});
