"use client";

import { createContext, type ReactNode, use } from "react";

/** How an organization writes its dates and times. */
export type TimeStyle = { dates: "day-month-year" | "month-day-year" | "year-month-day"; clock: "24" | "12" };

const Style = createContext<TimeStyle>({ dates: "day-month-year", clock: "24" });

export function TimeStyleProvider({ style, children }: { style: TimeStyle | undefined; children: ReactNode }) {
  return style ? <Style value={style}>{children}</Style> : children;
}

export function useTimeStyle(): TimeStyle {
  return use(Style);
}
