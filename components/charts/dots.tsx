import { Frame } from "@/components/charts/frame";

type Dot = { id: string; day: string; value: number; title: string };
type DotsProps = { dots: Dot[]; days: string[]; top: number; topText: string; line: { value: number; label: string } };

/** One dot for each case, and the line that none of them should cross. */
export function Dots({ dots, days, top, topText, line }: DotsProps) {
  const across = (day: string) => (100 * (days.indexOf(day) + 0.5)) / days.length;
  return (
    <Frame top={topText} days={days}>
      <div
        className="absolute inset-x-0 border-warning border-t border-dashed"
        style={{ bottom: `${(100 * line.value) / top}%` }}
      >
        <span className="absolute right-0 bottom-0.5 text-warning">{line.label}</span>
      </div>
      {dots.map(({ id, day, value, title }) => (
        <span
          key={id}
          title={title}
          className={`absolute size-2 -translate-x-1/2 translate-y-1/2 rounded-full ${value > line.value ? "bg-danger" : "bg-accent"}`}
          style={{ left: `${across(day)}%`, bottom: `${Math.min(100, (100 * value) / top)}%` }}
        />
      ))}
    </Frame>
  );
}
