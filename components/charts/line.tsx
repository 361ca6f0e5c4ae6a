import { dayText, Frame, niceTop } from "@/components/charts/frame";
import { OneDay } from "@/components/charts/one-day";

/** `figure`: the count as it is read, where it is an amount of something. */
type Point = { day: string; count: number; figure?: string };
type LineProps = { points: Point[]; colour: string };

/** How a number went, day by day. */
export function Line({ points, colour }: LineProps) {
  const top = niceTop(Math.max(...points.map(({ count }) => count), 0));
  const share = (count: number) => (100 * count) / top;
  const [only] = points;
  const alone = points.length === 1 && only;
  return (
    <Frame top={top.toLocaleString("en")} days={points.map(({ day }) => day)}>
      {alone ? (
        <OneDay parts={[{ key: alone.day, share: share(alone.count), colour }]} figures={[figureOf(alone)]} />
      ) : (
        <Drawn points={points} colour={colour} share={share} />
      )}
    </Frame>
  );
}

type DrawnProps = LineProps & { share: (count: number) => number };

function Drawn({ points, colour, share }: DrawnProps) {
  const last = Math.max(1, points.length - 1);
  const path = points.map(({ count }, at) => `${(100 * at) / last},${100 - share(count)}`);
  return (
    <>
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
      {points.map((point, at) => (
        <div
          key={point.day}
          title={`${dayText(point.day)}: ${figureOf(point)}`}
          className="group absolute inset-y-0 -translate-x-1/2 hover:bg-hover"
          style={{ left: `${(100 * at) / last}%`, width: `${100 / last}%` }}
        >
          <span
            className="absolute left-1/2 hidden size-2 -translate-x-1/2 translate-y-1/2 rounded-full group-hover:block"
            style={{ bottom: `${share(point.count)}%`, background: colour }}
          />
        </div>
      ))}
    </>
  );
}

function figureOf({ count, figure }: Point): string {
  return figure ?? count.toLocaleString("en");
}
