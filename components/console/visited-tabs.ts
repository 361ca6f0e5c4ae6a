const tabs = ["members", "requests", "audit", "settings"] as const;

export type VisitedTab = (typeof tabs)[number];

export function visitedTab(asked: string | string[] | undefined): VisitedTab {
  return tabs.find((tab) => tab === asked) ?? "members";
}
