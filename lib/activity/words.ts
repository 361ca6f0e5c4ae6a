/** "at once", "480 ms", "3.2 s", "2 min 5 s", "4 h", "3 days". */
export function lengthText(milliseconds: number): string {
  if (milliseconds < 1) return "at once";
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const minutes = Math.round(milliseconds / 60_000);
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 600) return seconds % 60 === 0 ? `${minutes} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  if (minutes < 120) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} h`;
  return `${Math.round(minutes / 1440)} days`;
}

/** From a decision to the first usable page, in milliseconds. */
export const target = 120_000;
