import { StatusDot } from "@/components/ui/status-dot";
import type { ImportView } from "@/lib/imports/schema";

const phases = {
  checking: { tone: "info", label: "Being checked" },
  checked: { tone: "accent", label: "Checked, waits for you" },
  writing: { tone: "info", label: "Being imported" },
  done: { tone: "positive", label: "Imported" },
  cancelled: { tone: "neutral", label: "Cancelled" },
  failed: { tone: "danger", label: "Stopped" },
} as const satisfies Record<ImportView["phase"], object>;

export function ImportPhase({ phase }: { phase: ImportView["phase"] }) {
  return <StatusDot {...phases[phase]} />;
}
