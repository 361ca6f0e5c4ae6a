export type Tone = "neutral" | "accent" | "positive" | "warning" | "danger" | "info";

export const toneDot: Record<Tone, string> = {
  neutral: "bg-control",
  accent: "bg-accent",
  positive: "bg-positive",
  warning: "bg-warning",
  danger: "bg-danger",
  info: "bg-info",
};

export const toneSoft: Record<Tone, string> = {
  neutral: "bg-hover text-text",
  accent: "bg-accent-soft text-accent",
  positive: "bg-positive-soft text-positive",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
  info: "bg-info-soft text-info",
};
