import type { LogLine } from "./schema";

export const statusClasses = ["2xx", "3xx", "4xx", "5xx"] as const;
export const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

export const callerWords: Record<LogLine["caller"]["kind"], string> = {
  key: "Key",
  session: "Browser",
  token: "Access token",
  support: "Support",
};

export const retentionChoices = [1, 7, 14, 30, 60, 90, 180, 365].map((days) => ({
  value: String(days),
  label: days === 1 ? "One day" : days === 365 ? "A year" : `${days} days`,
}));

/** 842 ms, 3.1 s. */
export function durationText(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** JSON as people read it, and what was cut as it stands. */
export function bodyText(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
