"use client";

import { useEffect, useState } from "react";
import { useTimeStyle } from "@/components/ui/time-style";
import { exactText, relativeText } from "@/components/ui/time-text";
import { Tooltip } from "@/components/ui/tooltip";

/** "3 hr. ago", with the exact time in the given zone on hover and focus. */
export function RelativeTime({ value, timeZone = "UTC" }: { value: string | Date; timeZone?: string }) {
  const moment = new Date(value);
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  const exact = exactText(moment, timeZone, useTimeStyle());
  return (
    <Tooltip content={exact}>
      <button type="button" className="-my-0.5 min-h-6 cursor-default! whitespace-nowrap rounded-[4px] tabular-nums">
        <time dateTime={moment.toISOString()} suppressHydrationWarning>
          {relativeText(moment, now)}
        </time>
        <span className="sr-only">, {exact}</span>
      </button>
    </Tooltip>
  );
}
