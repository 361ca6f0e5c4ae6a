import { StatusDot } from "@/components/ui/status-dot";
import type { MemberView } from "@/lib/members/schema";

export function MemberStatus({ status }: { status: MemberView["status"] }) {
  return status === "active" ? (
    <StatusDot tone="positive" label="Active" />
  ) : (
    <StatusDot tone="warning" label="Suspended" />
  );
}
