import type { Tone } from "@/components/ui/tone";
import type { JobState, OrganizationState } from "@/lib/console/schema";

type Label = { label: string; tone: Tone };

export const stateLabels: Record<OrganizationState, Label> = {
  active: { label: "Active", tone: "positive" },
  suspended: { label: "Suspended", tone: "danger" },
  awaiting_owner: { label: "Awaits its owner", tone: "warning" },
  deleted: { label: "Deleted", tone: "neutral" },
};

export const jobLabels: Record<JobState, Label> = {
  waiting: { label: "Waiting", tone: "info" },
  leased: { label: "Running", tone: "accent" },
  failed: { label: "Failed", tone: "danger" },
  done: { label: "Done", tone: "positive" },
};

export function optionsOf<Key extends string>(labels: Record<Key, Label>): { value: Key; label: string }[] {
  const keys = Object.keys(labels) as Key[]; // safe: the object has these keys only
  return keys.map((value) => ({ value, label: labels[value].label }));
}
