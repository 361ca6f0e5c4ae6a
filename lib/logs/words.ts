import type { LogDetail, LogLine } from "./schema";

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

/** The call as a command line, with a word where the key goes. `address`: of its path, on the organization's host. */
export function asCurl({ method, query, headers, request }: LogDetail, address: string): string {
  const body = request.text && !request.text.startsWith('"[') ? request.text : null;
  const kept = ["if-match", "idempotency-key", "x-org-id", "x-test-mode"];
  return [
    // Without -g, brackets and braces of a query are read as a pattern; -X HEAD would wait for a body that never comes.
    `curl -g ${method === "HEAD" ? "-I" : `-X ${method}`} ${quoted(query ? `${address}?${query}` : address)}`,
    `-H ${quoted("Authorization: Token YOUR_KEY")}`,
    ...kept.flatMap((name) => (headers[name] ? [`-H ${quoted(`${name}: ${headers[name]}`)}`] : [])),
    // Raw, since -d reads a file where a body begins with an @.
    ...(body === null ? [] : [`-H ${quoted("Content-Type: application/json")}`, `--data-raw ${quoted(body)}`]),
  ].join(" \\\n  ");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The page of a record that a call named, by its id; null where it has none of its own. */
export function pageOf(entity: string): string | null {
  const folder = pages[entity.split("_", 1)[0] ?? ""];
  return folder ? `/${folder}/${entity}` : null;
}

const pages: Record<string, string> = { shp: "shipments", ord: "orders", mem: "members", cus: "customers" };

/** JSON as people read it, and what was cut as it stands. */
export function bodyText(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
