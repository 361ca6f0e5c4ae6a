"use client";

import { useEffect, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { useTimeStyle } from "@/components/ui/time-style";
import { exactText } from "@/components/ui/time-text";
import { Tooltip } from "@/components/ui/tooltip";
import { dueInWords } from "@/lib/registrations/rules";

type DueTimeProps = { value: Date | null; timeZone: string };

const tones = { overdue: "danger", soon: "warning", later: "neutral" } as const;

/** "due in 5 h", with the exact time on hover and focus; it counts on by itself. */
export function DueTime({ value, timeZone }: DueTimeProps) {
  const style = useTimeStyle();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  if (!value) return <span className="text-muted">No due time</span>;
  const { words, state } = dueInWords(value, now);
  const exact = exactText(value, timeZone, style);
  return (
    <Tooltip content={exact}>
      <button type="button" className="-my-0.5 min-h-6 cursor-default! whitespace-nowrap rounded-[4px] tabular-nums">
        <Badge tone={tones[state]} suppressHydrationWarning>
          {words}
        </Badge>
        <span className="sr-only">, {exact}</span>
      </button>
    </Tooltip>
  );
}
