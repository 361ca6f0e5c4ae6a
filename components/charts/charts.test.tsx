import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Line } from "./line";
import { StackedBars } from "./stacked-bars";

const series = [
  { key: "answered", label: "Answered", colour: "blue" },
  { key: "failed", label: "Errors", colour: "red" },
];

test("a single day is a bar with its figure, not a field without one", () => {
  const line = renderToStaticMarkup(
    <Line points={[{ day: "2026-11-21", count: 1234.5, figure: "€1,234.50" }]} colour="blue" />,
  );
  expect(line).toContain("€1,234.50");
  expect(line).not.toContain("<polygon");
  const bars = renderToStaticMarkup(
    <StackedBars days={[{ day: "2026-11-21", answered: 1200, failed: 3 }]} series={series} />,
  );
  expect(bars).toContain("1,200 answered");
  expect(bars).toContain("3 errors");
});

test("each of several days says its figure where it is pointed at", () => {
  const points = [
    { day: "2026-11-20", count: 4 },
    { day: "2026-11-21", count: 1234 },
  ];
  const line = renderToStaticMarkup(<Line points={points} colour="blue" />);
  expect(line).toContain("<polygon");
  expect(line).toContain('title="20 Nov: 4"');
  expect(line).toContain('title="21 Nov: 1,234"');
});
