import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { type Tone, toneDot } from "@/components/ui/tone";

export type TimelineItem = { id: string; title: ReactNode; body?: ReactNode; time?: ReactNode; tone?: Tone };

export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol>
      {items.map((item, index) => (
        <li key={item.id} className="relative flex gap-3 pb-5 last:pb-0">
          {index < items.length - 1 && (
            <span aria-hidden="true" className="absolute top-4 bottom-0 left-[4.5px] w-px bg-border" />
          )}
          <span
            aria-hidden="true"
            className={classNames("mt-1.5 size-2.5 shrink-0 rounded-full", toneDot[item.tone ?? "neutral"])}
          />
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <p className="font-medium">{item.title}</p>
              {item.time && <span className="text-muted text-table">{item.time}</span>}
            </div>
            {item.body && <div className="mt-0.5 text-muted">{item.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
