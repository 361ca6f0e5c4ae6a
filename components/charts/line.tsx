import { Frame, niceTop } from "@/components/charts/frame";

type Point = { day: string; count: number };

/** How a number went, day by day. */
export function Line({ points, colour }: { points: Point[]; colour: string }) {
  const top = niceTop(Math.max(...points.map(({ count }) => count), 0));
  const last = Math.max(1, points.length - 1);
  const [only] = points;
  const drawn = points.length === 1 && only ? [only, only] : points; // one day is as long as the picture
  const path = drawn.map(({ count }, at) => `${(100 * at) / last},${100 - (100 * count) / top}`);
  return (
    <Frame top={top.toLocaleString("en")} days={points.map(({ day }) => day)}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" className="absolute inset-0 size-full" aria-hidden="true">
        <polygon points={`0,100 ${path.join(" ")} 100,100`} fill={colour} opacity="0.12" />
        <polyline
          points={path.join(" ")}
          fill="none"
          stroke={colour}
          strokeWidth="2"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </Frame>
  );
}
