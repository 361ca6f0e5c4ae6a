import { encodeId } from "@/lib/ids";
import type { Handle } from "./handle";

/** Which organization an answer is about, what chose it, and whether it is about test records. */
export type Context = {
  organizationId: string | null;
  source: "key" | "host" | "header" | "default" | null;
  testMode: boolean;
};

/** How an answer says so; nothing where it is about none. */
export function contextHeaders({ organizationId, source, testMode }: Context): Record<string, string> {
  if (!organizationId || !source) return {};
  return {
    "X-Org-Id": encodeId("org", organizationId),
    "X-Org-Source": source,
    "X-Test-Mode": String(testMode),
  };
}

/** A file of the organization whose address was asked says of itself what every answer does. */
export function ofHost(file: Response, { organizationId, testMode }: Handle): Response {
  const headers = contextHeaders({ organizationId, source: "host", testMode });
  for (const [name, value] of Object.entries(headers)) file.headers.set(name, value);
  return file;
}
