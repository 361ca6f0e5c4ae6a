import { Badge } from "@/components/ui/badge";
import type { LogLine } from "@/lib/logs/schema";

/** The number, and what was refused where the number alone does not say it. */
export function CallStatus({ call: { status, error } }: { call: Pick<LogLine, "status" | "error"> }) {
  const tone = status >= 500 ? "danger" : status >= 400 || error ? "warning" : "positive";
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <Badge tone={tone}>{status}</Badge>
      {error && <span className="truncate text-muted text-table">{wordsOf(error)}</span>}
    </span>
  );
}

/** The reason as words; of a limit, which one is used up. */
function wordsOf(error: string): string {
  return error.replace(/^calls_of_/, "limit_of_the_").replaceAll("_", " ");
}
