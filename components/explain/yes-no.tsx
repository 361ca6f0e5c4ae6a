import { Badge } from "@/components/ui/badge";

export function YesNo({ allowed }: { allowed: boolean }) {
  return <Badge tone={allowed ? "positive" : "neutral"}>{allowed ? "Yes" : "No"}</Badge>;
}
