import { expect, it } from "vitest";
import { readMoment, writeMoment } from "./moments";

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

it.each([
  ["2026-11-22 16:43:40.123456+00", "2026-11-22T16:43:40.123Z"],
  ["2026-11-22 16:43:40.12+00", "2026-11-22T16:43:40.120Z"],
  ["2026-11-22 16:43:40.1+00", "2026-11-22T16:43:40.100Z"],
  ["2026-11-22 16:43:40+00", "2026-11-22T16:43:40.000Z"],
  ["1969-12-31 23:59:59.999999+00", "1969-12-31T23:59:59.999Z"],
  ["2024-02-29 00:00:00+00", "2024-02-29T00:00:00.000Z"],
  ["2026-11-22 16:43:40.5+02", "2026-11-22T14:43:40.500Z"],
  ["2026-11-22 16:43:40+05:30", "2026-11-22T11:13:40.000Z"],
])("reads %s", (text, moment) => {
  expect(readMoment(text).toISOString()).toBe(moment);
});

it.each(["10000-01-01 00:00:00+00", "0099-01-01 00:00:00+00", "infinity", "0044-03-15 12:00:00+00 BC"])(
  "leaves %s to Date",
  (text) => {
    expect(readMoment(text).getTime()).toBe(new Date(text).getTime());
  },
);
