export const sidebarCookie = "berth_sidebar";

export type Sidebar = "narrow" | "wide";

export function isNarrow(value: string | undefined): boolean {
  return value === "narrow";
}
