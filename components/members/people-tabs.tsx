import { type Tab, Tabs } from "@/components/ui/tabs";
import type { PeopleCounts } from "@/lib/members/schema";

/** Members, invitations and requests beside each other, each where it may be seen. */
export function PeopleTabs({ counts }: { counts: PeopleCounts }) {
  const tabs: (Tab & { count: number | undefined })[] = [
    { href: "/members", label: "Members", count: counts.members ?? undefined },
    { href: "/invitations", label: "Invitations", count: counts.invitations ?? undefined },
    { href: "/registrations", label: "Requests", count: counts.requests ?? undefined },
  ];
  return <Tabs label="People" tabs={tabs.filter(({ count }) => count !== undefined)} />;
}
