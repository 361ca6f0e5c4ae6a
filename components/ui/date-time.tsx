"use client";

import { useTimeStyle } from "@/components/ui/time-style";
import { dateText } from "@/components/ui/time-text";

export type DateTimeProps = { value: string | Date; timeZone?: string; withTime?: boolean };

export function DateTime({ value, timeZone = "UTC", withTime = true }: DateTimeProps) {
  const style = useTimeStyle();
  const moment = new Date(value);
  return (
    <time dateTime={moment.toISOString()} className="whitespace-nowrap tabular-nums">
      {dateText(moment, timeZone, style, withTime)}
    </time>
  );
}
